import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What the strokes of the oil sample are too coarse for: lighthouse, cottage and stars.
final class SwirlsDetails {
  private static final int W = SwirlsPainting.W;
  private final Impasto canvas;
  private final SwirlsBrush brush;
  private final Random random;

  SwirlsDetails(Impasto canvas, SwirlsBrush brush, Random random) {
    this.canvas = canvas;
    this.brush = brush;
    this.random = random;
  }

  void lighthouse() {
    double x = SwirlsScene.LAMP_X;
    int[] bands = {0xf4ead2, 0xc2382b, 0xf4ead2, 0xc2382b, 0xf4ead2};
    double top = SwirlsScene.LAMP_Y + 0.022;
    for (int b = 0; b < bands.length; b++) {
      double y0 = top + b * 0.027;
      double half = 0.0135 + 0.0022 * b;
      for (double u = -1; u <= 1.01; u += 0.28) {
        double[] shade = Rgb.scale(Rgb.hex(bands[b]), 0.92 - 0.34 * (u + 0.25));
        int rgb = Rgb.pack(shade[0], shade[1], shade[2]);
        brush.line(x + u * half, y0 - 0.002, x + u * (half + 0.002), y0 + 0.03, 13, rgb);
      }
    }
    brush.line(x - 0.023, top, x + 0.023, top, 11, 0x1a1526);
    brush.line(x - 0.020, top - 0.006, x + 0.021, top - 0.006, 7, 0x5a4a4a);
    for (double u = -1; u <= 1.01; u += 0.4) {
      brush.line(x + u * 0.010, top - 0.034, x + u * 0.010, top - 0.004, 11, 0xfff0a8);
    }
    brush.line(x - 0.013, top - 0.036, x - 0.013, top - 0.002, 5, 0x1a1526);
    brush.line(x + 0.013, top - 0.036, x + 0.013, top - 0.002, 5, 0x1a1526);
    brush.line(x - 0.018, top - 0.036, x + 0.018, top - 0.036, 9, 0x7a2420);
    brush.line(x - 0.012, top - 0.043, x + 0.012, top - 0.043, 10, 0x9c2f26);
    brush.line(x, top - 0.058, x, top - 0.040, 8, 0x7a2420);
    cottage(x + 0.052, 0.468);
  }

  private void cottage(double x, double y) {
    for (double u = 0; u < 0.075; u += 0.006) {
      brush.line(x + u, y - 0.008, x + u, y + 0.026, 14, u < 0.02 ? 0xf1dfb6 : 0xb7a68c);
    }
    for (int r = 0; r < 5; r++) {
      double dy = y - 0.004 - r * 0.006;
      brush.line(x - 0.008 + r * 0.004, dy, x + 0.086 - r * 0.004, dy, 12, 0x8c3a2a);
    }
    brush.line(x + 0.03, y + 0.004, x + 0.03, y + 0.018, 12, 0xffd35a);
    brush.line(x + 0.055, y + 0.004, x + 0.055, y + 0.018, 12, 0xffd35a);
    brush.line(x + 0.062, y - 0.045, x + 0.062, y - 0.024, 13, 0x5c2c28);
  }

  /// Thick dabs in rings around bright points, the heaviest paint in the picture.
  void stars() {
    for (int s = 0; s < 22; s++) {
      double cx = 0.03 + 0.94 * random.nextDouble();
      double cy = 0.03 + 0.30 * random.nextDouble();
      double size = 0.003 + 0.005 * random.nextDouble();
      boolean clear = Math.hypot(cx - SwirlsScene.LAMP_X, cy - SwirlsScene.LAMP_Y) > 0.1;
      for (double[] e : SwirlsScene.EDDIES) {
        clear &= Math.hypot(cx - e[0], cy - e[1]) > e[2] * 0.75;
      }
      if (clear) {
        dab(cx, cy, size);
      }
    }
    star(SwirlsScene.EDDIES[0][0], SwirlsScene.EDDIES[0][1], 0.034);
  }

  private void dab(double x, double y, double size) {
    for (int i = 0; i < 7; i++) {
      double dy = (i - 3) * size * 0.30;
      double half = size * (1.15 - 0.09 * (i - 3) * (i - 3)) + 0.001;
      int rgb = Math.abs(i - 3) < 2 ? 0xfff3c4 : 0xf6c04a;
      brush.line(x - half, y + dy, x + half, y + dy + size * 0.25, 15, rgb);
    }
  }

  private void star(double cx, double cy, double size) {
    for (double r = size * 2.1; r > 0; r -= 0.0048) {
      double glow = 1 - r / (size * 2.1);
      for (double a = random.nextDouble(); a < 6.4; a += Math.min(1.4, 0.020 / r)) {
        List<double[]> arc = new ArrayList<>();
        for (double t = 0; t < Math.min(1.2, 0.016 / r); t += 0.0004 / r) {
          double px = cx + Math.cos(a + t) * r;
          arc.add(new double[] {px * W, (cy + Math.sin(a + t) * r) * W});
        }
        if (random.nextDouble() < 0.6 + glow) {
          double[] c = brush.jitter(Rgb.ramp(SwirlsScene.GOLD, 0.75 - 0.85 * glow), 0.07);
          canvas.stroke(arc, 13, c, brush.jitter(Rgb.hex(0xfff6d0), 0.05), random.nextInt(9999));
        }
      }
    }
  }
}
