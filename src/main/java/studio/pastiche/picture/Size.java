package studio.pastiche.picture;

/// A picture's width and height in pixels, each at least 1.
public record Size(int width, int height) {
  /// Refuses sides below 1 with an `IllegalArgumentException`.
  public Size {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "a picture has at least one pixel a side, not " + width + " × " + height);
    }
  }

  /// The longer of the two sides.
  public int longSide() {
    return Math.max(width, height);
  }

  /// The number of pixels.
  public long pixels() {
    return (long) width * height;
  }

  /// This size scaled so that its long side is `longSide`; the short side is rounded to the nearest
  /// pixel and is at least 1.
  public Size withLongSide(int longSide) {
    int shortSide =
        (int) Math.max(1, Math.round((double) Math.min(width, height) * longSide / longSide()));
    return width >= height ? new Size(longSide, shortSide) : new Size(shortSide, longSide);
  }

  @Override
  public String toString() {
    return width + " × " + height;
  }
}
