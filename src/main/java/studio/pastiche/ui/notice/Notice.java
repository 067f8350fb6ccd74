package studio.pastiche.ui.notice;

/// A message inside the window.
///
/// @param kind how it looks and how long it stays
/// @param title what happened
/// @param detail what it means and what to do; may be empty
public record Notice(Kind kind, String title, String detail) {
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
