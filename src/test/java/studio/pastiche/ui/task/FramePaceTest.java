package studio.pastiche.ui.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FramePaceTest {
  private static final long MS = 1_000_000;

  @Test
  void dearFramesAreRare() {
    FramePace frames = new FramePace();
    frames.made(0, 10 * MS);
    assertEquals(false, frames.due(500 * MS));
    assertEquals(true, frames.due(510 * MS));
  }
}
