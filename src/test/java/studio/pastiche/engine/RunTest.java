package studio.pastiche.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
  @CsvSource({"ADAM,FLOAT32", "ADAM,BFLOAT16", "LBFGS,FLOAT32", "LBFGS,BFLOAT16"})
  void theSameRecipeGivesTheSamePictureBitForBit(OptimizerKind kind, Precision precision)
      throws Exception {
    Recipe recipe =
        TestMaterials.recipe(materials, 181, 12)
            .withComputation(new Computation("cpu", precision, 0))
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
    Recipe usual = TestMaterials.recipe(materials, 80, 10);
    Recipe recipe = usual.withSchedule(usual.schedule().withDial(Dial.PEER));
    List<RunListener.Recovery> recoveries = new ArrayList<>();
    try (Run run = engine.start(recipe, materials)) {
      RunResult result =
          run.paint(
              new RunListener() {
                @Override
                public void painted(Painted painted) {
                  spoilAfterFour(run, painted);
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
      Paintings.assertAllWithin(result.picture());
      assertEquals(2, result.recipe().changes().size());
      assertArrayEquals(result.picture().rgb(), paint(result.recipe()).picture().rgb());
    }
  }

  @Test
  void aRecipeRepeatsFailuresAndWhatWasTunedBetweenThem() throws Exception {
    Recipe recipe = TestMaterials.recipe(materials, 80, 10);
    List<Integer> failures = new ArrayList<>();
    RunResult result;
    try (Run run = engine.start(recipe, materials)) {
      result =
          run.paint(
              new RunListener() {
                @Override
                public void painted(Painted painted) {
                  spoilAfterFour(run, painted);
                }

                @Override
                public void recovered(Recovery recovery) {
                  failures.add(recovery.at().iteration());
                  if (failures.size() == 2) {
                    run.tune(recipe.tuning().withStyleWeight(20));
                  }
                }
              });
    }
    assertEquals(List.of(4, 4), failures);
    assertArrayEquals(result.picture().rgb(), paint(result.recipe()).picture().rgb());
  }

  @Test
  void aTuningAskedForJustBeforeTheStateIsTakenIsPartOfIt() throws Exception {
    Recipe recipe = TestMaterials.recipe(materials, 80, 10);
    RunResult whole;
    RunState state;
    try (Run run = engine.start(recipe, materials)) {
      run.paint(stopAfter(run, 5));
      run.tune(run.tuning().withStyleWeight(50));
      state = run.state();
      whole = run.paint(painted -> {});
    }
    try (Run run = engine.goOn(recipe, materials, state)) {
      RunResult continued = run.paint(painted -> {});
      assertArrayEquals(whole.picture().rgb(), continued.picture().rgb());
      assertEquals(whole.recipe(), continued.recipe());
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
                  spoilAfterFour(run, painted);
                }

                @Override
                public void recovered(Recovery recovery) {
                  recoveries.add(recovery);
                }
              });
      assertEquals(RunResult.End.NOT_FINITE, result.end());
      assertEquals(3, recoveries.size());
      assertTrue(recoveries.getLast().gaveUp());
      Paintings.assertAllWithin(result.picture());
      assertTrue(Paintings.meanDifference(good.get(), result.picture()) < 0.05);
      RunResult again = paint(result.recipe());
      assertEquals(RunResult.End.NOT_FINITE, again.end());
      assertArrayEquals(result.picture().rgb(), again.picture().rgb());
    }
  }

  private RunResult paint(Recipe recipe) throws InterruptedException {
    return Paintings.paint(engine, recipe, materials);
  }

  private static RunListener stopAfter(Run run, int iterations) {
    return painted -> {
      if (painted.done() == iterations) {
        run.stop();
      }
    };
  }

  /// Asks for a weight that no float32 holds, so that the next evaluation is not finite.
  private static void spoilAfterFour(Run run, Painted painted) {
    if (painted.done() == 4) {
      run.tune(run.tuning().withContentWeight(1e300));
    }
  }
}
