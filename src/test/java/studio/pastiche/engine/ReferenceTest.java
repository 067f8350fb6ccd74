package studio.pastiche.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.engine.torch.Program;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.engine.torch.Tensor;
import studio.pastiche.engine.torch.TorchDevice;
import studio.pastiche.engine.weights.ReferenceNumbers;
import studio.pastiche.engine.weights.WeightsException;
import studio.pastiche.picture.Picture;
import tools.jackson.databind.JsonNode;

/// The engine against what PyTorch computes in float64.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferenceTest {
  private static final double TOLERANCE = 1e-3;

  private final ReferenceNumbers reference = new ReferenceNumbers();
  private final FeatureNetwork network = TestMaterials.reference("timm.safetensors");
  private Program program;

  @BeforeAll
  void open() {
    program = Program.open(TorchDevice.CPU, 0);
  }

  @AfterAll
  void close() {
    program.close();
  }

  static Stream<Arguments> everyNetworkAndTerm() {
    return ReferenceNumbers.NETWORKS.stream()
        .flatMap(n -> Stream.of(Pooling.values()).map(p -> List.of(n, p)))
        .flatMap(np -> Stream.of(Statistic.values()).map(s -> arguments(np.get(0), np.get(1), s)));
  }

  @ParameterizedTest
  @MethodSource("everyNetworkAndTerm")
  void distancesAndGradientsAreThoseOfTheReference(
      String file, Pooling pooling, Statistic statistic) throws WeightsException {
    FeatureNetwork network = TestMaterials.reference(file);
    Layers layers = Layers.defaults().withPooling(pooling).withStatistic(statistic);
    try (Scope scope = program.newScope()) {
      Features features = Features.load(program, scope, network, layers, Precision.FLOAT32);
      List<Tensor> content = features.contentTargets(scope, picture("content"));
      List<Tensor> style =
          features.styleTargets(
              scope, new double[] {1}, features.styleStatistics(scope, picture("style")));
      Tensor image = Features.tensor(scope, picture("image"));
      List<String> names = names(layers);
      for (int i = 0; i < names.size(); i++) {
        double[] factors = new double[names.size()];
        factors[i] = 1;
        List<Tensor> found = features.evaluate(scope, image, factors, content, style);
        String name = pooling + "." + names.get(i);
        double expected = reference.json().path("distances").path(name).asDouble();
        assertEquals(expected, found.get(0).toFloats()[i], TOLERANCE * expected, name);
        String gradient = pooling + ".gradient." + names.get(i);
        assertTrue(
            difference(found.get(1).toFloats(), reference.expected(gradient)) < TOLERANCE,
            gradient);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"MAX", "AVERAGE"})
  void featuresAndMomentsAreThoseOfTheReference(Pooling pooling) throws WeightsException {
    Layers layers = Layers.defaults().withPooling(pooling);
    try (Scope scope = program.newScope()) {
      Features features = Features.load(program, scope, network, layers, Precision.FLOAT32);
      Tensor content = features.contentTargets(scope, picture("image")).getFirst();
      String name = pooling + ".features.relu4_2";
      assertTrue(difference(content.toFloats(), reference.expected(name)) < TOLERANCE, name);
      List<Tensor> statistics = features.styleStatistics(scope, picture("image"));
      int at = 0;
      for (Layer layer : layers.style().keySet()) {
        for (String what : List.of(".mean.", ".second_moment.")) {
          float[] found = statistics.get(at++).toFloats();
          assertTrue(
              difference(found, reference.expected(pooling + what + layer)) < TOLERANCE,
              pooling + what + layer);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Statistic.class)
  void twentyFiveIterationsEndAtTheReferencesPicture(Statistic statistic) throws Exception {
    JsonNode settings = reference.json().path("run");
    StringBuilder weights = new StringBuilder();
    settings
        .path("layer_weights")
        .properties()
        .forEach(e -> weights.append(e.getKey()).append('=').append(e.getValue()).append(','));
    Layers layers =
        Layers.defaults()
            .withStatistic(statistic)
            .withStyle(Layers.weights(weights.substring(0, weights.length() - 1)));
    Materials materials =
        new Materials(picture("content"), List.of(picture("style")), null, network);
    Recipe recipe =
        TestMaterials.recipe(materials, 64, settings.path("iterations").asInt())
            .withLayers(layers)
            .withSchedule(
                new Schedule(64, settings.path("iterations").asInt(), StagePlan.SINGLE, false, 1)
                    .withDial(Dial.PEER))
            .withTuning(
                new Tuning(
                    settings.path("content_weight").asDouble(),
                    settings.path("style_weight").asDouble(),
                    settings.path("tv_weight").asDouble(),
                    settings.path("learning_rate").asDouble(),
                    List.of(1.0)));
    List<Double> losses = new ArrayList<>();
    try (Run run = Run.open(program, recipe, materials, null)) {
      RunResult result = run.paint(painted -> losses.add(painted.loss()));
      JsonNode expected = reference.json().path("run_losses").path(statistic.toString());
      assertEquals(expected.size(), losses.size());
      for (int i = 0; i < losses.size(); i++) {
        assertEquals(expected.get(i).asDouble(), losses.get(i), TOLERANCE * losses.get(i));
      }
      float[] image = reference.expected("run." + statistic + ".image");
      for (int i = 0; i < image.length; i++) {
        assertEquals(image[i], result.picture().rgb()[i], 1 / 255.0);
      }
    }
  }

  private static List<String> names(Layers layers) {
    List<String> names = new ArrayList<>();
    layers.content().keySet().forEach(layer -> names.add("content." + layer));
    layers.style().keySet().forEach(layer -> names.add(layers.statistic() + "." + layer));
    names.add("total_variation");
    return names;
  }

  private Picture picture(String name) throws WeightsException {
    int[] shape = reference.inputShape(name);
    return Picture.of(shape[3], shape[2], reference.input(name));
  }

  private static double difference(float[] found, float[] expected) {
    assertEquals(expected.length, found.length);
    double apart = 0;
    double length = 0;
    for (int i = 0; i < found.length; i++) {
      apart += Math.pow(found[i] - expected[i], 2);
      length += Math.pow(expected[i], 2);
    }
    return Math.sqrt(apart / length);
  }
}
