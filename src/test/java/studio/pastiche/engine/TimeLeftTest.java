package studio.pastiche.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
  private static final long MS = 1_000_000;
  private final Stage small = new Stage(0, 100, 100, 20, 0);
  private final Stage large = new Stage(1, 200, 200, 10, 20);
  private final TimeLeft left = new TimeLeft(() -> new Pyramid(List.of(small, large), Dial.GOOD));

  @Test
  void laterStagesAreReckonedByTheirPixels() {
    left.from(0);
    for (int i = 1; i <= 10; i++) {
      left.iteration(small, i * 10 * MS);
    }
    assertEquals(10, left.milliseconds(), 1e-9);
    assertEquals(0.1 + 10 * 0.04, left.secondsLeft(small, 10), 1e-9);
  }

  @Test
  void aStagesFirstIterationsDoNotCount() {
    left.from(0);
    long now = 0;
    for (int i = 0; i < 10; i++) {
      now += (i < 2 ? 5000 : 10) * MS;
      left.iteration(small, now);
    }
    assertEquals(10, left.milliseconds(), 1e-9);
  }

  @Test
  void aPauseDoesNotCount() {
    left.from(0);
    for (int i = 1; i <= 5; i++) {
      left.iteration(small, i * 10 * MS);
    }
    left.from(100_000 * MS);
    left.iteration(small, 100_010 * MS);
    assertEquals(10, left.milliseconds(), 1e-9);
  }
}
