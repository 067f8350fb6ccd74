/// A clinker rowing boat: painted outside, bare wood inside, oars shipped.
final class LakeBoat {
  private LakeBoat() {}

  static Mesh build() {
    Mesh m = new Mesh();
    int along = 48;
    int around = 20;
    double[] white = Vec.of(0.70, 0.68, 0.62);
    double[] blue = Vec.of(0.03, 0.13, 0.24);
    double[] wood = Vec.of(0.30, 0.155, 0.06);
    for (int i = 0; i < along; i++) {
      double t0 = (double) i / along;
      double t1 = (i + 1.0) / along;
      for (int j = -around; j < around; j++) {
        double g0 = (double) j / around;
        double g1 = (j + 1.0) / around;
        int strake = Math.abs(2 * j + 1) / 5;
        double[] paint = strake >= 7 ? blue : Rgb.scale(white, strake % 2 == 0 ? 1 : 0.86);
        double out = strake % 2 == 0 ? 0 : 0.012;
        m.quad(
            hull(t0, g0, out),
            hull(t1, g0, out),
            hull(t1, g1, out),
            hull(t0, g1, out),
            paint,
            Mesh.PLAIN);
        double[] plank = Rgb.scale(wood, strake % 2 == 0 ? 0.8 : 1.0);
        m.quad(
            hull(t0, g0, 0.05),
            hull(t1, g0, 0.05),
            hull(t1, g1, 0.05),
            hull(t0, g1, 0.05),
            plank,
            Mesh.PLAIN);
      }
      gunwale(m, t0, t1, wood);
    }
    for (int j = -around; j < around; j++) {
      double[] low = hull(0, (double) j / around, 0);
      m.tri(hull(0, (j + 1.0) / around, 0), low, Vec.of(0, 0.5, -2.3), white, 1, Mesh.PLAIN, null);
    }
    fittings(m);
    return m.done();
  }

  /// Half-breadth, gunwale height and keel height of the boat at `t` from stern to bow.
  private static double[] section(double t) {
    double beam = 0.86 * Math.pow(Math.sin(Math.PI * (0.2 + 0.8 * t)), 0.75);
    double sheer = 0.5 + 0.34 * Math.pow(t, 3) + 0.1 * Math.pow(1 - t, 2);
    double keel = -0.2 + 0.5 * Math.pow(t, 7) + 0.1 * Math.pow(1 - t, 3);
    return new double[] {Math.max(beam, 0.004), sheer, keel};
  }

  private static double[] hull(double t, double girth, double inset) {
    double[] s = section(t);
    double a = girth * Math.PI / 2;
    double half = Math.max(0.003, s[0] - inset);
    double x = half * Math.pow(Math.abs(Math.sin(a)), 0.6) * Math.signum(girth);
    double y = s[2] + inset + (s[1] - s[2] - inset) * (1 - Math.pow(Math.cos(a), 0.9));
    return Vec.of(x, y, 4.6 * (t - 0.5));
  }

  private static void gunwale(Mesh m, double t0, double t1, double[] wood) {
    for (int s = -1; s <= 1; s += 2) {
      double[] a = hull(t0, s, -0.03);
      double[] b = hull(t1, s, -0.03);
      double[] c = hull(t1, s, 0.07);
      double[] d = hull(t0, s, 0.07);
      for (double[] q : new double[][] {a, b, c, d}) {
        q[1] += 0.03;
      }
      m.quad(a, b, c, d, wood, Mesh.PLAIN);
      double[] lower = Vec.add(a, Vec.of(0, 1, 0), -0.08);
      m.quad(a, b, Vec.add(b, Vec.of(0, 1, 0), -0.08), lower, wood, Mesh.PLAIN);
    }
  }

  private static void fittings(Mesh m) {
    for (double z : new double[] {-1.45, -0.25, 0.95}) {
      double w = section(z / 4.6 + 0.5)[0] * 0.80;
      m.box(-w, 0.24, z - 0.16, w, 0.29, z + 0.16, Vec.of(0.34, 0.2, 0.09), Mesh.PLANK);
    }
    for (int s = -1; s <= 1; s += 2) {
      double[] grip = Vec.of(0.30 * s, 0.50, -1.5);
      double[] blade = Vec.of(0.20 * s, 0.56, 1.0);
      m.limb(grip, blade, 0.03, 0.025, Vec.of(0.45, 0.3, 0.14));
      m.limb(blade, Vec.of(0.18 * s, 0.60, 1.5), 0.075, 0.07, Vec.of(0.45, 0.3, 0.14));
    }
  }
}
