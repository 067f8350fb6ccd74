package studio.pastiche.ui.notice;

/// A message inside the window.
///
/// @param kind how it looks and how long it stays
/// @param topic what it is about
/// @param title what happened
/// @param detail what it means and what to do; may be empty
public record Notice(Kind kind, Topic topic, String title, String detail) {
  /// What it is about: a later success there makes an error old.
  public enum Topic {
    PAINTING,
    SAVING,
    OTHER
  }

  /// How grave it is.
  public enum Kind {
    /// Goes by itself.
    DONE,
    /// Goes by itself, later.
    WARNING,
    /// Stays until dismissed.
    ERROR
  }
}
