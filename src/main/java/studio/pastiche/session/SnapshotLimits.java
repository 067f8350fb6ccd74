package studio.pastiche.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How many snapshots may be kept.
///
/// @param mostPerRun of one run; 0 for all
/// @param mostBytes that all of them may take of the disk; 0 for whatever they need
public record SnapshotLimits(int mostPerRun, long mostBytes) {
  /// Everything is kept.
  public static final SnapshotLimits NONE = new SnapshotLimits(0, 0);

  /// What has to go so that the rest is within the limits: the oldest first, and never one that is
  /// pinned, or a run's newest or last, or one with its run's state.
  ///
  /// @param all in the order in which they were kept
  public List<Snapshot> surplus(List<Snapshot> all) {
    if (equals(NONE)) {
      return List.of();
    }
    Map<Integer, Integer> counts = new HashMap<>();
    Map<Integer, Snapshot> newest = new HashMap<>();
    long bytes = 0;
    for (Snapshot each : all) {
      counts.merge(each.mark().run(), 1, Integer::sum);
      newest.put(each.mark().run(), each);
      bytes += bytes(each);
    }
    List<Snapshot> gone = new ArrayList<>();
    for (Snapshot each : all) {
      int run = each.mark().run();
      boolean tooMany = mostPerRun > 0 && counts.getOrDefault(run, 0) > mostPerRun;
      boolean tooLarge = mostBytes > 0 && bytes > mostBytes;
      if ((tooMany || tooLarge) && newest.get(run) != each && !dear(each)) {
        counts.merge(run, -1, Integer::sum);
        bytes -= bytes(each);
        gone.add(each);
      }
    }
    return gone;
  }

  private static boolean dear(Snapshot snapshot) {
    return snapshot.pinned() || snapshot.mark().last() || snapshot.state() != null;
  }

  private static long bytes(Snapshot snapshot) {
    return snapshot.size().pixels() * Snapshot.BYTES_PER_PIXEL;
  }
}
