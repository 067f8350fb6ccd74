package studio.pastiche.picture;

import org.jspecify.annotations.Nullable;

/// How large a picture may claim to be. A file of a few bytes can claim any size, and a decoder
/// would believe it.
final class SizeLimits {
  private static final int MOST_A_SIDE = 30_000;
  private static final long MOST_PIXELS = 400_000_000;

  /// The decoder's image (up to 8 bytes), the planes as floats with alpha (16), and once more while
  /// they are turned upright.
  private static final long BYTES_A_PIXEL = 8 + 16 + 16;

  private SizeLimits() {}

  /// The size, if a picture of it can be read here.
  static Size checked(String name, int width, int height) throws PictureException {
    if (width < 1 || height < 1) {
      throw new PictureException(
          name, "the file says it has no pixels; export it again from its source");
    }
    Size size = new Size(width, height);
    if (size.longSide() > MOST_A_SIDE || size.pixels() > MOST_PIXELS) {
      throw new PictureException(
          name,
          "it claims to be %s pixels; the most is %,d a side and %d megapixels, so make it smaller"
                  .formatted(size, MOST_A_SIDE, MOST_PIXELS / 1_000_000)
              + " first");
    }
    long needed = size.pixels() * BYTES_A_PIXEL;
    long free = freeMemory();
    if (needed > free) {
      throw new PictureException(
          name,
          "reading its %s pixels takes about %,d MB of memory, and %,d MB are free; make it smaller"
                  .formatted(size, needed >> 20, free >> 20)
              + " first");
    }
    return size;
  }

  static PictureException outOfMemory(String name, @Nullable Throwable cause) {
    return new PictureException(
        name, "there is not enough memory for it; make it smaller, or close something", cause);
  }

  private static long freeMemory() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
  }
}
