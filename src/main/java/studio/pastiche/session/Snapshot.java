package studio.pastiche.session;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Distances;
import studio.pastiche.engine.Recipe;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;

/// A moment of a painting that was kept. Its pixels lie on disk; see [SnapshotStore].
///
/// @param id unlike any other's in its document, from 1
/// @param mark where in which run it was taken
/// @param size of its picture
/// @param recipe that leads to it
/// @param thumbnail a small opaque picture of it for the strip
/// @param file where its pixels are
/// @param state where the run's state at that moment is, or null where it was not kept
/// @param pinned whether the artist wants it kept whatever is cleared away
/// @param saved whether it was saved as a picture
public record Snapshot(
    int id,
    Mark mark,
    Size size,
    Recipe recipe,
    Thumbnail thumbnail,
    Path file,
    @Nullable Path state,
    boolean pinned,
    boolean saved) {
  /// About what a pixel takes of the disk: three numbers of 16 bits.
  public static final int BYTES_PER_PIXEL = 6;

  /// Where a snapshot was taken.
  ///
  /// @param run which of the session's runs, from 1: its branch's number
  /// @param stage of the run, from 1
  /// @param stages of the run in all
  /// @param iteration in all, from 1
  /// @param loss there
  /// @param distances there, without weights; those of the image that the iteration started from
  /// @param finalSize of the run's last stage; the snapshot is shown at this size
  /// @param last whether the run ended here
  public record Mark(
      int run,
      int stage,
      int stages,
      int iteration,
      double loss,
      Distances distances,
      Size finalSize,
      boolean last) {}

  /// Whether it is the same one, perhaps pinned, saved or without its state by now. Ids begin anew
  /// with each document; its file is a snapshot's own wherever it is from.
  public boolean isSameAs(Snapshot other) {
    return file.equals(other.file);
  }

  /// The same, pinned or not.
  public Snapshot withPinned(boolean on) {
    return new Snapshot(id, mark, size, recipe, thumbnail, file, state, on, saved);
  }

  /// The same, saved as a picture or not.
  public Snapshot withSaved(boolean done) {
    return new Snapshot(id, mark, size, recipe, thumbnail, file, state, pinned, done);
  }

  /// The same with its run's state elsewhere, or nowhere.
  public Snapshot withState(@Nullable Path other) {
    return new Snapshot(id, mark, size, recipe, thumbnail, file, other, pinned, saved);
  }

  /// The same picture in other files.
  Snapshot movedTo(Path pixels, @Nullable Path other) {
    return new Snapshot(id, mark, size, recipe, thumbnail, pixels, other, pinned, saved);
  }

  /// Small pixels. A session has thousands, so they are kept as three bytes each: R, G and B, row
  /// by row.
  ///
  /// @param rgb not to be written
  public record Thumbnail(Size size, byte[] rgb) {
    private static final int LONG_SIDE = 144;

    static Thumbnail of(Picture picture) {
      Picture small = picture.scaledToLongSide(Math.min(LONG_SIDE, picture.longSide()));
      int[] argb = small.toArgb();
      byte[] rgb = new byte[3 * argb.length];
      for (int i = 0; i < argb.length; i++) {
        rgb[3 * i] = (byte) (argb[i] >> 16);
        rgb[3 * i + 1] = (byte) (argb[i] >> 8);
        rgb[3 * i + 2] = (byte) argb[i];
      }
      return new Thumbnail(small.size(), rgb);
    }

    /// The pixels, 0xFFRRGGBB row by row.
    public int[] argb() {
      int[] argb = new int[rgb.length / 3];
      for (int i = 0; i < argb.length; i++) {
        argb[i] =
            0xff000000
                | (rgb[3 * i] & 0xff) << 16
                | (rgb[3 * i + 1] & 0xff) << 8
                | (rgb[3 * i + 2] & 0xff);
      }
      return argb;
    }
  }
}
