package studio.pastiche.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EngineExtension.class)
@Timeout(120)
class LevellingTest {
  private static final Stage STAGE = new Stage(0, 80, 60, 60, 0);
  private final Engine engine;
  private final Materials materials = TestMaterials.small();

  LevellingTest(Engine engine) {
    this.engine = engine;
  }

  @Test
  void itLooksInTheSecondHalfOnly() {
    Levelling levelling = new Levelling(null);
    List<Integer> looks = new ArrayList<>();
    for (int done = 1; done <= 60; done++) {
      if (levelling.due(Steps.FALLING, STAGE, done)) {
        looks.add(done);
      }
    }
    assertEquals(List.of(30, 40, 50), looks);
    assertFalse(levelling.due(Steps.FALLING, new Stage(0, 80, 60, 20, 0), 10), "a short stage");
    assertFalse(levelling.due(Steps.PEER, STAGE, 30));
  }

  @Test
  void aStageIsOverWhereTheDistanceHardlyFalls() {
    Levelling levelling = new Levelling(null);
    levelling.seen(0.5);
    levelling.seen(0.49);
    assertFalse(levelling.over());
    levelling.seen(0.4899);
    assertTrue(levelling.over());
    levelling.restart();
    assertFalse(levelling.over());
  }

  @Test
  void theStageEndsEarlyIsSaidAndRepeatsBitForBit() throws Exception {
    Recipe recipe = still();
    AtomicReference<Integer> saidAt = new AtomicReference<>();
    List<Integer> painted = new ArrayList<>();
    RunResult first = paint(recipe, painted, saidAt);
    assertEquals(16, painted.getLast());
    assertEquals(16, saidAt.get());
    assertEquals(RunResult.End.FINISHED, first.end());
    assertNull(first.recipe().end(), "it ends there by itself when it is repeated");

    List<Integer> again = new ArrayList<>();
    RunResult second = paint(first.recipe(), again, saidAt);
    assertEquals(painted, again);
    assertArrayEquals(first.picture().rgb(), second.picture().rgb());
  }

  @Test
  void aRunThatGoesOnFromAStateEndsItsStageWhereTheOtherDoes() throws Exception {
    Recipe recipe = still();
    AtomicReference<Integer> saidAt = new AtomicReference<>();
    RunResult whole = paint(recipe, new ArrayList<>(), saidAt);
    RunState state;
    try (Run run = engine.start(recipe, materials)) {
      run.paint(
          p -> {
            if (p.iteration() == 14) {
              run.stop();
            }
          });
      state = run.state();
    }
    assertNotNull(state.level(), "it has looked once");
    List<Integer> rest = new ArrayList<>();
    try (Run run = engine.goOn(recipe, materials, state)) {
      RunResult end = run.paint(p -> rest.add(p.iteration()));
      assertEquals(List.of(15, 16), rest);
      assertArrayEquals(whole.picture().rgb(), end.picture().rgb());
    }
  }

  @Test
  void whereTheDistanceFallsNothingIsLeftOut() throws Exception {
    Recipe recipe = TestMaterials.recipe(materials, 80, 24);
    List<Integer> painted = new ArrayList<>();
    paint(recipe, painted, new AtomicReference<>());
    assertEquals(24, painted.getLast());
  }

  /// So small a learning rate that nothing happens.
  private Recipe still() {
    Recipe recipe = TestMaterials.recipe(materials, 80, 24);
    return recipe.withTuning(recipe.tuning().withLearningRate(1e-7));
  }

  private RunResult paint(Recipe recipe, List<Integer> painted, AtomicReference<Integer> saidAt)
      throws Exception {
    try (Run run = engine.start(recipe, materials)) {
      return run.paint(
          new RunListener() {
            @Override
            public void painted(Painted one) {
              painted.add(one.iteration());
            }

            @Override
            public void levelledOff(Stage stage, int iteration) {
              saidAt.set(iteration);
            }
          });
    }
  }
}
