import java.awt.geom.Path2D;
import java.util.Random;

/// The sea of the mosaic, and the drops that the carp throws up.
final class MosaicSea {
  private static final int W = MosaicPieces.W;
  private static final int H = MosaicPieces.H;

  private MosaicSea() {}

  static void swell(MosaicPieces pieces, Random random) {
    int[][] water = {
      {0x0e5c86, 0x1678a6, 0x0a4468},
      {0x159a92, 0x35bfae, 0x0e7a78},
      {0xe9f4ea, 0xc4e6de, 0xffffff},
      {0x1c3f9a, 0x2d5cc4, 0x142c74},
      {0x0f7f5c, 0x27a874, 0x0a6048},
      {0x38b6cc, 0x7ad6de, 0x1f94b0},
      {0x10245c, 0x1c3a84, 0x0a1640}
    };
    double[] top = {0.70, 0.755, 0.80, 0.825, 0.88, 0.925, 0.965};
    for (int b = 0; b < top.length; b++) {
      Path2D band = new Path2D.Double();
      band.moveTo(0, H);
      for (int x = 0; x <= W; x += 4) {
        double swell = Math.sin(x / 92.0 + b * 1.7) * (22 - b) + 10 * Math.sin(x / 41.0 + b * 2.4);
        double splash = 70 * Math.exp(-Math.pow((x - 250) / 90.0, 2)) * (b < 4 ? 1 : 0.3);
        band.lineTo(x, top[b] * H + swell - splash);
      }
      band.lineTo(W, H);
      band.closePath();
      pieces.lay(band, b == 2 ? 10 : 14, water[b]);
    }
    for (int i = 0; i < 16; i++) {
      double a = -2.5 + 1.9 * random.nextDouble();
      double d = 60 + 150 * random.nextDouble();
      double r = 6 + 9 * random.nextDouble();
      pieces.lay(
          MosaicPieces.disc(250 + d * Math.cos(a), 640 + d * Math.sin(a), r),
          9,
          0xdff4f0,
          0x8fdce0,
          0xffffff);
    }
  }
}
