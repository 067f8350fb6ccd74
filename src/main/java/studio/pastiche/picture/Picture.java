package studio.pastiche.picture;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A picture in memory: sRGB as planar floats in 0..1, and its alpha where it has one. Immutable:
/// nobody writes into the arrays it hands out.
public final class Picture {
  private final Size size;
  private final float[] rgb;
  private final float @Nullable [] alpha;

  private Picture(Size size, float[] rgb, float @Nullable [] alpha) {
    this.size = size;
    this.rgb = rgb;
    this.alpha = alpha;
  }

  /// A picture without alpha.
  ///
  /// @param rgb the planes R, G, B, each `height × width`, row by row (3×H×W, 0..1); the picture
  ///   owns the array from now on
  /// @throws IllegalArgumentException if a side is below 1 or the array has another length
  public static Picture of(int width, int height, float[] rgb) {
    return of(width, height, rgb, null);
  }

  /// A picture with alpha, or without where `alpha` is null.
  ///
  /// @param rgb the planes R, G, B, each `height × width`, row by row (3×H×W, 0..1), not multiplied
  ///   by alpha; the picture owns the array from now on
  /// @param alpha one plane `height × width`, 0 (clear) to 1 (opaque); owned likewise
  /// @throws IllegalArgumentException if a side is below 1 or an array has another length
  public static Picture of(int width, int height, float[] rgb, float @Nullable [] alpha) {
    Size size = new Size(width, height);
    if (rgb.length != 3 * size.pixels() || (alpha != null && alpha.length != size.pixels())) {
      throw new IllegalArgumentException(
          "a picture of "
              + size
              + " has 3 planes of "
              + size.pixels()
              + " values, not "
              + rgb.length
              + " in all"
              + (alpha == null ? "" : " (alpha: " + alpha.length + ")"));
    }
    return new Picture(size, rgb, alpha);
  }

  /// A picture from pixels `0xAARRGGBB`, not premultiplied, row by row. It has alpha only if a
  /// pixel is not opaque.
  public static Picture fromArgb(int width, int height, int[] argb) {
    Size size = new Size(width, height);
    int n = argb.length;
    if (n != size.pixels()) {
      throw new IllegalArgumentException(
          "a picture of " + size + " has " + size.pixels() + " pixels, not " + n);
    }
    float[] rgb = new float[3 * n];
    for (int i = 0; i < n; i++) {
      rgb[i] = (argb[i] >> 16 & 0xff) / 255f;
      rgb[n + i] = (argb[i] >> 8 & 0xff) / 255f;
      rgb[2 * n + i] = (argb[i] & 0xff) / 255f;
    }
    boolean opaque = Arrays.stream(argb).allMatch(pixel -> pixel >>> 24 == 0xff);
    return new Picture(size, rgb, opaque ? null : alphaOf(argb));
  }

  private static float[] alphaOf(int[] argb) {
    float[] alpha = new float[argb.length];
    for (int i = 0; i < alpha.length; i++) {
      alpha[i] = (argb[i] >>> 24) / 255f;
    }
    return alpha;
  }

  /// The width in pixels.
  public int width() {
    return size.width();
  }

  /// The height in pixels.
  public int height() {
    return size.height();
  }

  /// Width and height together.
  public Size size() {
    return size;
  }

  /// The longer side in pixels.
  public int longSide() {
    return size.longSide();
  }

  /// The planes R, G, B (3×H×W, 0..1): the picture's own array, not a copy. Do not write into it.
  public float[] rgb() {
    return rgb;
  }

  /// The alpha plane (H×W, 0..1), or null where the picture is opaque: the picture's own array, not
  /// a copy. Do not write into it.
  public float @Nullable [] alpha() {
    return alpha;
  }

  /// This picture at another size, resampled with Lanczos-3: sharp going up, without moiré going
  /// down. The result is clamped to 0..1; alpha is resampled alike. The same object where the size
  /// is already that one.
  public Picture resizedTo(int width, int height) {
    Size wanted = new Size(width, height);
    return wanted.equals(size) ? this : resampled(Resampler.whole(size, wanted));
  }

  /// Some rows of [#resizedTo]'s planes R, G, B: 3×h×W, from `top` to `bottom`, for pictures that
  /// are too large to be made whole.
  public float[] resizedRows(Size wanted, int top, int bottom) {
    return Resampler.whole(size, wanted).resampleRows(rgb, 3, top, bottom);
  }

  /// This picture with its long side scaled to `longSide` pixels, keeping its aspect; see
  /// [Size#withLongSide].
  public Picture scaledToLongSide(int longSide) {
    Size wanted = size.withLongSide(longSide);
    return resizedTo(wanted.width(), wanted.height());
  }

  /// This picture scaled until it covers `width × height`, and cropped to that size about its
  /// middle.
  public Picture coveringCrop(int width, int height) {
    Size wanted = new Size(width, height);
    return wanted.equals(size) ? this : resampled(Resampler.covering(size, wanted));
  }

  private Picture resampled(Resampler resampler) {
    return new Picture(
        resampler.size(),
        resampler.resample(rgb, 3),
        alpha == null ? null : resampler.resample(alpha, 1));
  }

  /// This picture with the alpha of `other`, resized to this one's size; without alpha where
  /// `other` has none.
  public Picture withAlphaOf(Picture other) {
    float[] theirs = other.alpha;
    if (theirs == null) {
      return alpha == null ? this : new Picture(size, rgb, null);
    }
    float[] fitting =
        other.size.equals(size) ? theirs : Resampler.whole(other.size, size).resample(theirs, 1);
    return new Picture(size, rgb, fitting);
  }

  /// This picture as it looks on white paper: without alpha.
  public Picture overWhite() {
    if (alpha == null) {
      return this;
    }
    float[] mixed = rgb.clone();
    for (int i = 0; i < mixed.length; i++) {
      float a = alpha[i % alpha.length];
      mixed[i] = mixed[i] * a + 1 - a;
    }
    return new Picture(size, mixed, null);
  }

  /// The pixels as `0xAARRGGBB`, not premultiplied, row by row, rounded to 8 bits.
  public int[] toArgb() {
    int n = (int) size.pixels();
    int width = size.width();
    int[] argb = new int[n];
    IntStream.range(0, size.height())
        .parallel()
        .forEach(
            y -> {
              for (int i = y * width; i < (y + 1) * width; i++) {
                int a = alpha == null ? 255 : quantised(alpha[i], 255);
                argb[i] =
                    a << 24
                        | quantised(rgb[i], 255) << 16
                        | quantised(rgb[n + i], 255) << 8
                        | quantised(rgb[2 * n + i], 255);
              }
            });
    return argb;
  }

  /// The whole number nearest to `value · most`, kept within 0..`most`.
  static int quantised(float value, int most) {
    return Math.clamp((int) (value * most + 0.5f), 0, most);
  }

  @Override
  public String toString() {
    return "Picture " + size + (alpha == null ? "" : " with alpha");
  }
}
