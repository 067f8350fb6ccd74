import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// The hand that paints the oil sample: no two of its dips and lines come out alike.
final class SwirlsBrush {
  private static final int W = SwirlsPainting.W;
  private final Impasto canvas;
  private final Random random;

  SwirlsBrush(Impasto canvas, Random random) {
    this.canvas = canvas;
    this.random = random;
  }

  /// Shifts value and warmth a little, as no two dips into the palette are alike.
  double[] jitter(double[] c, double amount) {
    double v = 1 + random.nextGaussian() * amount * 1.6;
    double t = random.nextGaussian() * amount * 0.7;
    return Vec.of(c[0] * v + t, c[1] * v + t * 0.3, c[2] * v - t);
  }

  void line(double x0, double y0, double x1, double y1, double width, int rgb) {
    List<double[]> path = new ArrayList<>();
    double len = Math.hypot(x1 - x0, y1 - y0) * W;
    for (double i = 0; i < len; i += 0.8) {
      double t = i / len;
      double sway = 0.0012 * Math.sin(t * 5 + x0 * 90);
      path.add(new double[] {(x0 + (x1 - x0) * t + sway) * W, (y0 + (y1 - y0) * t + sway) * W});
    }
    double[] c = jitter(Rgb.hex(rgb), 0.03);
    canvas.stroke(path, width, c, jitter(c, 0.12), random.nextInt(10_000));
  }
}
