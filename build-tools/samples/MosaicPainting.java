import java.awt.image.BufferedImage;
import java.util.Random;

/// Mosaic sample: a carp leaping across the sun, set in glass tesserae between dark leads.
final class MosaicPainting {
  private static final int W = MosaicPieces.W;
  private static final int H = MosaicPieces.H;
  private final Random random = new Random(606);
  private final MosaicPieces pieces = new MosaicPieces();
  private final MosaicTiles tiles = new MosaicTiles(pieces, random);

  BufferedImage assemble() {
    MosaicSky.rays(pieces, random);
    MosaicSea.swell(pieces, random);
    MosaicCarp.leap(pieces);
    pieces.measure();
    tiles.plant();
    for (int i = 0; i < 7; i++) {
      tiles.relax();
    }
    tiles.bucketTiles();
    return glaze();
  }

  private BufferedImage glaze() {
    BufferedImage out = new BufferedImage(W, H, BufferedImage.TYPE_INT_RGB);
    Rows.inParallel(
        H,
        y -> {
          for (int x = 0; x < W; x++) {
            double[] sum = new double[3];
            for (int s = 0; s < 4; s++) {
              double[] c = glass(x + 0.25 + 0.5 * (s & 1), y + 0.25 + 0.5 * (s >> 1));
              sum = Vec.add(sum, c, 0.25);
            }
            out.setRGB(x, y, Rgb.pack(sum[0], sum[1], sum[2]));
          }
        });
    return out;
  }

  /// Colour at a point: glass with streaks, a bevel and its own tilt, or gritty grout, or lead.
  private double[] glass(double x, double y) {
    int k = Math.min(H - 1, (int) y) * W + Math.min(W - 1, (int) x);
    double[] gap = new double[1];
    double[] t = tiles.owner(x, y, pieces.region[k], gap);
    double grit = Noise.fbm(x / 2.2, y / 2.2, 3, 41);
    double[] grout = Rgb.scale(Vec.of(0.10, 0.09, 0.11), 1 + 0.9 * grit);
    double lead = pieces.inset[k] + 0.5 * Noise.at(x / 12, y / 12, 42);
    if (t == null || lead < 2.2) {
      double shine = Noise.step(0.2, 1.4, lead) * 0.10 * (1 + grit);
      return Vec.add(Vec.of(0.045, 0.045, 0.06), Vec.of(1, 1, 1.1), shine * 0.5);
    }
    int id = (int) (t[0] * 8191 + t[1] * 131);
    double pick = Noise.hash(id, 1, 9);
    double[] rgb = Rgb.ramp(pieces.palettes.get(pieces.region[k]), Noise.clamp(pick + 0.12 * grit));
    rgb = Rgb.scale(rgb, 0.80 + 0.40 * Noise.hash(id, 2, 9));
    if (Noise.hash(id, 3, 9) > 0.955) {
      rgb = Rgb.mix(Rgb.scale(rgb, 1.3), Vec.of(1, 0.95, 0.85), 0.22);
    }
    double turn = Noise.hash(id, 4, 9) * 6.28;
    double u = (x - t[0]) * Math.cos(turn) + (y - t[1]) * Math.sin(turn);
    double v = (y - t[1]) * Math.cos(turn) - (x - t[0]) * Math.sin(turn);
    double streak = Noise.fbm(u / 11 + id % 97, v / 2.4, 3, 43);
    double light = 1 + 0.030 * u * Noise.hash(id, 5, 9) + 0.30 * streak;
    double rim = Math.min(gap[0] * 0.8, lead - 2.0);
    double facing = ((x - t[0]) + (y - t[1])) / 14;
    light += (1 - Noise.step(0.9, 3.6, rim)) * (facing < 0 ? 0.32 : -0.34);
    double[] lit = Rgb.scale(rgb, light);
    double spark = Math.exp(-(Math.pow(x - t[0] + 2.6, 2) + Math.pow(y - t[1] + 2.6, 2)) / 3.5);
    lit = Vec.add(lit, Vec.of(1, 1, 0.95), 0.22 * spark * Noise.hash(id, 6, 9));
    double glow =
        Math.exp(-Math.pow(Math.hypot(x - MosaicSky.SUN_X, y - MosaicSky.SUN_Y) / 420, 2));
    lit = Rgb.scale(lit, 0.86 + 0.24 * glow);
    return Rgb.mix(grout, lit, Noise.step(0.35, 1.3, rim));
  }
}
