import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// The printer of the woodblock sample: paper, inks, and the dark lines cut into the key block.
final class WoodblockPress {
  static final int W = 1640;
  static final int H = 2048;
  private static final int KEY = 0x1c2740;
  private static final int PAPER = 0xf3e6cb;

  /// The one source of chance for the whole print.
  final Random random = new Random(808);

  private final float[] sheet = new float[W * H * 3];
  private final List<Path2D> keyLines = new ArrayList<>();
  private int block;

  WoodblockPress() {
    double[] rgb = Rgb.hex(PAPER);
    for (int i = 0; i < W * H; i++) {
      sheet[i * 3] = (float) rgb[0];
      sheet[i * 3 + 1] = (float) rgb[1];
      sheet[i * 3 + 2] = (float) rgb[2];
    }
  }

  /// Prints one block: the ink runs from one colour to another between two heights, carrying the
  /// grain of the plank and the speckle of hand rubbing.
  void ink(Area area, int rgb0, int rgb1, int seed, double y0, double y1, double strength) {
    print(area, rgb0, rgb1, seed, y0, y1, strength, false);
  }

  /// Like [#ink], but thinning out to nothing on the way.
  void fade(Area area, int rgb0, int rgb1, int seed, double y0, double y1, double strength) {
    print(area, rgb0, rgb1, seed, y0, y1, strength, true);
  }

