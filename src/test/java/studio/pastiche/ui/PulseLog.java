package studio.pastiche.ui;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;

/// Measures how busy the JavaFX thread is. How long it keeps work waiting: a probe is queued again
/// and again, and what it waits is what the task or pulse before it still took, other programs'
/// share of the processor included. And how much of the processor it takes itself from one pulse to
/// the next, which other programs do not disturb.
final class PulseLog {
  private static final long PAUSE = 500_000;

  private final List<Long> waits = new ArrayList<>();
  private final List<Long> busy = new ArrayList<>();
  private final Thread prober;
  private volatile boolean over;
  private long lastPulse;

  private PulseLog() {
    prober = Thread.ofPlatform().daemon().name("pulse-log").unstarted(this::probe);
  }

  /// What was measured, in milliseconds.
  record Report(Spread waits, Spread busy) {
    @Override
    public String toString() {
      return "waits " + waits + "   processor time a pulse " + busy;
    }
  }

  /// Many times in four numbers.
  record Spread(double median, double p95, double p99, double longest) {
    static Spread of(List<Long> nanos) {
      List<Long> sorted = nanos.stream().sorted().toList();
      return new Spread(at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(List<Long> sorted, double share) {
      return sorted.isEmpty() ? 0 : sorted.get((int) ((sorted.size() - 1) * share)) / 1e6;
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%6.2f %6.2f %6.2f %7.2f", median, p95, p99, longest);
    }
  }

  static PulseLog start() {
    PulseLog log = new PulseLog();
    log.prober.start();
    return log;
  }

  /// Call at each pulse, on the JavaFX thread.
  void pulse() {
    long now = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    if (lastPulse != 0) {
      busy.add(now - lastPulse);
    }
    lastPulse = now;
  }

  Report stop() throws InterruptedException {
    over = true;
    prober.join();
    return new Report(Spread.of(waits), Spread.of(busy));
  }

  private void probe() {
    while (!over) {
      CountDownLatch done = new CountDownLatch(1);
      long asked = System.nanoTime();
      Platform.runLater(done::countDown);
      try {
        done.await();
      } catch (InterruptedException e) {
        return;
      }
      waits.add(System.nanoTime() - asked);
      LockSupport.parkNanos(PAUSE);
    }
  }
}
