import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The pieces of the mosaic as its cartoon divides it: shapes laid over one another, each with the
/// colours and the size of its tiles. Lead runs between them.
final class MosaicPieces {
  static final int W = 1024;
  static final int H = 864;
  final List<double[][]> palettes = new ArrayList<>();
  final List<Double> sizes = new ArrayList<>();

  /// The piece at every point, and how far the point is from that piece's edge.
  final int[] region = new int[W * H];

  final double[] inset = new double[W * H];

  void lay(Shape shape, double size, int... palette) {
    BufferedImage mask = new BufferedImage(W, H, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = mask.createGraphics();
    g.setColor(Color.WHITE);
    g.fill(shape);
    g.dispose();
    for (int i = 0; i < W * H; i++) {
      if (mask.getRaster().getSample(i % W, i / W, 0) > 127) {
        region[i] = palettes.size();
      }
    }
    palettes.add(Rgb.palette(palette));
    sizes.add(size);
  }

  static Area disc(double x, double y, double r) {
    return new Area(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
  }

  /// Distance of every point from the edge of its piece, by two chamfer sweeps.
  void measure() {
    Arrays.fill(inset, 1e6);
    for (int pass = 0; pass < 2; pass++) {
      for (int n = 0; n < W * H; n++) {
        int i = pass == 0 ? n : W * H - 1 - n;
        int s = pass == 0 ? -1 : 1;
        near(i, s, 0, 1);
        near(i, 0, s, 1);
        near(i, s, s, 1.414);
        near(i, -s, s, 1.414);
      }
    }
  }

  private void near(int i, int dx, int dy, double cost) {
    int x = i % W + dx;
    int y = i / W + dy;
    if (x >= 0 && y >= 0 && x < W && y < H) {
      int j = y * W + x;
      inset[i] = Math.min(inset[i], region[j] != region[i] ? 0.5 : inset[j] + cost);
    }
  }
}
