package studio.pastiche.ui.filmstrip;

import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Tuning;
import studio.pastiche.session.Branch;
import studio.pastiche.session.Snapshot;

/// What stands at a place of the strip.
sealed interface StripItem {
  /// The head of a run.
  record Head(Branch branch) implements StripItem {}

  /// A snapshot.
  ///
  /// @param before the tuning of the snapshot before, or null for the first
  /// @param now its own tuning
  /// @param lowest whether it is the one of its run with the lowest distance
  record Kept(Snapshot snapshot, @Nullable Tuning before, Tuning now, boolean lowest)
      implements StripItem {
    /// Whether it was tuned since the snapshot before.
    boolean tuned() {
      return before != null && !before.equals(now);
    }
  }
}
