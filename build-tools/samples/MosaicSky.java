import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.util.Random;

/// Sun and sky of the mosaic: broken rings of wedges, warm inside and cold outside.
final class MosaicSky {
  static final double SUN_X = 0.56 * MosaicPieces.W;
  static final double SUN_Y = 0.40 * MosaicPieces.H;

  private MosaicSky() {}

  static void rays(MosaicPieces pieces, Random random) {
    int[][] cold = {
      {0x1b3fa0, 0x2c63d0, 0x12307c}, {0x0f8f9c, 0x35b8b4, 0x0b6c80},
      {0x5a2c94, 0x7d48b8, 0x421c74}, {0x2a86d0, 0x63b4e6, 0x1c62a8},
      {0x101c58, 0x22348c, 0x0c1440}
    };
    int[][] warm = {
      {0xf26a1b, 0xff8f3a, 0xd94e12}, {0xf9b52a, 0xffd15c, 0xe8951a},
      {0xd6263a, 0xf04c50, 0xb01830}, {0xf5d76a, 0xffe9a0, 0xe8bc3c}
    };
    double[] edge = {205, 300, 430, 620, 1200};
    int[] parts = {18, 22, 26, 22};
    int serial = 0;
    for (int r = 0; r < 4; r++) {
      for (int k = 0; k < parts[r]; k++) {
        double from = (k + 0.37 * r) * 2 * Math.PI / parts[r];
        double jag = 34 * (r + 1) * 0.5 * random.nextGaussian() * 0.5;
        Area wedge = ring(edge[r] - 60, edge[r + 1] + jag, from, from + 2 * Math.PI / parts[r]);
        boolean hot = r == 0 || r == 1 && k % 2 == 0;
        pieces.lay(wedge, 15, hot ? warm[(k + r) % 4] : cold[(serial++ * 3 + r) % 5]);
      }
    }
    int[][] core = {
      {0xe8541c, 0xf47a2c, 0xd03a18},
      {0xfbbf2e, 0xffd766, 0xf0a41c},
      {0xfff0b4, 0xffe27a, 0xfff8dc}
    };
    double[] radius = {212, 168, 104};
    for (int i = 0; i < 3; i++) {
      pieces.lay(MosaicPieces.disc(SUN_X, SUN_Y, radius[i]), 13, core[i]);
    }
  }

  private static Area ring(double inner, double outer, double from, double to) {
    Path2D wedge = new Path2D.Double();
    wedge.moveTo(SUN_X, SUN_Y);
    for (double a = from; a <= to + 1e-9; a += (to - from) / 12) {
      wedge.lineTo(SUN_X + 2000 * Math.cos(a), SUN_Y + 2000 * Math.sin(a));
    }
    wedge.closePath();
    Area area = new Area(wedge);
    area.intersect(MosaicPieces.disc(SUN_X, SUN_Y, outer));
    area.subtract(MosaicPieces.disc(SUN_X, SUN_Y, inner));
    return area;
  }
}
