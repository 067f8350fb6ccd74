package studio.pastiche.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PyramidTest {
  private final Schedule schedule = Schedule.defaults();
  private final Schedule peer = schedule.withDial(Dial.PEER);

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
    Pyramid pyramid = Pyramid.of(400, 300, peer.withSize(512).withIterations(480));
    assertEquals(
        List.of(160, 80, 80, 80, 80), pyramid.stages().stream().map(Stage::iterations).toList());
    assertEquals(
        List.of(0, 160, 240, 320, 400), pyramid.stages().stream().map(Stage::before).toList());
  }

  @Test
  void noIterationIsLost() {
    for (int iterations = 0; iterations < 20; iterations++) {
      Pyramid pyramid = Pyramid.of(400, 300, peer.withSize(512).withIterations(iterations));
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

  @Test
  void aPyramidCanBeginLater() {
    assertEquals(List.of(362, 512), longSides(schedule.withSize(512).withSmallest(300)));
    assertEquals(List.of(512), longSides(schedule.withSize(512).withSmallest(512)));
    assertEquals(List.of(512), longSides(schedule.withSize(512).withSmallest(900)));
  }

  @Test
  void moreIterationsAreSharedOutAsTheOthersWere() {
    Pyramid pyramid = Pyramid.of(400, 300, peer.withSize(512).withIterations(480));
    // half of the first stage's double share, and four more, are left of it
    Pyramid more = pyramid.replanned(new Moment(0, 80), 580);
    assertEquals(
        List.of(180, 100, 100, 100, 100), more.stages().stream().map(Stage::iterations).toList());
    assertEquals(
        List.of(0, 180, 280, 380, 480), more.stages().stream().map(Stage::before).toList());
  }

  @Test
  void whatIsPaintedStaysPaintedWhenFewerAreAskedFor() {
    Pyramid pyramid = Pyramid.of(400, 300, peer.withSize(512).withIterations(480));
    Pyramid fewer = pyramid.replanned(new Moment(1, 30), 100);
    assertEquals(
        List.of(160, 30, 0, 0, 0), fewer.stages().stream().map(Stage::iterations).toList());
    assertEquals(190, fewer.iterations());
  }

  @Test
  void aNewPlanLosesNoIterationAndTheSameNumberIsTheSamePlan() {
    for (int total = 190; total < 300; total++) {
      Pyramid pyramid = Pyramid.of(400, 300, peer.withSize(512).withIterations(480));
      Pyramid next = pyramid.replanned(new Moment(1, 30), total);
      assertEquals(total, next.iterations());
      assertEquals(total, next.stages().stream().mapToInt(Stage::iterations).sum());
      assertEquals(pyramid, pyramid.replanned(new Moment(1, 30), 480));
    }
  }

  private List<Integer> longSides(Schedule plan) {
    return Pyramid.of(400, 300, plan).stages().stream().map(Stage::longSide).toList();
  }
}
