/// A boulder: a sphere pushed in and out by noise, with facets left by frost.
final class LakeRock {
  private LakeRock() {}

  static Mesh build(int seed) {
    Mesh m = new Mesh();
    int n = 40;
    double[][][] p = new double[n + 1][2 * n + 1][];
    for (int i = 0; i <= n; i++) {
      for (int j = 0; j <= 2 * n; j++) {
        double a = Math.PI * i / n;
        double b = Math.PI * (j % (2 * n)) / n;
        double[] d = Vec.of(Math.sin(a) * Math.cos(b), Math.cos(a), Math.sin(a) * Math.sin(b));
        double r = 0.8 + 0.5 * Noise.fbm(d[0] * 1.1, d[1] * 1.1, d[2] * 1.1, 5, seed);
        r -= 0.25 * Math.max(0, Noise.at(d[0] * 2, d[1] * 2, d[2] * 2, seed + 5));
        p[i][j] = Vec.of(d[0] * r, d[1] * r * 0.62, d[2] * r);
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < 2 * n; j++) {
        double[] rgb = Vec.of(0.15, 0.14, 0.13);
        m.quad(p[i][j], p[i + 1][j], p[i + 1][j + 1], p[i][j + 1], rgb, Mesh.STONE);
      }
    }
    return m.done();
  }
}
