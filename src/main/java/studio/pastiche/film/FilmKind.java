package studio.pastiche.film;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import studio.pastiche.picture.Size;

/// The kinds of file a film can be.
public enum FilmKind {
  /// Plays in any page and message; 256 colours, and large.
  GIF("gif", 50, 4096),

  /// H.264: plays everywhere, true colours, small. 3072 px is the largest square of the encoder's
  /// highest level (36,864 macroblocks).
  MP4("mp4", 60, 3072);

  private final String extension;
  private final double fastest;
  private final int largest;

  FilmKind(String extension, double fastest, int largest) {
    this.extension = extension;
    this.fastest = fastest;
    this.largest = largest;
  }

  /// The kind that a file's extension names, if any.
  public static Optional<FilmKind> of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    for (FilmKind kind : values()) {
      if (name.endsWith("." + kind.extension)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /// The end of a file's name, without the dot.
  public String extension() {
    return extension;
  }

  /// The most pictures a second that players keep up with.
  double fastest() {
    return fastest;
  }

  /// The largest long side.
  public int largest() {
    return largest;
  }

  /// The size of a film of pictures of that size, with this long side at most.
  Size fitted(Size picture, int longSide) {
    Size size = picture.withLongSide(Math.min(Math.min(longSide, largest), picture.longSide()));
    return switch (this) {
      case GIF -> size;
      case MP4 -> new Size(even(size.width()), even(size.height()));
    };
  }

  /// H.264 halves its colours' sides, and its encoder wants 16 pixels.
  private static int even(int side) {
    return Math.max(16, side / 2 * 2);
  }
}
