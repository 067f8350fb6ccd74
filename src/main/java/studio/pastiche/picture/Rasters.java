package studio.pastiche.picture;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.stream.IntStream;
import javax.imageio.IIOException;
import org.jspecify.annotations.Nullable;

/// Takes the stored numbers out of a decoder's image, exactly as they are: no colour conversion, no
/// rounding to 8 bits.
final class Rasters {
  private Rasters() {}

  /// The image's samples.
  ///
  /// @throws IIOException if its colours are neither grey, RGB nor CMYK
  static Samples samplesOf(BufferedImage image) throws IIOException {
    ColorModel colors = image.getColorModel();
    Raster raster = image.getRaster();
    Size size = new Size(image.getWidth(), image.getHeight());
    if (colors instanceof IndexColorModel palette) {
      return looked(raster, palette, size);
    }
    Samples.Model model = modelOf(colors);
    int[] bits = colors.getComponentSize();
    float[] colour = planes(raster, model.channels, 0, bits);
    float[] alpha = null;
    if (colors.hasAlpha()) {
      alpha = planes(raster, 1, model.channels, bits);
      if (colors.isAlphaPremultiplied()) {
        divideByAlpha(colour, alpha);
      }
    }
    return new Samples(size, model, colour, withoutNeedlessAlpha(alpha));
  }

  private static Samples.Model modelOf(ColorModel colors) throws IIOException {
    return switch (colors.getColorSpace().getType()) {
      case ColorSpace.TYPE_GRAY -> Samples.Model.GREY;
      case ColorSpace.TYPE_RGB -> Samples.Model.RGB;
      case ColorSpace.TYPE_CMYK -> Samples.Model.CMYK;
      default -> throw new IIOException("colours are neither grey, RGB nor CMYK");
    };
  }

  /// The raster's first `count` bands as planes of 0..1.
  static float[] planes(Raster raster, int count) {
    return planes(raster, count, 0, raster.getSampleModel().getSampleSize());
  }

  /// `count` of the raster's bands from `first` on, as planes of 0..1.
  ///
  /// @param bits how many bits of each band count: some formats keep 12 in 16
  private static float[] planes(Raster raster, int count, int first, int[] bits) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    int bands = raster.getNumBands();
    int pixels = width * height;
    float[] planes = new float[count * pixels];
    IntStream.range(0, height)
        .parallel()
        .forEach(
            y -> {
              float[] values = unitRow(raster, y, first, count, bits);
              for (int band = 0; band < count; band++) {
                int out = band * pixels + y * width;
                for (int x = 0, in = first + band; x < width; x++, in += bands) {
                  planes[out + x] = values[in];
                }
              }
            });
    return planes;
  }

  /// One row of all bands, interleaved; those of `count` bands from `first` on are scaled to 0..1.
  private static float[] unitRow(Raster raster, int y, int first, int count, int[] bits) {
    int bands = raster.getNumBands();
    float[] row =
        raster.getPixels(
            raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, (float[]) null);
    for (int band = first; band < first + count; band++) {
      float most = isFloating(raster) ? 1 : (1L << bits[band]) - 1;
      for (int i = band; i < row.length; i += bands) {
        // 32-bit samples come back signed.
        float value = row[i] < 0 && most > 65535 ? row[i] + most : row[i];
        // Written so that a float that is no number becomes 0.
        row[i] = value > 0 ? Math.min(1, value / most) : 0;
      }
    }
    return row;
  }

  private static boolean isFloating(Raster raster) {
    int type = raster.getDataBuffer().getDataType();
    return type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE;
  }

  private static Samples looked(Raster raster, IndexColorModel palette, Size size) {
    int[] colors = new int[palette.getMapSize()];
    palette.getRGBs(colors);
    int width = size.width();
    int pixels = width * size.height();
    float[] rgb = new float[3 * pixels];
    float[] alpha = palette.hasAlpha() ? new float[pixels] : null;
    IntStream.range(0, size.height())
        .parallel()
        .forEach(
            y -> {
              int[] indices = raster.getPixels(0, y, width, 1, (int[]) null);
              for (int x = 0, i = y * width; x < width; x++, i++) {
                // An index beyond the palette happens in damaged files; browsers show black.
                int argb = indices[x] < colors.length ? colors[indices[x]] : 0xff000000;
                rgb[i] = (argb >> 16 & 0xff) / 255f;
                rgb[pixels + i] = (argb >> 8 & 0xff) / 255f;
                rgb[2 * pixels + i] = (argb & 0xff) / 255f;
                if (alpha != null) {
                  alpha[i] = (argb >>> 24) / 255f;
                }
              }
            });
    return new Samples(size, Samples.Model.RGB, rgb, withoutNeedlessAlpha(alpha));
  }

  private static void divideByAlpha(float[] colour, float[] alpha) {
    for (int i = 0; i < colour.length; i++) {
      float a = alpha[i % alpha.length];
      colour[i] = a > 0 ? Math.min(1, colour[i] / a) : 0;
    }
  }

  /// Many files have an alpha channel and never use it.
  private static float @Nullable [] withoutNeedlessAlpha(float @Nullable [] alpha) {
    if (alpha == null) {
      return null;
    }
    for (float a : alpha) {
      if (a < 1) {
        return alpha;
      }
    }
    return null;
  }
}
