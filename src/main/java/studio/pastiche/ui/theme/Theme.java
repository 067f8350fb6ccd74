package studio.pastiche.ui.theme;

/// How the window looks.
public enum Theme {
  /// Light or dark as the system is.
  SYSTEM,
  LIGHT,
  DARK
}
