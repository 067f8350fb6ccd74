package studio.pastiche.picture;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Resamples planes from one size to another with a separable Lanczos-3 filter. Going down, the
/// filter is widened by the scale, so that it also averages; beyond the edge the edge pixel is
/// repeated. Results are clamped to 0..1.
///
/// Reference: K. Turkowski, "Filters for Common Resampling Tasks", Graphics Gems I, 1990.
final class Resampler {
  private static final int LOBES = 3;

  private final Size from;
  private final Size to;
  private final Taps across;
  private final Taps down;

  private Resampler(Size from, Size to, Taps across, Taps down) {
    this.from = from;
    this.to = to;
    this.across = across;
    this.down = down;
  }

  /// Maps the whole of `from` onto the whole of `to`, whatever their aspects.
  static Resampler whole(Size from, Size to) {
    return window(from, to, from.width(), from.height());
  }

  /// Maps the largest centred part of `from` that has the aspect of `to` onto `to`.
  static Resampler covering(Size from, Size to) {
    double scale =
        Math.min((double) from.width() / to.width(), (double) from.height() / to.height());
    return window(from, to, to.width() * scale, to.height() * scale);
  }

  private static Resampler window(Size from, Size to, double width, double height) {
    return new Resampler(
        from,
        to,
        Taps.of(from.width(), (from.width() - width) / 2, width, to.width()),
        Taps.of(from.height(), (from.height() - height) / 2, height, to.height()));
  }

  Size size() {
    return to;
  }

  /// `planes` planes of the old size to as many of the new.
  float[] resample(float[] source, int planes) {
    // The pass that leaves less for the other one goes first.
    boolean acrossFirst = (long) to.width() * from.height() <= (long) from.width() * to.height();
    return clamped(
        acrossFirst
            ? down(across(source, planes, from.height()), planes, to.width(), 0, to.height())
            : across(down(source, planes, from.width(), 0, to.height()), planes, to.height()));
  }

  /// The same for the new rows from `top` to `bottom` alone.
  float[] resampleRows(float[] source, int planes, int top, int bottom) {
    if (from.equals(to)) {
      int rows = (bottom - top) * to.width();
      float[] result = new float[planes * rows];
      for (int plane = 0; plane < planes; plane++) {
        int at = (plane * from.height() + top) * from.width();
        System.arraycopy(source, at, result, plane * rows, rows);
      }
      return result;
    }
    float[] narrow = down(source, planes, from.width(), top, bottom);
    return clamped(across(narrow, planes, bottom - top));
  }

  private float[] clamped(float[] result) {
    int width = to.width();
    IntStream.range(0, result.length / width)
        .parallel()
        .forEach(
            row -> {
              for (int i = row * width; i < (row + 1) * width; i++) {
                result[i] = Math.clamp(result[i], 0f, 1f);
              }
            });
    return result;
  }

  /// Filters along each of `planes × height` rows.
  private float[] across(float[] source, int planes, int height) {
    float[] result = new float[planes * height * to.width()];
    IntStream.range(0, planes * height)
        .parallel()
        .forEach(
            row -> {
              int in = row * from.width();
              int out = row * to.width();
              for (int x = 0; x < to.width(); x++) {
                float[] weights = across.weights[x];
                int first = in + across.first[x];
                float sum = 0;
                for (int k = 0; k < weights.length; k++) {
                  sum += weights[k] * source[first + k];
                }
                result[out + x] = sum;
              }
            });
    return result;
  }

  /// Filters along the columns of `planes` planes of the given width, a whole row at a time: the
  /// new rows from `top` to `bottom`.
  private float[] down(float[] source, int planes, int width, int top, int bottom) {
    int height = bottom - top;
    float[] result = new float[planes * height * width];
    IntStream.range(0, planes * height)
        .parallel()
        .forEach(
            row -> {
              int plane = row / height;
              int y = top + row % height;
              float[] weights = down.weights[y];
              int out = row * width;
              for (int k = 0; k < weights.length; k++) {
                int in = (plane * from.height() + down.first[y] + k) * width;
                float weight = weights[k];
                for (int x = 0; x < width; x++) {
                  result[out + x] += weight * source[in + x];
                }
              }
            });
    return result;
  }

  /// For each new position, the first old one that counts, and the weights from there on, which add
  /// up to 1.
  @SuppressWarnings("ArrayRecordComponent") // two tables that belong together, never compared
  private record Taps(int[] first, float[][] weights) {

    /// @param length the old length
    /// @param start where the mapped window begins in it
    /// @param window how long the window is
    /// @param positions how many new positions the window becomes
    static Taps of(int length, double start, double window, int positions) {
      double scale = window / positions;
      double stretch = Math.max(1, scale);
      int[] first = new int[positions];
      float[][] weights = new float[positions][];
      for (int i = 0; i < positions; i++) {
        double centre = start + (i + 0.5) * scale;
        int low = (int) Math.floor(centre - LOBES * stretch);
        int high = (int) Math.ceil(centre + LOBES * stretch);
        first[i] = Math.clamp(low, 0, length - 1);
        double[] row = new double[Math.clamp(high, 0, length - 1) - first[i] + 1];
        for (int j = low; j <= high; j++) {
          row[Math.clamp(j, 0, length - 1) - first[i]] += lanczos((j + 0.5 - centre) / stretch);
        }
        weights[i] = normalised(row);
      }
      return new Taps(first, weights);
    }

    private static float[] normalised(double[] row) {
      double sum = Arrays.stream(row).sum();
      float[] weights = new float[row.length];
      for (int k = 0; k < row.length; k++) {
        weights[k] = (float) (row[k] / sum);
      }
      return weights;
    }

    private static double lanczos(double x) {
      if (Math.abs(x) >= LOBES) {
        return 0;
      }
      return x == 0 ? 1 : sinc(x) * sinc(x / LOBES);
    }

    private static double sinc(double x) {
      return Math.sin(Math.PI * x) / (Math.PI * x);
    }
  }
}
