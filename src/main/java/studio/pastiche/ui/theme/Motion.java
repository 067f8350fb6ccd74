package studio.pastiche.ui.theme;

/// Whether things may move by themselves.
public enum Motion {
  /// As the system's own setting says.
  SYSTEM,
  REDUCED,
  FULL
}
