package studio.pastiche.picture;

import java.util.stream.IntStream;

/// The eight ways a camera can have been held, as EXIF numbers them (tag 0x0112): how the stored
/// rows have to be mirrored and turned so that the picture stands upright.
enum Orientation {
  UPRIGHT(false),
  MIRRORED(false),
  UPSIDE_DOWN(false),
  UPSIDE_DOWN_MIRRORED(false),
  TRANSPOSED(true),
  TURN_RIGHT(true),
  TRANSVERSED(true),
  TURN_LEFT(true);

  private final boolean swapsSides;

  Orientation(boolean swapsSides) {
    this.swapsSides = swapsSides;
  }

  /// The orientation of an EXIF value; anything but 1 to 8 counts as upright.
  static Orientation ofExif(int value) {
    return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
  }

  /// The size of the upright picture.
  Size upright(Size stored) {
    return swapsSides
        ? new Size(/* width= */ stored.height(), /* height= */ stored.width())
        : stored;
  }

  /// The upright planes of `planes` stored ones; the same array where nothing is to be done.
  float[] upright(float[] stored, Size size, int planes) {
    if (this == UPRIGHT) {
      return stored;
    }
    Size turned = upright(size);
    float[] result = new float[stored.length];
    int pixels = size.width() * size.height();
    int dx = source(1, 0, size) - source(0, 0, size);
    IntStream.range(0, planes * turned.height())
        .parallel()
        .forEach(
            row -> {
              int plane = row / turned.height() * pixels;
              int in = plane + source(0, row % turned.height(), size);
              int out = row * turned.width();
              for (int x = 0; x < turned.width(); x++, in += dx) {
                result[out + x] = stored[in];
              }
            });
    return result;
  }

  /// Where the upright picture's pixel (x, y) lies among the stored ones.
  private int source(int x, int y, Size stored) {
    int right = stored.width() - 1;
    int bottom = stored.height() - 1;
    return switch (this) {
      case UPRIGHT -> at(x, y, stored);
      case MIRRORED -> at(right - x, y, stored);
      case UPSIDE_DOWN -> at(right - x, bottom - y, stored);
      case UPSIDE_DOWN_MIRRORED -> at(x, bottom - y, stored);
      case TRANSPOSED -> at(y, x, stored);
      case TURN_RIGHT -> at(y, bottom - x, stored);
      case TRANSVERSED -> at(right - y, bottom - x, stored);
      case TURN_LEFT -> at(right - y, x, stored);
    };
  }

  private static int at(int x, int y, Size stored) {
    return y * stored.width() + x;
  }
}
