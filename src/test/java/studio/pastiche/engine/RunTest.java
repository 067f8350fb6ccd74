package studio.pastiche.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
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
class RunTest {
  private final Engine engine;
  private final Materials materials = TestMaterials.small();

  RunTest(Engine engine) {
    this.engine = engine;
  }

  @Test
  void paintingBringsThePictureNearerToTheStyle() throws Exception {
    Recipe recipe = TestMaterials.recipe(materials, 80, 40);
    List<Double> losses = new ArrayList<>();
    RunResult result;
    try (Run run = engine.start(recipe, materials)) {
      result = run.paint(painted -> losses.add(painted.loss()));
    }
    assertEquals(40, losses.size());
    assertTrue(losses.getLast() < 0.5 * losses.getFirst(), losses.toString());
    assertEquals(RunResult.End.FINISHED, result.end());
    assertEquals("80x60", result.picture().width() + "x" + result.picture().height());
  }

  @ParameterizedTest
  @EnumSource(OptimizerKind.class)
  void theSameRecipeGivesTheSamePictureBitForBit(OptimizerKind kind) throws Exception {
    Recipe recipe =
        TestMaterials.recipe(materials, 181, 12)
            .withOptimization(Optimization.defaults().withOptimizer(kind))
            .withInit(new Init(Init.Kind.MIX, 0.5, Init.Noise.NORMAL, 7));
    assertArrayEquals(paint(recipe).picture().rgb(), paint(recipe).picture().rgb());
  }

