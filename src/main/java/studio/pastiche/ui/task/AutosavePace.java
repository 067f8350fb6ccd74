package studio.pastiche.ui.task;

import java.time.Duration;

/// Says when a run's state is to be written down: every so often, and sooner where that takes long,
/// for until it is written the one before is what a killed process leaves. So at most one and a
/// half of the interval is lost, unless writing alone takes longer than three quarters of it; then
/// one is written after the other.
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
    long took = now - began;
    next = Math.max(now, began + Math.min(every, every + every / 2 - took));
  }
}
