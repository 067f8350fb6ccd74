package studio.pastiche.ui.history;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import studio.pastiche.engine.Tuning;
import studio.pastiche.session.LossTrace;
import studio.pastiche.session.Snapshot;

/// Finds the snapshot of a run that is closest to what is asked for.
public final class Lowest {
  private Lowest() {}

  /// The one with the lowest loss among those of the largest stage: a small picture is easily close
  /// to its targets, but nobody wants it in place of a large one. All are weighed as the newest is,
  /// since a lower weight alone would make the loss lower. None where there is nothing to choose
  /// from.
  ///
  /// @param run its snapshots, oldest first
  public static Optional<Snapshot> of(List<Snapshot> run) {
    if (run.size() < 2) {
      return Optional.empty();
    }
    Tuning weights = LossTrace.lastTuning(run.getLast().recipe());
    int largest = run.stream().mapToInt(s -> s.mark().stage()).max().orElse(0);
    return run.stream()
        .filter(s -> s.mark().stage() == largest)
        .min(Comparator.comparingDouble(s -> loss(s, weights)));
  }

  private static double loss(Snapshot snapshot, Tuning weights) {
    LossTrace.Point point = LossTrace.Point.of(snapshot);
    return weights.contentWeight() * point.content()
        + weights.styleWeight() * point.style()
        + weights.tvWeight() * point.smoothness();
  }
}