  @Test
  void javaTidyingItsMemoryLeavesTheNetworkAlone() throws Exception {
    Recipe recipe = TestMaterials.recipe(materials, 64, 3);
    float[] undisturbed = paint(recipe).picture().rgb();
    try (Run run = engine.start(recipe, materials)) {
      List<ByteBuffer> others = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        System.gc();
        // whoever still reads memory that is Java's again reads this
        for (int size = 64; size <= 4096; size += 64) {
          ByteBuffer buffer = ByteBuffer.allocateDirect(size);
          while (buffer.hasRemaining()) {
            buffer.put((byte) 0xff);
          }
          others.add(buffer);
        }
      }
      assertArrayEquals(undisturbed, run.paint(painted -> {}).picture().rgb());
      assertFalse(others.isEmpty());
    }
  }

  @ParameterizedTest
  @CsvSource({"ADAM,2", "ADAM,8", "ADAM,9", "LBFGS,2", "LBFGS,6", "LBFGS,11"})
  void aRunContinuedFromItsStateEndsLikeOneNeverInterrupted(OptimizerKind kind, int stopAfter)
      throws Exception {
    Recipe recipe =
        TestMaterials.recipe(materials, 181, 18)
            .withOptimization(new Optimization(kind, new Optimization.Decay(0.9, 5), null));
    RunResult whole = paint(recipe);
    RunState state;
    try (Run run = engine.start(recipe, materials)) {
      RunResult part =
          run.paint(
              painted -> {
                if (painted.done() == stopAfter) {
                  run.stop();
                }
              });
      assertEquals(RunResult.End.STOPPED, part.end());
      state = run.state();
    }
    try (Run run = engine.goOn(recipe, materials, state)) {
      assertArrayEquals(whole.picture().rgb(), run.paint(painted -> {}).picture().rgb());
    }
  }

  @Test
  void aStoppedRunGoesOnWhenPaintedAgain() throws Exception {
    Recipe recipe = TestMaterials.recipe(materials, 181, 12);
    try (Run run = engine.start(recipe, materials)) {
      RunResult part = run.paint(stopAfter(run, 5));
      assertEquals(new Moment(0, 5), part.recipe().end());
      assertArrayEquals(paint(recipe).picture().rgb(), run.paint(painted -> {}).picture().rgb());
    }
  }

  @Test
  void aStopBeforePaintingOrAtAStagesEndIsHeeded() throws Exception {
    Recipe recipe = TestMaterials.recipe(materials, 181, 12);
    try (Run run = engine.start(recipe, materials)) {
      run.stop();
      assertEquals(Moment.START, run.paint(painted -> {}).recipe().end());
      RunResult part = run.paint(stopAfter(run, 8));
      assertEquals(new Moment(0, 8), part.recipe().end());
      assertEquals(128, part.picture().longSide());
      assertArrayEquals(paint(recipe).picture().rgb(), run.paint(painted -> {}).picture().rgb());
    }
  }

  @Test
  void aTuningTakesEffectAtTheNextIterationAndIsRemembered() throws Exception {
    Recipe recipe = TestMaterials.recipe(materials, 80, 10);
    List<Double> weights = new ArrayList<>();
    RunResult result;
    try (Run run = engine.start(recipe, materials)) {
      result =
          run.paint(
              painted -> {
                weights.add(painted.tuning().styleWeight());
                if (painted.done() == 4) {
                  run.tune(run.tuning().withStyleWeight(50));
                }
              });
    }
    double before = recipe.tuning().styleWeight();
    assertEquals(List.of(before, before, before, before, 50.0), weights.subList(0, 5));
    assertEquals(
        List.of(new TuningChange(new Moment(0, 4), recipe.tuning().withStyleWeight(50))),
        result.recipe().changes());
  }

  @ParameterizedTest
  @EnumSource(OptimizerKind.class)
  void aRecipeWithTuningsRepeatsThem(OptimizerKind kind) throws Exception {
    Recipe recipe =
        TestMaterials.recipe(materials, 80, 10)
            .withOptimization(Optimization.defaults().withOptimizer(kind));
    RunResult tuned;
    try (Run run = engine.start(recipe, materials)) {
      tuned =
          run.paint(
              painted -> {
                if (painted.done() == 4) {
                  run.tune(run.tuning().withStyleWeight(50).withLearningRate(0.05));
                }
              });
    }
    assertArrayEquals(tuned.picture().rgb(), paint(tuned.recipe()).picture().rgb());
  }

  @Test
  void pausingKeepsTheImageAndResumingGoesOn() throws Exception {
    Recipe recipe = TestMaterials.recipe(materials, 80, 10);
    try (Run run = engine.start(recipe, materials)) {
      CountDownLatch paused = new CountDownLatch(1);
      List<String> heard = new ArrayList<>();
      CompletableFuture<RunResult> result =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return run.paint(
                      new RunListener() {
                        @Override
                        public void painted(Painted painted) {
                          heard.add("painted");
                          if (painted.done() == 3) {
                            run.pause();
                          }
                        }

                        @Override
                        public void paused() {
                          heard.add("paused");
                          paused.countDown();
                        }

                        @Override
                        public void resumed() {
                          heard.add("resumed");
                        }
                      });
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
      paused.await();
      RunState first = run.state();
      RunState second = run.state();
      assertEquals(new Moment(0, 3), first.moment());
      assertArrayEquals(first.image(), second.image());
      run.resume();
      assertArrayEquals(paint(recipe).picture().rgb(), result.get().picture().rgb());
      assertEquals(
          List.of("painted", "painted", "painted", "paused", "resumed"), heard.subList(0, 5));
    }
  }

  @Test
  void aLossThatIsNotFiniteTurnsBackAndHalvesTheLearningRate() throws Exception {
    Recipe recipe = TestMaterials.recipe(materials, 80, 10);
    List<RunListener.Recovery> recoveries = new ArrayList<>();
    try (Run run = engine.start(recipe, materials)) {
      RunResult result =
          run.paint(
              new RunListener() {
                @Override
                public void painted(Painted painted) {
                  if (painted.done() == 4) {
                    run.tune(run.tuning().withContentWeight(1e300));
                  }
                }

                @Override
                public void recovered(Recovery recovery) {
                  recoveries.add(recovery);
                  run.tune(recipe.tuning());
                }
              });
      assertEquals(1, recoveries.size());
      assertEquals(recipe.tuning().learningRate() / 2, recoveries.getFirst().learningRate());
      assertFalse(recoveries.getFirst().gaveUp());
      assertEquals(RunResult.End.FINISHED, result.end());
      assertAllWithin(result.picture());
    }
  }

  @ParameterizedTest
  @EnumSource(OptimizerKind.class)
  void theThirdTimeTheRunEndsWithTheLastGoodPicture(OptimizerKind kind) throws Exception {
    Recipe recipe =
        TestMaterials.recipe(materials, 80, 10)
            .withOptimization(Optimization.defaults().withOptimizer(kind));
    List<RunListener.Recovery> recoveries = new ArrayList<>();
    AtomicReference<Picture> good = new AtomicReference<>();
    try (Run run = engine.start(recipe, materials)) {
      RunResult result =
          run.paint(
              new RunListener() {
                @Override
                public void painted(Painted painted) {
                  good.set(painted.picture());
                  if (painted.done() == 4) {
                    run.tune(run.tuning().withContentWeight(1e300));
                  }
                }

                @Override
                public void recovered(Recovery recovery) {
                  recoveries.add(recovery);
                }
              });
      assertEquals(RunResult.End.NOT_FINITE, result.end());
      assertEquals(3, recoveries.size());
      assertTrue(recoveries.getLast().gaveUp());
      assertAllWithin(result.picture());
      assertTrue(meanDifference(good.get(), result.picture()) < 0.05);
    }
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
          assertAllWithin(result.picture());
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
    assertArrayEquals(
        paint(TestMaterials.recipe(materials, 80, 8)).picture().rgb(),
        paint(recipe.withTuning(onlyFirst), two).picture().rgb());
    assertTrue(
        meanDifference(
                paint(recipe.withTuning(onlyFirst), two).picture(), paint(recipe, two).picture())
            > 0.005);
  }

  @ParameterizedTest
  @EnumSource(OptimizerKind.class)
  void clippingTheGradientKeepsTheRunSane(OptimizerKind kind) throws Exception {
    Recipe recipe =
        TestMaterials.recipe(materials, 80, 20)
            .withOptimization(new Optimization(kind, null, 1e-3));
    List<Double> losses = new ArrayList<>();
    try (Run run = engine.start(recipe, materials)) {
      run.paint(painted -> losses.add(painted.loss()));
    }
    assertTrue(losses.getLast() < losses.getFirst());
  }

  @Test
  void lbfgsNeverRaisesTheLoss() throws Exception {
    Recipe recipe =
        TestMaterials.recipe(materials, 80, 25)
            .withOptimization(Optimization.defaults().withOptimizer(OptimizerKind.LBFGS));
    List<Double> losses = new ArrayList<>();
    try (Run run = engine.start(recipe, materials)) {
      assertAllWithin(run.paint(painted -> losses.add(painted.loss())).picture());
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
    Recipe recipe = TestMaterials.recipe(materials, 80, 30);
    Recipe narrow = recipe.withComputation(new Computation("cpu", Precision.BFLOAT16, 0));
    assertTrue(meanDifference(paint(recipe).picture(), paint(narrow).picture()) < 0.03);
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
    Picture result = paint(TestMaterials.recipe(clear, 80, 2), clear).picture();
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
    return paint(recipe, materials);
  }

  private RunResult paint(Recipe recipe, Materials with) throws InterruptedException {
    try (Run run = engine.start(recipe, with)) {
      return run.paint(painted -> {});
    }
  }

  private static RunListener stopAfter(Run run, int iterations) {
    return painted -> {
      if (painted.done() == iterations) {
        run.stop();
      }
    };
  }

  private static double meanDifference(Picture a, Picture b) {
    double sum = 0;
    for (int i = 0; i < a.rgb().length; i++) {
      sum += Math.abs(a.rgb()[i] - b.rgb()[i]);
    }
    return sum / a.rgb().length;
  }

  private static void assertAllWithin(Picture picture) {
    for (float value : picture.rgb()) {
      assertTrue(value >= 0 && value <= 1, "a pixel of " + value);
    }
  }
}
