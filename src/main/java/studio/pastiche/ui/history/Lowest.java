package studio.pastiche.ui.history;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import studio.pastiche.session.Snapshot;

/// Finds the snapshot that is closest to what was asked for.
public final class Lowest {
  private Lowest() {}

  /// Of a run's snapshots, that with the lowest loss among those of the largest stage: a small
  /// picture is easily close to its targets, but nobody wants it in place of a large one.
  public static Optional<Snapshot> of(List<Snapshot> run) {
    int largest = run.stream().mapToInt(s -> s.mark().stage()).max().orElse(0);
    return run.stream()
        .filter(s -> s.mark().stage() == largest)
        .min(Comparator.comparingDouble(s -> s.mark().loss()));
  }
}
