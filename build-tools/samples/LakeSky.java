/// The sky over the lake, ray-marched once into a panorama so that reflections are cheap.
final class LakeSky {
  /// Towards the sun, which stands behind the left shoulder.
  static final double[] SUN = Vec.unit(Vec.of(-0.80, 0.42, -0.30));

  private static final int W = 1100;
  private static final int H = 460;
  private static final double HALF_WIDTH = 0.66;
  private static final double TALL = 0.56;
  private final float[] pixels = new float[W * H * 3];

  LakeSky() {
    Rows.inParallel(
        H,
        j -> {
          for (int i = 0; i < W; i++) {
            double azimuth = ((i + 0.5) / W * 2 - 1) * HALF_WIDTH;
            double lift = (j + 0.5) / H * TALL;
            double c = Math.cos(lift);
            double[] d = Vec.of(Math.sin(azimuth) * c, Math.sin(lift), Math.cos(azimuth) * c);
            double[] rgb = clouds(d, air(d), Noise.hash(i, j, 3));
            for (int k = 0; k < 3; k++) {
              pixels[(j * W + i) * 3 + k] = (float) rgb[k];
            }
          }
        });
  }

  /// Clear air: deep blue overhead, pale and warm low down and towards the sun.
  double[] air(double[] d) {
    double low = Math.exp(-Math.max(0, d[1]) * 5.2);
    double[] rgb = Rgb.mix(Vec.of(0.10, 0.235, 0.54), Vec.of(0.60, 0.66, 0.72), low);
    double glow = Math.pow(Noise.clamp(0.5 + 0.5 * (d[0] * SUN[0] + d[2] * SUN[2])), 2.2);
    return Vec.add(rgb, Vec.of(0.42, 0.24, 0.08), glow * low * 0.85);
  }

  private static double density(double x, double y, double z, int octaves) {
    double h = (y - 1700) / 1500;
    if (h < 0 || h > 1) {
      return 0;
    }
    double cover = Noise.fbm(x / 5200, z / 5200, 3, 307);
    double shape = Noise.fbm(x / 1350, y / 900, z / 1350, octaves, 302);
    double profile = Math.min(1, h * 9) * (1 - 0.75 * h);
    return Noise.clamp((shape * 1.25 + cover * 1.5 - 0.34 - 0.5 * (1 - profile)) * 4.0);
  }

  private double[] clouds(double[] d, double[] behind, double jitter) {
    if (d[1] < 0.03) {
      return behind;
    }
    double in = 1700 / d[1];
    double out = Math.min(3200 / d[1], in + 9000);
    double step = (out - in) / 56;
    double clear = 1;
    double[] sum = new double[3];
    for (int i = 0; i < 56 && clear > 0.02; i++) {
      double t = in + (i + jitter) * step;
      double x = d[0] * t;
      double y = d[1] * t;
      double z = d[2] * t;
      double density = density(x, y, z, 6);
      if (density > 0.01) {
        double depth = 0;
        for (int s = 1; s <= 4; s++) {
          double k = s * s * 34.0;
          depth += density(x + SUN[0] * k, y + SUN[1] * k, z + SUN[2] * k, 4) * (2 * s - 1) * 34;
        }
        double light = 0.75 * Math.exp(-depth * 0.012) + 0.25 * Math.exp(-depth * 0.002);
        light *= 1 - 0.6 * Math.exp(-density * 6);
        double tall = Noise.clamp((y - 1700) / 1300);
        double[] rgb = Rgb.scale(Vec.of(1.42, 1.13, 0.84), light * 1.25);
        rgb = Vec.add(rgb, Vec.of(0.27, 0.33, 0.45), 0.55 + 0.6 * tall);
        rgb = Rgb.mix(air(d), rgb, Math.exp(-t / 17000));
        double keep = Math.exp(-density * step * 0.011);
        sum = Vec.add(sum, rgb, clear * (1 - keep));
        clear *= keep;
      }
    }
    return Vec.add(sum, behind, clear);
  }

  double[] look(double[] d) {
    double azimuth = Math.atan2(d[0], d[2]);
    double u = (azimuth / HALF_WIDTH + 1) / 2 * W - 0.5;
    double v = Math.asin(Math.max(0, Math.min(1, d[1]))) / TALL * H - 0.5;
    u = Math.max(0, Math.min(W - 1.001, u));
    v = Math.max(0, Math.min(H - 1.001, v));
    int k = ((int) v * W + (int) u) * 3;
    double[] rgb = new double[3];
    for (int c = 0; c < 3; c++) {
      double a = Noise.mix(pixels[k + c], pixels[k + c + 3], u - (int) u);
      double b = Noise.mix(pixels[k + c + W * 3], pixels[k + c + W * 3 + 3], u - (int) u);
      rgb[c] = Noise.mix(a, b, v - (int) v);
    }
    return rgb;
  }
}
