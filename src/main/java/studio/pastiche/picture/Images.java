package studio.pastiche.picture;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Turns a picture into the image that Java's encoders take.
final class Images {
  private Images() {}

  /// The bytes of the sRGB profile that every saved file carries.
  static byte[] srgbProfile() {
    return ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
  }

  /// The picture rounded to so many bits, with its alpha where it has one.
  static BufferedImage of(Picture picture, int bits) {
    float[] alpha = picture.alpha();
    return bits == 8 ? bytes(picture, alpha) : shorts(picture, alpha);
  }

  /// The picture rounded to 8 bits over white.
  static BufferedImage overWhite(Picture picture) {
    return bytes(picture.overWhite(), null);
  }

  private static BufferedImage bytes(Picture picture, float @Nullable [] alpha) {
    BufferedImage image = image(picture, alpha != null, DataBuffer.TYPE_BYTE);
    byte[] data = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    forEachSample(picture, alpha, (at, value) -> data[at] = (byte) Picture.quantised(value, 255));
    return image;
  }

  private static BufferedImage shorts(Picture picture, float @Nullable [] alpha) {
    BufferedImage image = image(picture, alpha != null, DataBuffer.TYPE_USHORT);
    short[] data = ((DataBufferUShort) image.getRaster().getDataBuffer()).getData();
    forEachSample(
        picture, alpha, (at, value) -> data[at] = (short) Picture.quantised(value, 65535));
    return image;
  }

  private static BufferedImage image(Picture picture, boolean alpha, int type) {
    WritableRaster raster =
        Raster.createInterleavedRaster(
            type, picture.width(), picture.height(), alpha ? 4 : 3, null);
    ComponentColorModel colors =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            alpha,
            false,
            alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
            type);
    return new BufferedImage(colors, raster, false, null);
  }

  /// Hands every sample to `target` with its place in pixel-interleaved order.
  private static void forEachSample(
      Picture picture, float @Nullable [] alpha, SampleTarget target) {
    int width = picture.width();
    int pixels = width * picture.height();
    int channels = alpha == null ? 3 : 4;
    float[] rgb = picture.rgb();
    IntStream.range(0, picture.height())
        .parallel()
        .forEach(
            y -> {
              for (int i = y * width; i < (y + 1) * width; i++) {
                target.put(channels * i, rgb[i]);
                target.put(channels * i + 1, rgb[pixels + i]);
                target.put(channels * i + 2, rgb[2 * pixels + i]);
                if (alpha != null) {
                  target.put(channels * i + 3, alpha[i]);
                }
              }
            });
  }

  private interface SampleTarget {
    void put(int at, float value);
  }
}
