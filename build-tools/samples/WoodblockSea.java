import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// The sea of the print.
final class WoodblockSea {
  private static final int W = WoodblockPress.W;
  private static final int H = WoodblockPress.H;
  private final WoodblockPress press;
  private final Random random;

  WoodblockSea(WoodblockPress press) {
    this.press = press;
    random = press.random;
  }

  /// Rows of swell, each a flat shape with parallel contour lines and a lip of foam.
  void waves() {
    int rows = 8;
    for (int r = 0; r < rows; r++) {
      double near = (r + 0.5) / rows;
      double base = (0.735 + 0.265 * Math.pow(near, 1.35)) * H;
      double amp = 22 + 135 * near;
      double length = 230 + 560 * near;
      double offset = random.nextDouble() * 10;
      double[] top = new double[W + 1];
      for (int x = 0; x <= W; x++) {
        top[x] = base - amp * crestShape(x / length + offset);
      }
      int[] blues = {0x8fb9b4, 0x6aa3ae, 0x4a8ba2, 0x2f7294};
      Area water = new Area(WoodblockPress.below(top, H));
      press.cover(
          water, blues[Math.min(3, r / 2)], r < 5 ? 0x2f6a8a : 0x143a66, base - amp, base + 190);
      double[] lip = top.clone();
      for (int x = 0; x <= W; x++) {
        double scallop =
            Math.abs(Math.sin(x * Math.PI / (26 + 34 * near) + 3 * Noise.at(x / 90.0, r, 66)));
        double crest = Math.max(0, crestShape(x / length + offset));
        lip[x] = top[x] + (8 + 60 * near) * crest * (0.4 + 0.75 * scallop);
      }
      Area foam = new Area(water);
      foam.subtract(new Area(WoodblockPress.below(lip, H)));
      press.ink(foam, 0xf8f0dc, 0xf3e6cb, 9, 0, H, 0.96);
      outlineFoam(top, lip, 4.5 + 2 * near);
      for (int k = 1; k <= 5; k++) {
        contour(top, base, (0.6 + k) * (14 + 26 * near), 3.2 + 2 * near);
      }
      spray(top, near, amp, base);
    }
  }

  private void outlineFoam(double[] top, double[] lip, double width) {
    List<double[]> upper = new ArrayList<>();
    List<double[]> lower = new ArrayList<>();
    for (int x = 0; x <= W; x += 3) {
      upper.add(new double[] {x, top[x]});
      if (lip[x] - top[x] > 7) {
        lower.add(new double[] {x, lip[x]});
      } else {
        press.carve(lower, width * 0.7);
        lower = new ArrayList<>();
      }
    }
    press.carve(lower, width * 0.7);
    press.carve(upper, width);
  }

  private static double crestShape(double t) {
    double s = t - Math.floor(t);
    double lean = Math.pow(s, 1.6);
    double k = 0.65 + 0.5 * Noise.hash((int) Math.floor(t), 3, 12);
    return k * (0.5 - 0.5 * Math.cos(2 * Math.PI * lean)) - 0.25;
  }

  private void contour(double[] line, double base, double drop, double width) {
    List<double[]> run = new ArrayList<>();
    for (int x = 0; x <= W; x += 5) {
      double flat = line[x] + drop + (base - line[x]) * Math.min(0.85, drop / 260);
      boolean broken = Noise.at(x / 70.0, drop / 9, 67) > 0.42;
      if (broken) {
        press.carve(run, width);
        run = new ArrayList<>();
      } else {
        run.add(new double[] {x, flat + 3 * Noise.at(x / 40.0, drop, 68)});
      }
    }
    press.carve(run, width);
  }

  private void spray(double[] top, double near, double amp, double base) {
    Area drops = new Area();
    for (int i = 0; i < 130 * near; i++) {
      int x = random.nextInt(W);
      if (base - top[x] > amp * 0.55) {
        double r = 2 + 5 * near * random.nextDouble();
        double up = (14 + 60 * near) * Math.pow(random.nextDouble(), 1.5);
        drops.add(new Area(new Ellipse2D.Double(x - r, top[x] - up - r, 2 * r, 2 * r)));
      }
    }
    press.ink(drops, 0xf8f0dc, 0xf8f0dc, 2, 0, 1, 0.95);
  }
}
