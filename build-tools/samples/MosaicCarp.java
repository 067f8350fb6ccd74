import java.awt.geom.Area;
import java.awt.geom.Path2D;

/// The carp of the mosaic. Lengths along it run from tail (0) to snout (1).
final class MosaicCarp {
  private MosaicCarp() {}

  static void leap(MosaicPieces pieces) {
    int[] finColor = {0xf07a2a, 0xffb04a, 0xd2451c};
    pieces.lay(tailFin(1), 11, 0xe83a22, 0xff6a3a, 0xb81e1c);
    pieces.lay(tailFin(-1), 11, finColor);
    pieces.lay(fin(0.72, 1, 0.36, 92, 0.42, 1.0), 11, 0xc81e34, 0xec4048, 0x981030);
    pieces.lay(fin(0.36, -1, 0.10, 84, 0.20, 0.5), 10, finColor);
    pieces.lay(flank(0.04, 1.04, -1, 1), 11, 0xfaf2dc, 0xe8dcc0, 0xffffff);
    pieces.lay(flank(0.05, 0.80, 0.30, 1), 10, 0xe8381c, 0xff6230, 0xc01c1c);
    pieces.lay(flank(0.05, 0.80, -0.22, 0.30), 10, 0xf58a22, 0xffb040, 0xe46414);
    for (double[] s : new double[][] {{0.27, 0.6, 46}, {0.49, 0.3, 62}, {0.68, 0.75, 44}}) {
      double[] at = offset(s[0], s[1] * girth(s[0]));
      Area patch = MosaicPieces.disc(at[0], at[1], s[2]);
      patch.add(MosaicPieces.disc(at[0] + s[2] * 0.7, at[1] - s[2] * 0.6, s[2] * 0.6));
      patch.intersect(new Area(flank(0.05, 0.80, -0.6, 1)));
      pieces.lay(patch, 9, 0x16183c, 0x2a2f68, 0x0c0e24);
    }
    pieces.lay(flank(0.80, 1.04, -0.05, 1), 9, 0xd81f28, 0xf4503a, 0xa81428);
    pieces.lay(fin(0.74, -0.55, 0.09, 108, 0.24, 0.5), 10, 0xffc85a, 0xf29a2c, 0xffe29a);
    double[] eye = offset(0.885, 26);
    pieces.lay(MosaicPieces.disc(eye[0], eye[1], 21), 8, 0xfff6d0, 0xffe9a8, 0xffffff);
    pieces.lay(MosaicPieces.disc(eye[0] + 2, eye[1], 10), 12, 0x080a18, 0x10142c, 0x04060c);
  }

  /// Spine of the fish from tail (0) to snout (1): an arc leaping up to the right.
  private static double[] spine(double t) {
    double a = Math.PI * (0.98 + 0.66 * t);
    return new double[] {560 + 330 * Math.cos(a), 590 + 300 * Math.sin(a) * (1 + 0.12 * t)};
  }

  private static double[] offset(double t, double across) {
    double[] p = spine(t);
    double[] q = spine(t + 0.01);
    double[] o = spine(t - 0.01);
    double len = Math.hypot(q[0] - o[0], q[1] - o[1]);
    return new double[] {p[0] + (q[1] - o[1]) / len * across, p[1] - (q[0] - o[0]) / len * across};
  }

  private static double girth(double t) {
    double full = 16 + 94 * Math.pow(Math.sin(Math.PI * (0.05 + 0.9 * Math.min(1, t))), 1.05);
    return Math.max(full, t > 0.7 ? 84 : 0)
        * Math.sqrt(Math.max(0, 1 - Math.pow(Math.max(0, t - 0.74) / 0.30, 2.4)));
  }

  /// A strip of the body between two lengths and two breadths (-1 belly to 1 back).
  private static Path2D flank(double t0, double t1, double a0, double a1) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i <= 40; i++) {
      double t = t0 + (t1 - t0) * i / 40;
      double[] p = offset(t, a1 * girth(t));
      if (i == 0) {
        path.moveTo(p[0], p[1]);
      } else {
        path.lineTo(p[0], p[1]);
      }
    }
    for (int i = 40; i >= 0; i--) {
      double t = t0 + (t1 - t0) * i / 40;
      double[] p = offset(t, a0 * girth(t));
      path.lineTo(p[0], p[1]);
    }
    path.closePath();
    return path;
  }

  private static Path2D fin(
      double t, double side, double along, double out, double back, double flick) {
    double[] a = offset(t, side * girth(t) * 0.8);
    double[] b = offset(t - along, side * girth(t - along) * 0.75);
    double[] c = offset(t - back, side * (girth(t) + out));
    double[] d = offset(t - back * 0.3, side * (girth(t) + out * flick));
    double[] e = offset(t - back * 0.9, side * (girth(t) + out * 0.25));
    Path2D path = new Path2D.Double();
    path.moveTo(a[0], a[1]);
    path.quadTo(d[0], d[1], c[0], c[1]);
    path.quadTo(e[0], e[1], b[0], b[1]);
    path.closePath();
    return path;
  }

  private static Path2D tailFin(int side) {
    double[] root = offset(0.06, 0);
    double[] r1 = offset(0.07, side * 36);
    Path2D path = new Path2D.Double();
    path.moveTo(root[0] + 6, root[1]);
    path.lineTo(r1[0], r1[1]);
    path.curveTo(
        root[0] - side * 40,
        root[1] + 50,
        root[0] - side * 60 - 20,
        root[1] + 100,
        root[0] - side * 118 - 10,
        root[1] + 150);
    path.curveTo(
        root[0] - side * 60,
        root[1] + 150,
        root[0] - side * 30,
        root[1] + 120,
        root[0],
        root[1] + 80);
    path.closePath();
    return path;
  }
}
