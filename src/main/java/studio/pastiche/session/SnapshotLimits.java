package studio.pastiche.session;

import java.util.ArrayList;
import java.util.List;

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
    List<Snapshot> left = new ArrayList<>(all);
    List<Snapshot> gone = new ArrayList<>();
    for (Snapshot each : all) {
      int run = each.mark().run();
      List<Snapshot> siblings = left.stream().filter(s -> s.mark().run() == run).toList();
      boolean tooMany = mostPerRun > 0 && siblings.size() > mostPerRun;
      boolean tooLarge = mostBytes > 0 && bytes(left) > mostBytes;
      if ((tooMany || tooLarge) && siblings.getLast() != each && !dear(each)) {
        left.remove(each);
        gone.add(each);
      }
    }
    return gone;
  }

  private static boolean dear(Snapshot snapshot) {
    return snapshot.pinned() || snapshot.mark().last() || snapshot.state() != null;
  }

  private static long bytes(List<Snapshot> snapshots) {
    return snapshots.stream().mapToLong(s -> s.size().pixels() * Snapshot.BYTES_PER_PIXEL).sum();
  }
}
