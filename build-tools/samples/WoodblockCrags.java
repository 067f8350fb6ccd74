import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// The sea stacks of the print, with their pines.
final class WoodblockCrags {
  private static final int W = WoodblockPress.W;
  private static final int H = WoodblockPress.H;
  private final WoodblockPress press;
  private final Random random;

  WoodblockCrags(WoodblockPress press) {
    this.press = press;
    random = press.random;
  }

  /// A sea stack: sheer sides, hatched shadow, and wind-bent pines along the top.
  void raise(double cx, double wide, double tall, int seed) {
    double foot = 0.83 * H;
    Path2D path = new Path2D.Double();
    path.moveTo((cx - wide * 0.62) * W, foot);
    int n = 90;
    List<double[]> crest = new ArrayList<>();
    for (int i = 0; i <= n; i++) {
      double t = (double) i / n;
      double dome = Math.pow(Math.sin(Math.PI * Math.min(1, Math.max(0, t))), 0.42);
      double rough =
          1 + 0.30 * Noise.fbm(t * 5, 1.2, 5, seed) + 0.16 * (t - 0.5) * (seed % 2 * 2 - 1);
      double stepped = 0.025 * Math.round(4 * Noise.fbm(t * 7, 4.2, 3, seed + 3));
      double x = (cx + wide * (t - 0.5) * (1.16 - 0.22 * dome)) * W;
      double y = foot - tall * H * dome * (rough + stepped * dome);
      path.lineTo(x, y);
      crest.add(new double[] {x, y});
    }
    path.lineTo((cx + wide * 0.62) * W, foot);
    path.closePath();
    Area area = new Area(path);
    double top = foot - tall * H;
    press.cover(area, 0x5a6b3c, 0xc98d52, top, top + tall * H * 0.55);
    Area dark = new Area(path);
    dark.intersect(
        new Area(
            AffineTransform.getTranslateInstance(wide * W * 0.36, tall * H * 0.10)
                .createTransformedShape(path)));
    press.ink(dark, 0x2c4a46, 0x6e4a3a, 7, top, foot, 0.82);
    press.cut(area, 7.5);
    hatch(area, cx, wide, top, foot, seed);
    for (int i = 0; i < 8; i++) {
      double[] p = crest.get(14 + random.nextInt(n - 28));
      pine(p[0], p[1] + 8, 90 + 80 * random.nextDouble());
    }
  }

  private void hatch(Area area, double cx, double wide, double top, double foot, int seed) {
    for (int i = 0; i < 420; i++) {
      double x = (cx + wide * (random.nextDouble() - 0.5) * 1.1) * W;
      double y = top + (foot - top) * random.nextDouble();
      boolean shade = x > cx * W;
      if (!shade && random.nextDouble() < 0.62 || !area.contains(x, y)) {
        continue;
      }
      List<double[]> run = new ArrayList<>();
      double length = 25 + 90 * random.nextDouble();
      double px = x;
      double py = y;
      for (double t = 0; t < length && area.contains(px, py); t += 4) {
        run.add(new double[] {px, py});
        double a = 1.35 + 1.3 * Noise.fbm(px / 110, py / 110, 3, seed + 9);
        px += 4 * Math.cos(a);
        py += 4 * Math.sin(a);
      }
      press.carve(run, shade ? 5.0 : 3.6);
    }
  }

  /// A pine: crooked trunk carrying flat pads of needles drawn as fans of short cuts.
  private void pine(double x, double y, double size) {
    double lean = (random.nextDouble() - 0.35) * 0.7;
    List<double[]> trunk = new ArrayList<>();
    double px = x;
    for (double t = 0; t <= 1; t += 0.04) {
      trunk.add(new double[] {px, y - size * t});
      px += size * 0.04 * (lean + 0.9 * Math.sin(t * 7 + x));
    }
    Area pads = new Area();
    for (int i = 0; i < 6; i++) {
      double[] at = trunk.get(Math.min(trunk.size() - 1, 8 + i * 3));
      double w = size * (0.72 - 0.08 * i) * (0.8 + 0.4 * random.nextDouble());
      double h = size * 0.20;
      double cx = at[0] + (random.nextDouble() - 0.5) * size * 0.55;
      for (int k = -1; k <= 1; k++) {
        pads.add(
            new Area(
                new Ellipse2D.Double(
                    cx + k * w * 0.3 - w * 0.26,
                    at[1] - h * (0.6 + 0.3 * (k == 0 ? 1 : 0)),
                    w * 0.52,
                    h)));
      }
    }
    press.carve(trunk, 13);
    press.cover(pads, 0x1f5a4a, 0x3c7c50, y - size, y);
    press.cut(pads, 4);
    needles(pads, x, y, size);
  }

  private void needles(Area pads, double x, double y, double size) {
    for (int i = 0; i < 70; i++) {
      double nx = x + (random.nextDouble() - 0.4) * size * 1.5;
      double ny = y - size * random.nextDouble() * 1.1;
      if (pads.contains(nx, ny)) {
        double a = -Math.PI / 2 + random.nextGaussian() * 0.7;
        double l = size * 0.10;
        press.carve(
            List.of(
                new double[] {nx, ny},
                new double[] {nx + l * 0.5 * Math.cos(a), ny + l * 0.5 * Math.sin(a)},
                new double[] {nx + l * Math.cos(a), ny + l * Math.sin(a)}),
            3.6);
      }
    }
  }
}
