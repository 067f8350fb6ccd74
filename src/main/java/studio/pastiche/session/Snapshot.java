package studio.pastiche.session;

import java.nio.file.Path;
import studio.pastiche.engine.Recipe;
import studio.pastiche.picture.Size;

/// A moment of a painting that was kept. Its pixels lie on disk; see [SnapshotStore].
///
/// @param mark where in which run it was taken
/// @param size of its picture
/// @param recipe that leads to it
/// @param thumbnail a small opaque picture of it for the strip
/// @param file where its pixels are
public record Snapshot(Mark mark, Size size, Recipe recipe, Thumbnail thumbnail, Path file) {
  /// What a pixel takes of the disk: three numbers of 16 bits.
  public static final int BYTES_PER_PIXEL = 6;

  /// Where a snapshot was taken.
  ///
  /// @param run which of the session's runs, from 1
  /// @param stage of the run, from 1
  /// @param stages of the run in all
  /// @param iteration in all, from 1
  /// @param loss there
  /// @param finalSize of the run's last stage; the snapshot is shown at this size
  /// @param last whether the run ended here
  public record Mark(
      int run, int stage, int stages, int iteration, double loss, Size finalSize, boolean last) {}

  /// Small pixels, 0xFFRRGGBB row by row.
  public record Thumbnail(Size size, int[] argb) {}
}
