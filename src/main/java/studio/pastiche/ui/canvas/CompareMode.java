package studio.pastiche.ui.canvas;

/// How the canvas sets the painting against another picture.
public enum CompareMode {
  OFF,
  /// The other picture left of an edge, the painting right of it.
  WIPE,
  /// The other picture above an edge, the painting below it.
  WIPE_DOWN,
  /// The other picture beside the painting, with joined zoom and pan.
  SIDE_BY_SIDE;

  /// Whether an edge between the pictures can be moved.
  public boolean hasEdge() {
    return this == WIPE || this == WIPE_DOWN;
  }
}
