import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.BiFunction;

/// Wet oil paint: colour and thickness per point, laid by brushes and lit from the upper left.
final class Impasto {
  private final int w;
  private final int h;
  private final float[] paint;
  private final float[] relief;

  /// Starts from a thin wash, so that gaps between strokes glow instead of showing bare canvas.
  Impasto(int w, int h, double weave, BiFunction<Double, Double, double[]> wash) {
    this.w = w;
    this.h = h;
    paint = new float[w * h * 3];
    relief = new float[w * h];
    for (int i = 0; i < w * h; i++) {
      int x = i % w;
      int y = i / w;
      relief[i] = (float) (weave * Math.sin(x * 0.9) * Math.sin(y * 0.9));
      double[] ground = wash.apply((double) x / w, (double) y / w);
      for (int k = 0; k < 3; k++) {
        paint[i * 3 + k] = (float) ground[k];
      }
    }
  }

  /// Drags a loaded brush along the points: each bristle leaves its own streak of colour.
  void stroke(List<double[]> path, double width, double[] load, double[] second, int seed) {
    int n = path.size();
    double half = width / 2;
    double hair = 0.55 * Math.min(1, 22 / width);
    for (int i = 0; i < n; i++) {
      double[] p = path.get(i);
      double[] a = path.get(Math.max(0, i - 2));
      double[] b = path.get(Math.min(n - 1, i + 2));
      double len = Math.max(1e-6, Math.hypot(b[0] - a[0], b[1] - a[1]));
      double nx = -(b[1] - a[1]) / len;
      double ny = (b[0] - a[0]) / len;
      double f = (double) i / n;
      double round = Math.min(1, Math.min(f, (1 - f) * 0.8) * n / half);
      double reach = half * Math.sqrt(1 - Math.pow(1 - round, 2));
      double ridge = f > 0.9 ? 1.35 : 1;
      for (double u = -reach; u <= reach; u += 0.6) {
        double bristle = Noise.at(u * hair, i * 0.018 + seed * 7.1, seed);
        double fine = Noise.at(u * hair * 2.4, i * 0.012, seed + 1);
        double dry = 1.15 - 0.75 * f * f + bristle * 0.9 - Math.pow(Math.abs(u) / half, 6);
        double alpha = Noise.clamp(dry * 2.2);
        double edge = Math.pow(Math.abs(u) / half, 3);
        double high = ridge * (0.55 + 0.32 * bristle + 0.22 * fine + 0.30 * edge);
        double blend = Noise.clamp(0.5 + 0.9 * bristle + 0.35 * fine - 0.25 * f);
        touch(
            p[0] + nx * u,
            p[1] + ny * u,
            Rgb.mix(load, second, blend * 0.6),
            alpha,
            high * Math.min(26, width));
      }
    }
  }

  private void touch(double x, double y, double[] rgb, double alpha, double high) {
    int xi = (int) x;
    int yi = (int) y;
    if (alpha <= 0 || x < 0 || y < 0 || xi >= w || yi >= h) {
      return;
    }
    int k = yi * w + xi;
    double a = alpha * 0.8;
    for (int c = 0; c < 3; c++) {
      paint[k * 3 + c] += (float) ((rgb[c] - paint[k * 3 + c]) * a);
    }
    relief[k] += (float) ((0.26 * high + 0.25 * relief[k] - relief[k]) * a);
  }

  /// Rakes light over the relief and shrinks by two, which also hides the pixel grid.
  BufferedImage varnish() {
    BufferedImage out = new BufferedImage(w / 2, h / 2, BufferedImage.TYPE_INT_RGB);
    Rows.inParallel(
        h / 2,
        y -> {
          for (int x = 0; x < w / 2; x++) {
            double[] sum = new double[3];
            for (int s = 0; s < 4; s++) {
              addLit(x * 2 + (s & 1), y * 2 + (s >> 1), sum);
            }
            out.setRGB(x, y, Rgb.pack(sum[0] / 4, sum[1] / 4, sum[2] / 4));
          }
        });
    return out;
  }

  private void addLit(int x, int y, double[] sum) {
    int k = Math.max(1, Math.min(h - 2, y)) * w + Math.max(1, Math.min(w - 2, x));
    double gx = soft(k + 1) - soft(k - 1);
    double gy = soft(k + w) - soft(k - w);
    double[] n = Vec.unit(Vec.of(-gx * 0.23, -gy * 0.23, 1));
    double[] lamp = Vec.unit(Vec.of(-0.55, -0.65, 0.72));
    double diffuse = Vec.dot(n, lamp) / lamp[2];
    double[] half = Vec.unit(Vec.add(lamp, Vec.of(0, 0, 1), 1));
    double gloss = 0.22 * Math.pow(Math.max(0, Vec.dot(n, half)), 42) - 0.02;
    double shade = Math.max(0.42, 0.46 + 0.54 * diffuse);
    for (int c = 0; c < 3; c++) {
      sum[c] += paint[k * 3 + c] * shade + gloss * 0.6;
    }
  }

  private double soft(int k) {
    int a = Math.max(w, k) - w;
    int b = Math.min(w * h - w - 1, k) + w;
    return relief[k] * 0.5 + (relief[a] + relief[b]) * 0.25;
  }
}
