package studio.pastiche.ui.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.pastiche.engine.Pyramid;
import studio.pastiche.engine.Stage;

class PaceTest {
  private static final long MS = 1_000_000;
  private final Stage small = new Stage(0, 100, 100, 20, 0);
  private final Stage large = new Stage(1, 200, 200, 10, 20);
  private final Pace pace = new Pace(new Pyramid(List.of(small, large)));

  @Test
  void laterStagesAreReckonedByTheirPixels() {
    pace.from(0);
    for (int i = 1; i <= 10; i++) {
      pace.iteration(small, i * 10 * MS);
    }
    assertEquals(10, pace.milliseconds(), 1e-9);
    assertEquals(0.1 + 10 * 0.04, pace.secondsLeft(small, 10), 1e-9);
  }

  @Test
  void aStagesFirstIterationsDoNotCount() {
    pace.from(0);
    long now = 0;
    for (int i = 0; i < 10; i++) {
      now += (i < 2 ? 5000 : 10) * MS;
      pace.iteration(small, now);
    }
    assertEquals(10, pace.milliseconds(), 1e-9);
  }

  @Test
  void aPauseDoesNotCount() {
    pace.from(0);
    for (int i = 1; i <= 5; i++) {
      pace.iteration(small, i * 10 * MS);
    }
    pace.from(100_000 * MS);
    pace.iteration(small, 100_010 * MS);
    assertEquals(10, pace.milliseconds(), 1e-9);
  }

  @Test
  void dearFramesAreRare() {
    FramePace frames = new FramePace();
    frames.made(0, 10 * MS);
    assertEquals(false, frames.due(500 * MS));
    assertEquals(true, frames.due(510 * MS));
  }
}
