import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Oil sample: a lighthouse on a headland while wind and starlight coil above a rough sea.
final class SwirlsPainting {
  static final int W = 2048;
  static final int H = 1632;
  private final Random random = new Random(404);
  private final Impasto canvas =
      new Impasto(W, H, 0.1, (x, y) -> Rgb.scale(SwirlsScene.color(x, y), 0.8));
  private final SwirlsBrush brush = new SwirlsBrush(canvas, random);
  private final SwirlsDetails details = new SwirlsDetails(canvas, brush, random);

  BufferedImage paint() {
    layer(58, 300, 1.5, 1);
    layer(34, 240, 1.5, 1);
    layer(20, 190, 1.5, 1);
    layer(12, 120, 0.8, 0.75);
    layer(8, 80, 0.5, 0.6);
    details.lighthouse();
    details.stars();
    return canvas.varnish();
  }

  /// Covers the canvas with strokes of one width; smaller brushes only go where detail calls.
  private void layer(double width, double length, double cover, double keep) {
    int count = (int) (cover * W * H / (width * length * 0.7));
    for (int i = 0; i < count; i++) {
      double x = (random.nextDouble() * 1.16 - 0.12) * W;
      double y = (random.nextDouble() * 1.12 - 0.06) * H;
      double busy = SwirlsScene.detail(x / W, y / W);
      if (width < 18 && random.nextDouble() > busy * keep) {
        continue;
      }
      double[] load = brush.jitter(SwirlsScene.color(x / W, y / W), 0.05);
      double beside = x + random.nextGaussian() * 26;
      boolean same = SwirlsScene.zone(beside / W, (y + 14) / W) == SwirlsScene.zone(x / W, y / W);
      double[] second =
          brush.jitter(same ? SwirlsScene.color(beside / W, (y + 14) / W) : load, 0.10);
      double run = length * (0.55 + 0.7 * random.nextDouble());
      canvas.stroke(follow(x, y, run), width * (0.75 + 0.5 * random.nextDouble()), load, second, i);
    }
  }

  private List<double[]> follow(double x, double y, double run) {
    List<double[]> path = new ArrayList<>();
    double px = x;
    double py = y;
    int zone = SwirlsScene.zone(x / W, y / W);
    for (int i = 0; i < run; i++) {
      path.add(new double[] {px, py});
      double a = SwirlsScene.angle(px / W, py / W);
      px += Math.cos(a) * 0.8;
      py += Math.sin(a) * 0.8;
      if (i > 12 && SwirlsScene.zone(px / W, py / W) != zone) {
        break;
      }
    }
    return path;
  }
}
