package studio.pastiche.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.picture.Picture;

@ExtendWith(EngineExtension.class)
@Timeout(120)
/// What a recipe can ask for.
class RunSettingsTest {
  private final Engine engine;
  private final Materials materials = TestMaterials.small();

  RunSettingsTest(Engine engine) {
    this.engine = engine;
  }

  @ParameterizedTest
  @CsvSource({"1,1", "900,9", "9,900", "64,48"})
  void oddShapesNeitherCrashNorGiveNaN(int width, int height) throws Exception {
    for (Picture content :
        List.of(TestMaterials.flat(width, height, 0.5f), TestMaterials.waves(width, height, 1))) {
      for (Statistic statistic : Statistic.values()) {
        Materials odd = TestMaterials.of(content, TestMaterials.flat(1, 1, 0.5f));
        Recipe recipe =
            TestMaterials.recipe(odd, 181, 6)
                .withLayers(Layers.defaults().withStatistic(statistic));
        try (Run run = engine.start(recipe, odd)) {
          RunResult result = run.paint(painted -> assertTrue(Double.isFinite(painted.loss())));
          Paintings.assertAllWithin(result.picture());
        }
      }
    }
  }

  @Test
  void severalStylesBlendByTheirMix() throws Exception {
    Picture other = TestMaterials.flat(64, 64, 0.1f);
    Materials two = TestMaterials.of(materials.content(), materials.styles().getFirst(), other);
    Recipe recipe = TestMaterials.recipe(two, 80, 8);
    Tuning onlyFirst = recipe.tuning().withStyleMix(List.of(2.0, 0.0));
    Picture first = Paintings.paint(engine, recipe.withTuning(onlyFirst), two).picture();
    assertArrayEquals(paint(TestMaterials.recipe(materials, 80, 8)).picture().rgb(), first.rgb());
    Picture both = Paintings.paint(engine, recipe, two).picture();
    assertTrue(Paintings.meanDifference(first, both) > 0.005);
  }

  @ParameterizedTest
  @EnumSource(OptimizerKind.class)
  void clippingTheGradientChangesTheWayAndKeepsItSane(OptimizerKind kind) throws Exception {
    Recipe recipe =
        TestMaterials.recipe(materials, 80, 20)
            .withOptimization(new Optimization(kind, null, 1e-3));
    List<Double> losses = new ArrayList<>();
    Picture clipped;
    try (Run run = engine.start(recipe, materials)) {
      clipped = run.paint(painted -> losses.add(painted.loss())).picture();
    }
    assertTrue(losses.getLast() < losses.getFirst());
    Recipe free = recipe.withOptimization(new Optimization(kind, null, null));
    assertTrue(Paintings.meanDifference(clipped, paint(free).picture()) > 0);
  }

  @Test
  void lbfgsNeverRaisesTheLoss() throws Exception {
    Recipe recipe =
        TestMaterials.recipe(materials, 80, 25)
            .withOptimization(Optimization.defaults().withOptimizer(OptimizerKind.LBFGS));
    List<Double> losses = new ArrayList<>();
    try (Run run = engine.start(recipe, materials)) {
      Paintings.assertAllWithin(run.paint(painted -> losses.add(painted.loss())).picture());
    }
    for (int i = 1; i < losses.size(); i++) {
      assertTrue(losses.get(i) <= losses.get(i - 1), losses.toString());
    }
    assertTrue(losses.getLast() < 0.5 * losses.getFirst());
  }

  @ParameterizedTest
  @EnumSource(Init.Kind.class)
  void everyStartPaints(Init.Kind kind) throws Exception {
    Materials with =
        kind == Init.Kind.PICTURE
            ? new Materials(
                materials.content(),
                materials.styles(),
                TestMaterials.waves(50, 90, 2.5),
                materials.network())
            : materials;
    Recipe recipe =
        TestMaterials.recipe(with, 80, 4).withInit(new Init(kind, 0.3, Init.Noise.UNIFORM, 3));
    List<Double> losses = new ArrayList<>();
    try (Run run = engine.start(recipe, with)) {
      run.paint(painted -> losses.add(painted.loss()));
    }
    assertTrue(losses.getLast() < losses.getFirst());
  }

  @Test
  void bfloat16PaintsNearlyTheSamePicture() throws Exception {
    Recipe usual = TestMaterials.recipe(materials, 80, 30);
    // a few wide steps would make any difference grow
    Recipe recipe = usual.withSchedule(usual.schedule().withDial(Dial.PEER));
    Recipe narrow = recipe.withComputation(new Computation("cpu", Precision.BFLOAT16, 0));
    assertTrue(Paintings.meanDifference(paint(recipe).picture(), paint(narrow).picture()) < 0.03);
  }

  @Test
  void autoIsSettledAndWrittenIntoTheRecipe() throws Exception {
    Recipe recipe = TestMaterials.recipe(materials, 64, 1).withComputation(Computation.AUTO);
    Computation settled = paint(recipe).recipe().computation();
    assertEquals(engine.settle(Precision.AUTO), settled.precision());
    assertEquals("cpu", settled.device());
    assertTrue(settled.threads() > 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"relu1_2", "relu2_2=0.5,relu5_1=2", "relu3_4,relu4_3"})
  void anyLayersCanBeChosen(String style) throws Exception {
    Recipe recipe =
        TestMaterials.recipe(materials, 64, 6)
            .withLayers(
                Layers.defaults()
                    .withStyle(Layers.weights(style))
                    .withContent(Layers.weights("relu3_2,relu4_1=0.5"))
                    .withPooling(Pooling.AVERAGE));
    List<Distances> distances = new ArrayList<>();
    try (Run run = engine.start(recipe, materials)) {
      run.paint(painted -> distances.add(painted.distances()));
    }
    assertEquals(Layers.weights(style).keySet(), distances.getLast().style().keySet());
    assertNotNull(distances.getLast().content().get(Layer.of("relu3_2")));
  }

  @Test
  void aLayerThatTheNetworkLacksIsRefused() {
    Recipe recipe =
        TestMaterials.recipe(materials, 64, 6)
            .withLayers(Layers.defaults().withStyle(Layers.weights("relu5_4")));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> engine.start(recipe, materials));
    assertEquals("network compact ends at relu5_1, before relu5_4", e.getMessage());
  }

  @Test
  void alphaComesBackInTheResult() throws Exception {
    int n = 40 * 40;
    float[] alpha = new float[n];
    java.util.Arrays.fill(alpha, 0, n / 2, 1);
    Picture content = Picture.of(40, 40, TestMaterials.waves(40, 40, 1).rgb(), alpha);
    Materials clear = TestMaterials.of(content, materials.styles().getFirst());
    Picture result = Paintings.paint(engine, TestMaterials.recipe(clear, 80, 2), clear).picture();
    assertNotNull(result.alpha());
    assertEquals(1, result.alpha()[10 * 80 + 40], 1e-3);
    assertEquals(0, result.alpha()[70 * 80 + 40], 1e-3);
  }

  @Test
  void aFrameIsTheShownPictureIn8Bits() throws Exception {
    Recipe recipe = TestMaterials.recipe(materials, 80, 3);
    try (Run run = engine.start(recipe, materials)) {
      run.paint(painted -> assertArrayEquals(painted.picture().toArgb(), painted.frame().argb()));
    }
  }

  private RunResult paint(Recipe recipe) throws InterruptedException {
    return Paintings.paint(engine, recipe, materials);
  }
}
