package studio.pastiche.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialTest {
  private final Schedule good = Schedule.defaults();

  @Test
  void thePeersScheduleIsAsPublished() {
    assertEquals(List.of(1000, 500, 500, 500, 500), iterations(good.withDial(Dial.PEER)));
    assertEquals(3000, good.withDial(Dial.PEER).total());
  }

  @Test
  void mostOfAGoodPictureIsPaintedAtFullSize() {
    List<Integer> stages = iterations(good);
    assertEquals(5, stages.size());
    double smaller = 0;
    for (int i = 0; i < 4; i++) {
      smaller += stages.get(i) * Math.pow(0.5, 4 - i); // a stage has half the next one's pixels
    }
    assertTrue(stages.getLast() > smaller, stages.toString());
    assertEquals(stages.stream().mapToInt(i -> i).sum(), good.total());
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 181, 512, 2048})
  void eachTurnOfTheDialIsMoreWorkInEveryStage(int size) {
    List<Integer> draft = iterations(good.withSize(size).withDial(Dial.DRAFT));
    List<Integer> middle = iterations(good.withSize(size));
    List<Integer> print = iterations(good.withSize(size).withDial(Dial.PRINT));
    for (int i = 0; i < middle.size(); i++) {
      assertTrue(draft.get(i) < middle.get(i) && middle.get(i) < print.get(i), "stage " + i);
    }
  }

  @Test
  void iterationsByHandAreSharedOutAsTheDialsOwn() {
    List<Integer> own = iterations(good);
    List<Integer> twice = iterations(good.withIterations(2 * good.total()));
    assertEquals(own.stream().map(i -> 2 * i).toList(), twice);
  }

  @Test
  void anotherSizeHasAnotherNumberUnlessItIsSetByHand() {
    assertNotEquals(good.total(), good.withSize(2048).total());
    assertEquals(70, good.withIterations(70).withSize(2048).total());
  }

  @Test
  void aScheduleFromBeforeTheDialIsThePeersWithItsOwnIterations() {
    Schedule before = new Schedule(512, 600, StagePlan.PYRAMID, true, 1, null, null);
    assertEquals(Dial.PEER, before.dial());
    assertEquals(List.of(200, 100, 100, 100, 100), iterations(before));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Schedule(512, null, StagePlan.PYRAMID, true, 1, null, null));
  }

  @Test
  void stepsGetNarrowerTowardsAStagesEnd() {
    Steps steps = Dial.GOOD.steps(4, 5);
    assertEquals(steps.first(), steps.factor(0, 50));
    assertEquals(steps.last(), steps.factor(49, 50), 1e-12);
    for (int i = 1; i < 50; i++) {
      assertTrue(steps.factor(i, 50) < steps.factor(i - 1, 50));
    }
    assertEquals(steps.first(), steps.factor(0, 1));
    assertEquals(1, Dial.PEER.steps(4, 5).factor(30, 50), 1e-12);
  }

  private static List<Integer> iterations(Schedule schedule) {
    return Pyramid.of(400, 300, schedule).stages().stream().map(Stage::iterations).toList();
  }
}
