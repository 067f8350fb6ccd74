/// The colour a surface shows in the light of the sun, the sky and the ground.
final class LakeSurfaces {
  private static final double[] SUNLIGHT = Vec.of(3.5, 2.45, 1.5);
  private final LakeGround ground;
  private final Crowd crowd;

  LakeSurfaces(LakeGround ground, Crowd crowd) {
    this.ground = ground;
    this.crowd = crowd;
  }

  double[] shadeThing(Ray r, double[] at) {
    Placed p = r.placed;
    double nx = r.mesh.look(r.tri, Mesh.NORMAL);
    double nz = r.mesh.look(r.tri, Mesh.NORMAL + 2);
    double[] n =
        Vec.of(
            nx * p.cos() + nz * p.sin(),
            r.mesh.look(r.tri, Mesh.NORMAL + 1),
            nz * p.cos() - nx * p.sin());
    int kind = (int) r.mesh.look(r.tri, Mesh.KIND);
    double[] d = {r.dx, r.dy, r.dz};
    if (kind != Mesh.LEAF && Vec.dot(n, d) > 0) {
      n = Vec.mul(n, -1);
    }
    double[] rgb = new double[3];
    for (int k = 0; k < 3; k++) {
      rgb[k] = r.mesh.look(r.tri, k) * p.tint();
    }
    double open = r.mesh.look(r.tri, Mesh.OPEN);
    double face = Vec.dot(n, LakeSky.SUN);
    if (kind == Mesh.LEAF) {
      face = Math.max(0.75 * face, 0) + 0.2;
      face *= 0.35 + 0.65 * open;
    } else {
      rgb =
          weather(
              rgb,
              kind,
              Vec.of(
                  (at[0] - p.x()) * p.cos() - (at[2] - p.z()) * p.sin(),
                  at[1] - p.y(),
                  (at[0] - p.x()) * p.sin() + (at[2] - p.z()) * p.cos()));
      if (kind == Mesh.STONE) {
        n = roughen(n, at, 6, 0.55);
        face = Vec.dot(n, LakeSky.SUN);
        rgb = Rgb.scale(rgb, 0.35 + 0.65 * Noise.step(0.0, 0.16, at[1]));
      }
    }
    double sunward = face > 0 && lit(at, kind == Mesh.LEAF ? LakeSky.SUN : n) ? face : 0;
    return light(rgb, n, open, sunward);
  }

  /// Grain and stain for built things, in the object's own space.
  private static double[] weather(double[] rgb, int kind, double[] p) {
    double k = 0.86 + 0.4 * Noise.fbm(p[0] * 2, p[1] * 2, p[2] * 2, 4, 81);
    if (kind == Mesh.PLANK) {
      double across = (p[0] + p[2]) / 0.19;
      double seam = Math.abs(across - Math.rint(across));
      k *= 0.85 + 0.3 * Noise.hash((int) Math.rint(across), 0, 5);
      k *= seam > 0.44 ? 0.45 : 1;
    } else if (kind == Mesh.SHINGLE) {
      double row = Math.floor(p[1] / 0.17);
      double slot = Math.floor(p[0] / 0.3 + (row % 2) * 0.5);
      k *= 0.6 + 0.8 * Noise.hash((int) row, (int) slot, 7);
      double moss = Noise.step(0.1, 0.4, Noise.fbm(p[0], p[2], 4, 83));
      return Rgb.scale(Rgb.mix(rgb, Vec.of(0.09, 0.11, 0.03), moss * 0.7), k);
    }
    return Rgb.scale(rgb, k);
  }

  private static double[] roughen(double[] n, double[] at, double freq, double amount) {
    double[] out = new double[3];
    for (int k = 0; k < 3; k++) {
      out[k] = n[k] + amount * Noise.fbm(at[0] * freq, at[1] * freq, at[2] * freq, 4, 85 + k * 40);
    }
    return Vec.unit(out);
  }

  double[] shadeGround(double[] at, double distance) {
    boolean far = distance > 700;
    double[] smooth = ground.normal(at[0], at[2], far ? 9 : 0.8);
    double grain = far ? 1 / 22.0 : 1.1;
    double[] n = roughen(smooth, at, grain, far ? 0.62 : 0.35);
    double wear = Noise.fbm(at[0] / 60, at[1] / 26, at[2] / 60, 5, 87);
    double strata = Noise.fbm(at[0] / 400, at[1] / 15, at[2] / 400, 4, 88);
    double[] rock =
        Rgb.mix(Vec.of(0.20, 0.175, 0.155), Vec.of(0.10, 0.095, 0.095), 0.5 + wear + strata);
    double[] turf =
        Rgb.mix(Vec.of(0.15, 0.12, 0.045), Vec.of(0.055, 0.075, 0.025), 0.5 + wear * 1.4);
    double high = at[1] + 160 * wear;
    double green = Noise.step(0.62, 0.8, n[1]) * (1 - Noise.step(420, 780, high));
    double[] rgb = Rgb.mix(rock, turf, green);
    if (far) {
      rgb =
          Rgb.mix(
              rgb, Vec.of(0.022, 0.036, 0.020), 0.85 * green * (1 - Noise.step(300, 560, high)));
    }
    rgb = Rgb.mix(rgb, Vec.of(0.13, 0.115, 0.095), 1 - Noise.step(0.15, 0.7, at[1] + wear));
    double snow = Noise.step(430, 760, high + 90 * strata) * Noise.step(0.42, 0.66, n[1]);
    rgb = Rgb.mix(rgb, Vec.of(0.80, 0.82, 0.86), snow);
    rgb = Rgb.scale(rgb, at[1] < 0.25 ? 0.55 : 1);
    double face = Vec.dot(n, LakeSky.SUN);
    double sunward = face > 0 && lit(at, smooth) ? face : 0;
    return light(rgb, n, far ? 0.9 : 0.7, sunward);
  }

  private boolean lit(double[] at, double[] n) {
    double[] p = Vec.add(at, n, 0.04);
    Ray r = new Ray(p[0], p[1], p[2], LakeSky.SUN[0], LakeSky.SUN[1], LakeSky.SUN[2]);
    r.far = 5000;
    if (crowd.trace(r, true)) {
      return false;
    }
    return ground.march(r, Math.max(0.6, at[2] * 0.006), 4200, 0.8) == Double.POSITIVE_INFINITY;
  }

  private static double[] light(double[] rgb, double[] n, double open, double sunward) {
    double up = 0.5 + 0.5 * n[1];
    double[] out = new double[3];
    double[] skylight = {0.27, 0.38, 0.60};
    double[] bounce = {0.16, 0.13, 0.09};
    for (int k = 0; k < 3; k++) {
      double ambient = (skylight[k] * up + bounce[k] * (1 - up)) * open * 1.25;
      out[k] = rgb[k] * (SUNLIGHT[k] * sunward + ambient);
    }
    return out;
  }
}
