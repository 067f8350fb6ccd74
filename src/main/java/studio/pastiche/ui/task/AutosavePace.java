package studio.pastiche.ui.task;

import java.time.Duration;

/// Says when a run's state is worth writing down: every so often, and rarer where that takes long,
/// so that it is written for at most a quarter of the time.
final class AutosavePace {
  private final long every;
  private volatile long next;
  private long began;

  /// @param every at most so often; zero for whenever the one before is written
  /// @param now in nanoseconds
  AutosavePace(Duration every, long now) {
    this.every = every.toNanos();
    next = now + this.every;
  }

  boolean due(long now) {
    return now - next >= 0;
  }

  /// One is made; none is due until it is written.
  void begin(long now) {
    began = now;
    next = now + Long.MAX_VALUE / 2;
  }

  /// It is written, or could not be. From any thread.
  void end(long now) {
    next = every == 0 ? now : Math.max(began + every, now + 3 * (now - began));
  }
}
