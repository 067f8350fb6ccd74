package studio.pastiche.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What may change while a run paints, and that its recipe repeats it.
@ExtendWith(EngineExtension.class)
@Timeout(120)
class RunTuningTest {
  private final Engine engine;
  private final Materials materials = TestMaterials.small();

  RunTuningTest(Engine engine) {
    this.engine = engine;
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

  @ParameterizedTest
  @EnumSource(OptimizerKind.class)
  void layerWeightsAreTunedAndRepeated(OptimizerKind kind) throws Exception {
    Recipe recipe =
        TestMaterials.recipe(materials, 80, 10)
            .withOptimization(Optimization.defaults().withOptimizer(kind));
    LayerWeights others =
        new LayerWeights(
            Layers.weights("relu1_1=0,relu2_1=0,relu3_1=1,relu4_1=0.5,relu5_1=0"),
            Layers.weights("relu4_2=0.2"));
    RunResult tuned = tunedAfterFour(recipe, t -> t.withLayers(others));
    assertTrue(Paintings.meanDifference(paint(recipe).picture(), tuned.picture()) > 0.001);
    RunResult again = paint(tuned.recipe());
    assertArrayEquals(tuned.picture().rgb(), again.picture().rgb());
    assertEquals(tuned.recipe(), again.recipe());
  }

  @Test
  void layerWeightsCountAsIfTheRecipeHadThem() throws Exception {
    Recipe recipe = TestMaterials.recipe(materials, 80, 6);
    LayerWeights others =
        new LayerWeights(
            Layers.weights("relu1_1=0,relu2_1=3,relu3_1=1,relu4_1=0.5,relu5_1=0"),
            Layers.weights("relu4_2=0.2"));
    Recipe having =
        recipe.withLayers(recipe.layers().withStyle(others.style()).withContent(others.content()));
    try (Run run = engine.start(recipe, materials)) {
      run.tune(run.tuning().withLayers(others));
      assertArrayEquals(paint(having).picture().rgb(), run.paint(painted -> {}).picture().rgb());
    }
  }

  @Test
  void weightsOfOtherLayersAreRefused() throws Exception {
    Recipe recipe = TestMaterials.recipe(materials, 80, 6);
    LayerWeights others = new LayerWeights(Layers.weights("relu1_1"), Layers.weights("relu4_2"));
    try (Run run = engine.start(recipe, materials)) {
      assertThrows(IllegalArgumentException.class, () -> run.tune(run.tuning().withLayers(others)));
    }
  }

  @ParameterizedTest
  @CsvSource({"ADAM,4,30", "ADAM,9,17", "ADAM,4,13", "LBFGS,9,17", "LBFGS,4,13"})
  void anotherNumberOfIterationsIsTakenAndRepeated(OptimizerKind kind, int after, int total)
      throws Exception {
    Recipe recipe =
        TestMaterials.recipe(materials, 181, 18)
            .withOptimization(new Optimization(kind, new Optimization.Decay(0.9, 5), null));
    RunResult tuned = tunedAfter(after, recipe, t -> t.withIterations(total));
    List<Integer> totals = new ArrayList<>();
    try (Run run = engine.start(tuned.recipe(), materials)) {
      RunResult again = run.paint(painted -> totals.add(painted.total()));
      assertArrayEquals(tuned.picture().rgb(), again.picture().rgb());
      assertEquals(tuned.recipe(), again.recipe());
      assertEquals(total, run.pyramid().iterations());
    }
    assertEquals(total, totals.size());
    assertEquals(18, totals.get(after - 1));
    assertEquals(total, totals.get(after));
  }

  @Test
  void fewerIterationsThanArePaintedEndTheRunAtItsSize() throws Exception {
    Recipe recipe = TestMaterials.recipe(materials, 181, 18);
    RunResult tuned = tunedAfterFour(recipe, t -> t.withIterations(2));
    assertEquals(RunResult.End.FINISHED, tuned.end());
    assertEquals(181, tuned.picture().longSide());
    assertNull(tuned.recipe().end());
    assertArrayEquals(tuned.picture().rgb(), paint(tuned.recipe()).picture().rgb());
  }

  @Test
  void onlyTheNumberOfIterationsLeavesTheWayAlone() throws Exception {
    Recipe usual = TestMaterials.recipe(materials, 80, 10);
    // whose steps do not depend on how many there will be
    Recipe recipe = usual.withSchedule(usual.schedule().withDial(Dial.PEER));
    RunResult tuned = tunedAfterFour(recipe, t -> t.withIterations(7));
    Recipe seven = recipe.withSchedule(recipe.schedule().withIterations(7));
    assertArrayEquals(paint(seven).picture().rgb(), tuned.picture().rgb());
  }

  @ParameterizedTest
  @CsvSource({"ADAM,6", "ADAM,9", "ADAM,14", "LBFGS,9"})
  void aRunWithOtherIterationsAndWeightsGoesOnFromItsState(OptimizerKind kind, int stopAfter)
      throws Exception {
    Recipe recipe =
        TestMaterials.recipe(materials, 181, 12)
            .withOptimization(Optimization.defaults().withOptimizer(kind));
    LayerWeights others =
        new LayerWeights(
            Layers.weights("relu1_1=0,relu2_1=3,relu3_1=1,relu4_1=0.5,relu5_1=0"),
            Layers.weights("relu4_2=0.2"));
    RunResult whole =
        tunedAfterFour(recipe, t -> t.withIterations(20).withLayers(others).withTvWeight(1));
    RunState state;
    try (Run run = engine.start(whole.recipe(), materials)) {
      run.paint(stopAfter(run, stopAfter));
      state = run.state();
    }
    try (Run run = engine.goOn(whole.recipe(), materials, state)) {
      RunResult continued = run.paint(painted -> {});
      assertArrayEquals(whole.picture().rgb(), continued.picture().rgb());
      assertEquals(whole.recipe(), continued.recipe());
    }
  }

  private RunResult paint(Recipe recipe) throws InterruptedException {
    return Paintings.paint(engine, recipe, materials);
  }

  private RunResult tunedAfterFour(Recipe recipe, UnaryOperator<Tuning> change)
      throws InterruptedException {
    return tunedAfter(4, recipe, change);
  }

  private RunResult tunedAfter(int iterations, Recipe recipe, UnaryOperator<Tuning> change)
      throws InterruptedException {
    try (Run run = engine.start(recipe, materials)) {
      return run.paint(
          painted -> {
            if (painted.done() == iterations) {
              run.tune(change.apply(run.tuning()));
            }
          });
    }
  }

  private static RunListener stopAfter(Run run, int iterations) {
    return painted -> {
      if (painted.done() == iterations) {
        run.stop();
      }
    };
  }
}
