package studio.pastiche.ui.attention;

/// Tells the artist of something that is done, where the window is not in front and its own
/// messages would not be seen.
@FunctionalInterface
public interface Attention {
  /// Call on the JavaFX thread.
  ///
  /// @param title what happened
  /// @param detail what to do now; may be empty
  void call(String title, String detail);
}
