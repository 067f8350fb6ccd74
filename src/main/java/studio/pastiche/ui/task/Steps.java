package studio.pastiche.ui.task;

import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// What long work tells of its progress, and asks. Used on the work's own thread.
public final class Steps {
  /// Before that no time left is told: it would jump about.
  private static final double EARLIEST = 1;

  private final Consumer<TaskProgress.Report> listener;
  private final LongSupplier clock;
  private final long began;
  private volatile boolean cancelled;

  /// @param clock in nanoseconds
  Steps(Consumer<TaskProgress.Report> listener, LongSupplier clock) {
    this.listener = listener;
    this.clock = clock;
    began = clock.getAsLong();
  }

  /// Tells that so much of all is done, in whatever unit.
  ///
  /// @param total 0 or less where it is not known
  /// @throws CancellationException where nobody wants the work any more
  public void at(long done, long total) {
    stopIfCancelled();
    if (total <= 0) {
      listener.accept(new TaskProgress.Report(TaskProgress.UNKNOWN, OptionalDouble.empty()));
      return;
    }
    double fraction = Math.clamp((double) done / total, 0, 1);
    double taken = (clock.getAsLong() - began) / 1e9;
    boolean known = taken >= EARLIEST && fraction > 0;
    listener.accept(
        new TaskProgress.Report(
            fraction,
            known ? OptionalDouble.of(taken * (1 - fraction) / fraction) : OptionalDouble.empty()));
  }

  /// As [#at(long, long)], where the work knows better how long it will yet take.
  ///
  /// @param secondsLeft infinity where nobody knows
  public void at(long done, long total, double secondsLeft) {
    stopIfCancelled();
    double fraction = total <= 0 ? TaskProgress.UNKNOWN : Math.clamp((double) done / total, 0, 1);
    listener.accept(
        new TaskProgress.Report(
            fraction,
            Double.isFinite(secondsLeft)
                ? OptionalDouble.of(secondsLeft)
                : OptionalDouble.empty()));
  }

  /// Throws CancellationException where nobody wants the work any more. Good places are those where
  /// nothing is half done.
  public void stopIfCancelled() {
    if (cancelled) {
      throw new CancellationException();
    }
  }

  public boolean cancelled() {
    return cancelled;
  }

  void cancel() {
    cancelled = true;
  }
}
