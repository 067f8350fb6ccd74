package studio.pastiche.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PyramidTest {
  private final Schedule schedule = Schedule.defaults();

  @Test
  void stagesGrowByRootTwoFrom128() {
    assertEquals(List.of(128, 181, 256, 362, 512), longSides(schedule.withSize(512)));
    assertEquals(List.of(150, 212, 300), longSides(schedule.withSize(300)));
  }

  @Test
  void aSizeBelow128IsOneStage() {
    assertEquals(List.of(100), longSides(schedule.withSize(100)));
    assertEquals(List.of(128), longSides(schedule.withSize(128)));
  }

  @Test
  void aSingleStageIsTheWantedSizeAtOnce() {
    assertEquals(List.of(512), longSides(schedule.withStages(StagePlan.SINGLE)));
  }

  @Test
  void theFirstStageHasTwiceTheIterationsOfAnother() {
    Pyramid pyramid = Pyramid.of(400, 300, schedule.withSize(512).withIterations(480));
    assertEquals(
        List.of(160, 80, 80, 80, 80), pyramid.stages().stream().map(Stage::iterations).toList());
    assertEquals(
        List.of(0, 160, 240, 320, 400), pyramid.stages().stream().map(Stage::before).toList());
  }

  @Test
  void noIterationIsLost() {
    for (int iterations = 0; iterations < 20; iterations++) {
      Pyramid pyramid = Pyramid.of(400, 300, schedule.withSize(512).withIterations(iterations));
      assertEquals(iterations, pyramid.stages().stream().mapToInt(Stage::iterations).sum());
    }
  }

  @Test
  void theShortSideKeepsTheShapeAndIsNeverNothing() {
    Stage tall = Pyramid.of(300, 400, schedule).last();
    assertEquals("384x512", tall.width() + "x" + tall.height());
    Stage wide = Pyramid.of(9000, 9, schedule.withSize(128)).last();
    assertEquals("128x1", wide.width() + "x" + wide.height());
  }

  private List<Integer> longSides(Schedule plan) {
    return Pyramid.of(400, 300, plan).stages().stream().map(Stage::longSide).toList();
  }
}
