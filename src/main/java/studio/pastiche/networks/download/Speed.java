package studio.pastiche.networks.download;

import java.util.ArrayDeque;
import java.util.Deque;

/// How fast bytes came in over the last seconds.
final class Speed {
  private static final long WINDOW = 5_000_000_000L;

  private final Deque<Sample> samples = new ArrayDeque<>();

  private record Sample(long nanos, long bytes) {}

  /// @param nanos the time, as System.nanoTime() has it
  /// @param bytes that are here by now
  /// @return bytes a second; 0 where it can't be said yet
  double at(long nanos, long bytes) {
    if (!samples.isEmpty() && bytes < samples.getLast().bytes()) {
      // begun anew
      samples.clear();
    }
    samples.addLast(new Sample(nanos, bytes));
    while (samples.size() > 2 && nanos - samples.getFirst().nanos() > WINDOW) {
      samples.removeFirst();
    }
    Sample first = samples.getFirst();
    return nanos == first.nanos() ? 0 : (bytes - first.bytes()) * 1e9 / (nanos - first.nanos());
  }
}
