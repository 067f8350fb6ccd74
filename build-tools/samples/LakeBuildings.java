import java.util.Random;

/// What was built by the lake: a cabin and its landing stage.
final class LakeBuildings {
  private static final double[] WHITE = Vec.of(0.72, 0.70, 0.64);

  private LakeBuildings() {}

  /// A red timber cabin with white trim, a porch and a chimney; its front faces -z.
  static Mesh cabin() {
    Mesh m = new Mesh();
    double[] red = Vec.of(0.36, 0.045, 0.03);
    double[] roof = Vec.of(0.055, 0.05, 0.05);
    double[] stone = Vec.of(0.2, 0.19, 0.18);
    m.box(-4.1, -2, -3.1, 4.1, 0.25, 3.1, stone, Mesh.STONE);
    m.box(-4, 0.25, -3, 4, 3.1, 3, red, Mesh.PLANK);
    for (int s = -1; s <= 1; s += 2) {
      m.tri(
          Vec.of(4 * s, 3.1, -3),
          Vec.of(4 * s, 3.1, 3),
          Vec.of(4 * s, 5.5, 0),
          red,
          1,
          Mesh.PLANK,
          null);
      double[] eave = Vec.of(-4.6, 2.72, 3.5 * s);
      double[] eave2 = Vec.of(4.6, 2.72, 3.5 * s);
      m.quad(eave, eave2, Vec.of(4.6, 5.6, 0), Vec.of(-4.6, 5.6, 0), roof, Mesh.SHINGLE);
      m.quad(
          eave, eave2, Vec.of(4.6, 2.52, 3.5 * s), Vec.of(-4.6, 2.52, 3.5 * s), WHITE, Mesh.PLAIN);
      for (int e = -1; e <= 1; e += 2) {
        double x = 4.62 * e;
        m.quad(
            Vec.of(x, 2.72, 3.5 * s),
            Vec.of(x, 5.6, 0),
            Vec.of(x, 5.36, 0),
            Vec.of(x, 2.48, 3.5 * s),
            WHITE,
            Mesh.PLAIN);
        m.box(4 * e - 0.12, 0.25, 3 * s - 0.12, 4 * e + 0.12, 3.1, 3 * s + 0.12, WHITE, Mesh.PLAIN);
      }
    }
    openings(m);
    m.box(1.6, 4, 0.4, 2.5, 6.6, 1.3, Vec.of(0.3, 0.16, 0.12), Mesh.STONE);
    m.box(-3.2, -1.2, -5.2, 3.0, 0.12, -3.1, Vec.of(0.3, 0.24, 0.17), Mesh.PLANK);
    return m.done();
  }

  private static void openings(Mesh m) {
    for (double x : new double[] {-2.6, 2.4}) {
      window(m, x, -3, false);
    }
    window(m, -0.9, -4, true);
    window(m, 1.1, -4, true);
    m.box(-0.6, 0.25, -3.1, 0.5, 2.35, -3.0, WHITE, Mesh.PLAIN);
    m.box(-0.48, 0.3, -3.14, 0.38, 2.22, -3.08, Vec.of(0.05, 0.09, 0.1), Mesh.PLANK);
  }

  private static void window(Mesh m, double u, double face, boolean gable) {
    double[] pane = Vec.of(0.9, 0.55, 0.2);
    double[][] parts = {{0.62, 0.95, 0.06, 0}, {0.48, 0.8, 0.1, 1}};
    for (double[] p : parts) {
      double y0 = 1.75 - p[1] * 0.75;
      double y1 = 1.75 + p[1] * 0.75;
      double[] rgb = p[3] > 0 ? pane : WHITE;
      if (gable) {
        m.box(face - p[2], y0, u - p[0], face, y1, u + p[0], rgb, Mesh.PLAIN);
      } else {
        m.box(u - p[0], y0, face - p[2], u + p[0], y1, face, rgb, Mesh.PLAIN);
      }
    }
    if (gable) {
      m.box(face - 0.13, 1.0, u - 0.05, face, 2.5, u + 0.05, WHITE, Mesh.PLAIN);
      m.box(face - 0.13, 1.7, u - 0.5, face, 1.8, u + 0.5, WHITE, Mesh.PLAIN);
    } else {
      m.box(u - 0.05, 1.0, face - 0.13, u + 0.05, 2.5, face, WHITE, Mesh.PLAIN);
      m.box(u - 0.5, 1.7, face - 0.13, u + 0.5, 1.8, face, WHITE, Mesh.PLAIN);
    }
  }

  /// A landing stage on posts, running along local -z.
  static Mesh jetty(double length, Random random) {
    Mesh m = new Mesh();
    for (double z = 0; z < length; z += 0.3) {
      double g = random.nextDouble(0.7, 1.1);
      double[] wood = Vec.of(0.26 * g, 0.21 * g, 0.155 * g);
      m.box(
          -0.9 - random.nextDouble(0, 0.06),
          0.5,
          -z - 0.27,
          0.9 + random.nextDouble(0, 0.06),
          0.57,
          -z,
          wood,
          Mesh.PLANK);
    }
    for (double z = 0.5; z < length; z += 2.6) {
      for (int s = -1; s <= 1; s += 2) {
        double[] post = Vec.of(0.12, 0.095, 0.07);
        m.box(s * 0.85 - 0.09, -2, -z - 0.09, s * 0.85 + 0.09, 0.95, -z + 0.09, post, Mesh.PLANK);
      }
    }
    m.box(-0.8, 0.36, -length, -0.65, 0.5, 0, Vec.of(0.12, 0.1, 0.08), Mesh.PLAIN);
    m.box(0.65, 0.36, -length, 0.8, 0.5, 0, Vec.of(0.12, 0.1, 0.08), Mesh.PLAIN);
    return m.done();
  }
}
