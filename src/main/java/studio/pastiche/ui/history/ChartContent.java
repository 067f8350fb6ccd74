package studio.pastiche.ui.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.pastiche.session.LossTrace.Point;
import studio.pastiche.session.Snapshot;

/// What the loss chart shows.
///
/// @param points in the order of their iterations
/// @param snapshots of the same runs, in the same order
/// @param lowest the snapshot that is closest to what was asked for, if there is one
/// @param chosen the snapshot on the canvas, if one was chosen
record ChartContent(
    List<Point> points,
    List<Snapshot> snapshots,
    @Nullable Snapshot lowest,
    @Nullable Snapshot chosen) {
  static final ChartContent EMPTY = new ChartContent(List.of(), List.of(), null, null);

  ChartContent {
    points = List.copyOf(points);
    snapshots = List.copyOf(snapshots);
  }

  /// The index of the point nearest to an iteration; -1 where there is none.
  int nearest(double iteration) {
    int low = 0;
    int high = points.size() - 1;
    while (high - low > 1) {
      int middle = (low + high) / 2;
      if (points.get(middle).iteration() <= iteration) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high > low && isNearer(high, low, iteration) ? high : Math.min(low, high);
  }

  private boolean isNearer(int one, int other, double iteration) {
    return Math.abs(points.get(one).iteration() - iteration)
        < Math.abs(points.get(other).iteration() - iteration);
  }

  /// The snapshot nearest to an iteration.
  Optional<Snapshot> snapshotNear(int iteration) {
    return snapshots.stream()
        .min(
            (a, b) ->
                Integer.compare(
                    Math.abs(a.mark().iteration() - iteration),
                    Math.abs(b.mark().iteration() - iteration)));
  }

  /// The points that begin a stage, but for the first.
  List<Point> stageStarts() {
    return changes((before, now) -> before.stage() != now.stage());
  }

  /// The points that a new tuning ruled first.
  List<Point> tunings() {
    return changes((before, now) -> !before.tuning().equals(now.tuning()));
  }

  private List<Point> changes(Change change) {
    List<Point> found = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      if (change.between(points.get(i - 1), points.get(i))) {
        found.add(points.get(i));
      }
    }
    return found;
  }

  private interface Change {
    boolean between(Point before, Point now);
  }
}
