package studio.pastiche.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.engine.torch.Program;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.engine.torch.Tensor;
import studio.pastiche.engine.torch.TorchDevice;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;

/// Tiles against the whole.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TiledObjectiveTest {
  private static final double TOLERANCE = 1e-4;

  private final FeatureNetwork network = TestMaterials.reference("timm.safetensors");
  private Program program;

  @TempDir private Path folder = Path.of("");

  @BeforeAll
  void open() {
    program = Program.open(TorchDevice.CPU, 0);
  }

  @AfterAll
  void close() {
    program.close();
  }

  static Stream<Arguments> everyTermSizeAndTile() {
    return Stream.of(Statistic.values())
        .flatMap(s -> Stream.of(Pooling.values()).map(p -> List.of(s, p)))
        .flatMap(
            sp ->
                Stream.of(
                    arguments(sp.get(0), sp.get(1), 250, 187, 64, 1, "relu5_1", "relu4_2"),
                    arguments(sp.get(0), sp.get(1), 193, 161, 96, 2, "relu5_1", "relu4_2"),
                    arguments(sp.get(0), sp.get(1), 160, 128, 32, 3, "relu5_4", "relu3_1"),
                    arguments(sp.get(0), sp.get(1), 129, 300, 128, 1, "relu3_1", "relu5_2")));
  }

  @ParameterizedTest
  @MethodSource("everyTermSizeAndTile")
  void theGradientOfTheTilesIsThatOfTheWhole(
      Statistic statistic,
      Pooling pooling,
      int width,
      int height,
      int side,
      int styles,
      String style,
      String content)
      throws IOException {
    Layers layers =
        Layers.defaults()
            .withStatistic(statistic)
            .withPooling(pooling)
            .withStyle(Layers.weights("relu1_1=0.5,relu2_1=0.3," + style + "=0.2"))
            .withContent(Layers.weights(content));
    Picture photo = noise(width, height, 1);
    List<Picture> paintings =
        Stream.of(noise(210, 150, 2), noise(90, 140, 3), noise(40, 40, 4)).limit(styles).toList();
    Tuning tuning = Tuning.defaults(styles);
    try (Scope scope = program.newScope()) {
      Features features = Features.load(program, scope, network, layers, Precision.FLOAT32);
      Picture start = noise(width, height, 5);
      Planes image = DevicePlanes.of(scope, Features.tensor(scope, start));
      Evaluation whole =
          Objective.whole(features, scope, photo, paintings).evaluate(scope, image, tuning);
      float[] expected = whole.gradient().whole().toFloats();
      for (long held : List.of(Long.MAX_VALUE, 0L)) {
        try (Storage storage = new Storage(program, scope, new Scratch(folder), held);
            Objective tiles =
                TiledObjective.of(
                    features, scope, storage, photo, photo.size(), paintings, side, () -> {})) {
          Planes kept = storage.planes(new Stage(0, width, height, 0, 0), start.rgb());
          Evaluation tiled = tiles.evaluate(scope, kept, tuning);
          assertEquals(whole.loss(), tiled.loss(), TOLERANCE * whole.loss());
          assertEquals(
              whole.gradientNorm(), tiled.gradientNorm(), TOLERANCE * whole.gradientNorm());
          Tensor gradient = tiled.gradient().rows(scope, 0, height).tensor();
          assertTrue(difference(gradient.toFloats(), expected) < TOLERANCE, "the gradients differ");
        }
      }
      try (Stream<Path> left = Files.list(folder)) {
        assertEquals(0, left.count(), "files are left");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"relu1_1, 16", "relu2_2, 16", "relu4_2, 48", "relu5_1, 80", "relu5_4, 128"})
  void theHaloCoversWhatALayerSees(String layer, int halo) {
    assertEquals(halo, Tile.halo(Layer.of(layer)));
  }

  @ParameterizedTest
  @CsvSource({"0, 2048, 1024", "768, 2048, 256", "192, 2048, 0", "0, 200, 0"})
  void whereMemoryRunsOutMuchSmallerTilesAreNext(int side, int picture, int next) {
    Integer found =
        Tile.smaller(side == 0 ? null : side, new Size(picture, picture), Layer.of("relu4_2"));
    assertEquals(next, found == null ? 0 : found);
  }

  @ParameterizedTest
  @CsvSource({"1024, 768, 256", "1000, 701, 512", "513, 512, 512", "100, 90, 512"})
  void everyPixelIsOwnedOnce(int width, int height, int side) {
    int[] owners = new int[width * height];
    for (Tile tile : Tile.of(width, height, side, Layer.of("relu5_1"))) {
      for (int y = tile.ownTop(); y < tile.ownBottom(); y++) {
        for (int x = tile.ownLeft(); x < tile.ownRight(); x++) {
          owners[y * width + x]++;
        }
      }
    }
    assertTrue(java.util.Arrays.stream(owners).allMatch(n -> n == 1));
  }

  private static double difference(float[] found, float[] expected) {
    double off = 0;
    double all = 0;
    for (int i = 0; i < expected.length; i++) {
      off += Math.pow(found[i] - expected[i], 2);
      all += Math.pow(expected[i], 2);
    }
    return Math.sqrt(off / all);
  }

  private static Picture noise(int width, int height, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    float[] rgb = new float[3 * width * height];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = random.nextFloat();
    }
    return Picture.of(width, height, rgb);
  }
}
