package studio.pastiche.ui.painting;

/// How many snapshots a session keeps.
///
/// @param most so many
/// @param thinOut whether old ones are given up beyond that; else all are kept, and the artist is
///   told that there are many
public record SnapshotLimit(int most, boolean thinOut) {
  /// More than a few hours' work.
  public static final SnapshotLimit DEFAULT = new SnapshotLimit(2000, false);
}
