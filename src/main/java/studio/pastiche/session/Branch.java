package studio.pastiche.session;

import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Recipe;
import studio.pastiche.picture.Size;

/// One run of the session. Runs that go on from a snapshot of another make it a tree.
///
/// @param number from 1; its snapshots bear it as [Snapshot.Mark#run]
/// @param name what the artist calls it; may be empty
/// @param origin where it goes on from, or null where it started anew
/// @param recipe as the run began
/// @param finalSize of its last stage
public record Branch(
    int number, String name, @Nullable Origin origin, Recipe recipe, Size finalSize) {
  /// A place in another branch.
  ///
  /// @param branch its number
  /// @param iteration in all of the snapshot there
  public record Origin(int branch, int iteration) {
    /// The place of a snapshot.
    public static Origin of(Snapshot snapshot) {
      return new Origin(snapshot.mark().run(), snapshot.mark().iteration());
    }
  }
}
