import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// The application icon: a clear mountain view that a curling brush turns into paint.
final class Icon {
  private final int size;
  private final int canvasSize;
  private final boolean small;

  Icon(int size) {
    this.size = size;
    small = size < 48;
    canvasSize = Math.max(1024, size * 4);
  }

  BufferedImage draw() {
    Impasto canvas = new Impasto(canvasSize, canvasSize, 0, Icon::view);
    Random random = new Random(99);
    double step = small ? 0.10 : 0.055;
    for (double depth = 0.95; depth > -0.01; depth -= step) {
      double width = (small ? 0.17 : 0.115) * (0.7 + 0.5 * depth);
      if (small) {
        sweep(canvas, depth, -0.1, 1.15, width, random);
      } else {
        for (double x = -0.15; x < 1.0; x += 0.19) {
          double from = x + 0.16 * random.nextDouble();
          double at = Math.max(0, depth + 0.018 * random.nextGaussian());
          sweep(canvas, at, from, from + 0.30 + 0.2 * random.nextDouble(), width, random);
        }
      }
    }
    return shape(canvas.varnish());
  }

  /// One stroke of the river of paint, `depth` below its upper bank.
  private void sweep(
      Impasto canvas, double depth, double x0, double x1, double width, Random random) {
    List<double[]> path = new ArrayList<>();
    double s = canvasSize;
    for (double x = x0; x < x1; x += 0.62 / s) {
      path.add(new double[] {x * s, (bank(x) + depth * (1 + 0.25 * Math.sin(4 * x))) * s});
    }
    double[][] heat =
        Rgb.palette(0xfff0b8, 0xffcf3f, 0xff962a, 0xf4503a, 0xd42a62, 0x84298c, 0x3a2a86, 0x1c2a72);
    double t = Math.min(1, depth * 1.25) + (small ? 0 : 0.035 * random.nextGaussian());
    double[] second = Rgb.ramp(heat, t + (random.nextBoolean() ? 0.12 : -0.12));
    canvas.stroke(path, width * s, Rgb.ramp(heat, t), second, random.nextInt(9999));
  }

  /// Upper edge of the paint: an S from the lower left to the upper right.
  private static double bank(double x) {
    return 0.86 - 0.56 * x + 0.115 * Math.sin(2 * Math.PI * x);
  }

  /// The untouched view: dusk sky, two hazy ranges and still water.
  private static double[] view(double x, double y) {
    double[][] dusk = Rgb.palette(0x143067, 0x2b6ca6, 0x7fc0cf, 0xffe0b0);
    double[] rgb = Rgb.ramp(dusk, y / 0.72);
    double far = 0.60 - 0.30 * Math.max(0, 1 - Math.abs(x - 0.36) / 0.34);
    far -= 0.025 * Noise.fbm(x * 9, 1, 4, 3);
    double close =
        0.70 - 0.14 * Math.max(0, 1 - Math.abs(x - 0.70) / 0.5) - 0.03 * Noise.fbm(x * 8, 2, 4, 4);
    boolean snow = y < 0.435 + 0.05 * Noise.fbm(x * 22, y * 22, 4, 5);
    double ridge = 0.36 + 0.25 * (y - 0.3) + 0.09 * Noise.fbm(x * 3, y * 16, 3, 6);
    double[] face = Rgb.hex(snow ? 0xf7f3ee : 0x5f88a8);
    face = Rgb.mix(face, Rgb.hex(snow ? 0xa9c2da : 0x33608c), Noise.step(ridge, ridge + 0.012, x));
    rgb = Rgb.mix(rgb, face, Noise.step(far - 0.003, far + 0.003, y));
    rgb = Rgb.mix(rgb, Rgb.hex(0x16405c), Noise.step(close - 0.004, close + 0.004, y));
    double shore = Noise.step(0.775, 0.785, y);
    double[] lake = Rgb.mix(Rgb.hex(0x8fd0d4), Rgb.hex(0x0f2f5a), Noise.clamp((y - 0.78) / 0.22));
    return Rgb.mix(rgb, lake, shore);
  }

  /// Shrinks to size and rounds the corners, averaging so that edges stay clean.
  private BufferedImage shape(BufferedImage square) {
    int n = square.getWidth() / size;
    BufferedImage out = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    double margin = size < 32 ? 0 : 0.03;
    var tile =
        new RoundRectangle2D.Double(margin, margin, 1 - 2 * margin, 1 - 2 * margin, 0.42, 0.42);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        double[] sum = new double[4];
        for (int j = 0; j < n * n; j++) {
          int px = x * n + j % n;
          int py = y * n + j / n;
          double u = (px + 0.5) / square.getWidth();
          double v = (py + 0.5) / square.getWidth();
          if (tile.contains(u, v)) {
            double[] c = Rgb.hex(square.getRGB(px, py));
            for (int k = 0; k < 3; k++) {
              sum[k] += c[k];
            }
            sum[3]++;
          }
        }
        int alpha = (int) Math.round(255 * sum[3] / (n * n));
        int rgb = alpha == 0 ? 0 : Rgb.pack(sum[0] / sum[3], sum[1] / sum[3], sum[2] / sum[3]);
        out.setRGB(x, y, alpha << 24 | rgb & 0xffffff);
      }
    }
    return out;
  }
}
