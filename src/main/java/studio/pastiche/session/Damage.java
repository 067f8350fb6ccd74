package studio.pastiche.session;

/// Something of a document that could not be rescued.
///
/// @param kind what it was
/// @param name which one, as the artist knows it; may be empty
public record Damage(Kind kind, String name) {
  /// What may be damaged.
  public enum Kind {
    /// The file ends too early, or its list of contents is broken.
    FILE,
    /// The settings of the window.
    SETTINGS,
    /// An input picture.
    INPUT,
    /// A branch of the history, with its snapshots.
    BRANCH,
    /// A snapshot.
    SNAPSHOT,
    /// A run's state: it can be gone on from by its picture alone.
    STATE
  }
}
