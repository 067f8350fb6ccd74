import java.util.Arrays;

/// Small colour arithmetic on linear or display RGB triples.
final class Rgb {
  private Rgb() {}

  static double[] hex(int rgb) {
    return new double[] {(rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0};
  }

  static double[] mix(double[] a, double[] b, double t) {
    return new double[] {
      a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t
    };
  }

  static double[] scale(double[] a, double k) {
    return new double[] {a[0] * k, a[1] * k, a[2] * k};
  }

  /// Picks along a list of colours with t in 0..1.
  static double[] ramp(double[][] stops, double t) {
    double p = Noise.clamp(t) * (stops.length - 1);
    int i = Math.min((int) p, stops.length - 2);
    return mix(stops[i], stops[i + 1], p - i);
  }

  static double[][] palette(int... rgbs) {
    return Arrays.stream(rgbs).mapToObj(Rgb::hex).toArray(double[][]::new);
  }

  static int pack(double r, double g, double b) {
    return 0xff000000 | to8(r) << 16 | to8(g) << 8 | to8(b);
  }

  private static int to8(double v) {
    return (int) (Noise.clamp(v) * 255 + 0.5);
  }
}
