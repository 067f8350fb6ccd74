import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// The far part of the print: mountain ranges and the mist between them.
final class WoodblockMountains {
  private static final int W = WoodblockPress.W;
  private static final int H = WoodblockPress.H;
  private final WoodblockPress press;
  private final Random random;

  WoodblockMountains(WoodblockPress press) {
    this.press = press;
    random = press.random;
  }

  /// Long rounded mist bands, the old way of parting near from far.
  void clouds(double y, int count, int rgb0, int rgb1) {
    Area mist = new Area();
    for (int i = 0; i < count; i++) {
      double w = W * (0.28 + 0.5 * random.nextDouble());
      double h = 26 + 34 * random.nextDouble();
      double x = random.nextDouble() * (W + w) - w;
      double top = y * H + i * 46 - 60 + 20 * random.nextGaussian();
      mist.add(new Area(new RoundRectangle2D.Double(x, top, w, h, h, h)));
      double w2 = w * (0.3 + 0.3 * random.nextDouble());
      double x2 = x + (w - w2) * random.nextDouble();
      mist.add(new Area(new RoundRectangle2D.Double(x2, top - h * 0.8, w2, h, h, h)));
    }
    press.cover(mist, rgb0, rgb1, y * H - 60, y * H + 160);
    press.cut(mist, 4.5);
  }

  /// A distant range with wiped colour, and carved creases running down its slopes.
  void range(double base, double tall, double shift, int seed, int rgb0, int rgb1, int creases) {
    double[] top = new double[W + 1];
    for (int x = 0; x <= W; x++) {
      double r =
          Noise.ridged(x / 620.0 + shift, 0.4, 6, seed)
              + 0.22 * Noise.fbm(x / 170.0, 2, 5, seed + 1);
      top[x] = (base - tall * (0.25 + 1.1 * r)) * H;
    }
    Area area = new Area(WoodblockPress.below(top, base * H + 260));
    press.cover(area, rgb0, rgb1, (base - tall * 0.9) * H, (base + 0.06) * H);
    Path2D crest = new Path2D.Double();
    crest.moveTo(0, top[0]);
    for (int x = 4; x <= W; x += 4) {
      crest.lineTo(x, top[x]);
    }
    press.cut(crest, 6.5);
    for (int i = 0; i < creases; i++) {
      int x = 20 + random.nextInt(W - 40);
      double lean = top[Math.min(W, x + 18)] > top[Math.max(0, x - 18)] ? 1 : -1;
      crease(
          x,
          top[x] + 8 + 70 * Math.pow(random.nextDouble(), 2),
          lean,
          50 + 120 * random.nextDouble());
    }
  }

  private void crease(double x, double y, double lean, double length) {
    List<double[]> run = new ArrayList<>();
    double px = x;
    double drift = lean * (0.25 + 0.5 * random.nextDouble());
    for (double t = 0; t < length; t += 4) {
      run.add(new double[] {px, y + t});
      px += 4 * (drift + 0.9 * Noise.fbm(px / 30, (y + t) / 30, 3, 75));
    }
    press.carve(run, 4.2);
  }
}
