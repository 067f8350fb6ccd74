package studio.pastiche.ui.painting;

/// What a painting is doing.
public enum Phase {
  IDLE,
  /// Paint was pressed; the first iteration is not done yet.
  STARTING,
  PAINTING,
  PAUSED,
  /// Stop was pressed; the last picture is being kept.
  STOPPING;

  /// Whether a run exists or is being made.
  public boolean busy() {
    return this != IDLE;
  }
}
