package studio.pastiche.ui.task;

/// Says when a frame for the screen is worth its making: at most about 30 a second, and rarer where
/// frames are dear, so that they take no more than a fiftieth of the painting thread's time.
final class FramePace {
  private static final long SHORTEST = 33_000_000;
  private static final long SHARE = 50;

  private long next = Long.MIN_VALUE;

  boolean due(long now) {
    return now >= next;
  }

  /// A frame was made.
  ///
  /// @param began when, in nanoseconds
  /// @param ended when it was done
  void made(long began, long ended) {
    next = ended + Math.max(SHORTEST, SHARE * (ended - began));
  }
}