  private void print(
      Area area,
      int rgb0,
      int rgb1,
      int seed,
      double y0,
      double y1,
      double strength,
      boolean fades) {
    BufferedImage mask = new BufferedImage(W, H, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = smooth(mask);
    g.translate(random.nextGaussian() * 1.6, random.nextGaussian() * 1.6);
    g.setColor(Color.WHITE);
    g.fill(area);
    g.dispose();
    byte[] cover = ((DataBufferByte) mask.getRaster().getDataBuffer()).getData();
    double[] a = Rgb.hex(rgb0);
    double[] b = Rgb.hex(rgb1);
    int key = 900 + 13 * block++ + seed;
    Rows.inParallel(
        H,
        y -> {
          double t = Noise.step(y0, y1, y);
          for (int x = 0; x < W; x++) {
            int c = cover[y * W + x] & 255;
            if (c > 0) {
              double wipe = Noise.clamp(t + 0.05 * Noise.fbm(x / 160.0, y / 30.0, 3, key));
              double alpha = c / 255.0 * strength * grain(x, y, key) * (fades ? 1 - wipe : 1);
              overprint(y * W + x, Rgb.mix(a, b, wipe), alpha);
            }
          }
        });
  }

  private void overprint(int k, double[] rgb, double alpha) {
    for (int c = 0; c < 3; c++) {
      sheet[k * 3 + c] += (float) ((rgb[c] - sheet[k * 3 + c]) * alpha);
    }
  }

  /// How well the ink took: long wood rings warped round knots, and fine speckle.
  private static double grain(int x, int y, int key) {
    double warp = 26 * Noise.fbm(x / 420.0, y / 130.0, 3, key);
    double rings = Math.sin((y + warp) * 0.30 + 2.5 * Noise.at(x / 700.0, y / 24.0, key + 1));
    double fibre = Noise.at(x / 42.0, (y + warp) / 1.7, key + 2);
    double speck = Noise.fbm(x / 2.6, y / 2.6, 2, key + 3);
    double rub = Noise.fbm(x / 130.0, y / 130.0, 3, key + 4);
    double take = 0.93 + 0.06 * rings + 0.075 * fibre + 0.12 * speck + 0.10 * rub;
    return Noise.clamp(take - (speck > 0.34 ? 0.35 : 0));
  }

  /// Remembers an outline for the key block, cut by hand: its width swells and thins.
  void cut(Shape shape, double width) {
    var it = shape.getPathIterator(null, 1.2);
    double[] p = new double[6];
    List<double[]> run = new ArrayList<>();
    double[] start = {0, 0};
    for (; !it.isDone(); it.next()) {
      int kind = it.currentSegment(p);
      if (kind == PathIterator.SEG_MOVETO) {
        carve(run, width);
        run = new ArrayList<>();
        start = new double[] {p[0], p[1]};
        run.add(start);
      } else {
        run.add(kind == PathIterator.SEG_CLOSE ? start : new double[] {p[0], p[1]});
      }
    }
    carve(run, width);
  }

  void carve(List<double[]> run, double width) {
    int n = run.size();
    if (n < 2) {
      return;
    }
    Path2D strip = new Path2D.Double();
    List<double[]> back = new ArrayList<>();
    double at = random.nextDouble() * 900;
    for (int i = 0; i < n; i++) {
      double[] a = run.get(Math.max(0, i - 1));
      double[] b = run.get(Math.min(n - 1, i + 1));
      double len = Math.max(1e-6, Math.hypot(b[0] - a[0], b[1] - a[1]));
      at += len / 2;
      double taper = Math.min(1, 0.25 + Math.min(i, n - 1 - i) / (0.18 * n + 1));
      double half = width / 2 * taper * (1 + 0.75 * Noise.fbm(at / 60, 0.5, 3, 71));
      double nx = -(b[1] - a[1]) / len * half;
      double ny = (b[0] - a[0]) / len * half;
      double[] p = run.get(i);
      if (i == 0) {
        strip.moveTo(p[0] + nx, p[1] + ny);
      } else {
        strip.lineTo(p[0] + nx, p[1] + ny);
      }
      back.add(new double[] {p[0] - nx, p[1] - ny});
    }
    for (double[] p : back.reversed()) {
      strip.lineTo(p[0], p[1]);
    }
    strip.closePath();
    keyLines.add(strip);
  }

  /// Prints a nearer shape over the outlines so far: paper white first, then its colours.
  void cover(Area area, int rgb0, int rgb1, double y0, double y1) {
    stampKey();
    ink(area, PAPER, PAPER, 3, 0, 1, 1);
    ink(area, rgb0, rgb1, 5, y0, y1, 0.97);
  }

  /// Prints the outlines gathered so far, so that later blocks may overlap them.
  void stampKey() {
    if (keyLines.isEmpty()) {
      return;
    }
    BufferedImage mask = new BufferedImage(W, H, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = smooth(mask);
    g.setColor(Color.WHITE);
    keyLines.forEach(g::fill);
    g.dispose();
    keyLines.clear();
    byte[] cover = ((DataBufferByte) mask.getRaster().getDataBuffer()).getData();
    double[] rgb = Rgb.hex(KEY);
    int key = 700 + block++;
    for (int i = 0; i < W * H; i++) {
      if (cover[i] != 0) {
        double alpha = (cover[i] & 255) / 255.0 * Math.min(1, grain(i % W, i / W, key) + 0.08);
        overprint(i, rgb, alpha);
      }
    }
  }

  private static Graphics2D smooth(BufferedImage image) {
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return g;
  }

  /// All that lies under a skyline, down to a height: a mountain or a wave.
  static Path2D below(double[] top, double bottom) {
    Path2D path = new Path2D.Double();
    path.moveTo(-30, bottom);
    path.lineTo(-30, top[0]);
    for (int x = 0; x < top.length; x += 2) {
      path.lineTo(x, top[x]);
    }
    path.lineTo(W + 30, top[W]);
    path.lineTo(W + 30, bottom);
    path.closePath();
    return path;
  }

  /// The finished sheet: paper fibre and a faint bleed, then half size.
  BufferedImage pull() {
    stampKey();
    BufferedImage out = new BufferedImage(W / 2, H / 2, BufferedImage.TYPE_INT_RGB);
    Rows.inParallel(
        H / 2,
        y -> {
          for (int x = 0; x < W / 2; x++) {
            double fibre = 0.05 * Noise.fbm(x / 1.6, y / 1.6, 3, 51);
            fibre += 0.05 * Noise.fbm(x / 34.0 + Noise.at(y / 20.0, 1, 5), y / 3.0, 3, 52);
            double[] c = new double[3];
            for (int k = 0; k < 3; k++) {
              for (int s = 0; s < 4; s++) {
                c[k] += sheet[((y * 2 + (s >> 1)) * W + x * 2 + (s & 1)) * 3 + k] / 4;
              }
              c[k] = c[k] * (1 + fibre) + 0.02 * fibre;
            }
            out.setRGB(x, y, Rgb.pack(c[0], c[1], c[2]));
          }
        });
    return out;
  }
}
