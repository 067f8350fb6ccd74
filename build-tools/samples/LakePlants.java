import java.util.Random;

/// What grows by the lake: spruces, birches, grass and reeds.
final class LakePlants {
  private final Random random;

  LakePlants(Random random) {
    this.random = random;
  }

  /// A spruce of unit height: drooping whorls of branches carrying thin sprays.
  Mesh spruce(int whorls, int branches, int sprays) {
    Mesh m = new Mesh();
    m.limb(Vec.of(0, -0.05, 0), Vec.of(0, 1, 0), 0.014, 0.001, Rgb.hex(0x4a3a2c));
    for (int w = 0; w < whorls; w++) {
      double y = 0.08 + 0.92 * Math.pow((w + random.nextDouble(0, 0.7)) / whorls, 0.9);
      double reach = 0.19 * Math.pow(1 - y, 0.75) * random.nextDouble(0.75, 1.12) + 0.008;
      int n = Math.max(4, (int) (branches * (1.1 - 0.5 * y)));
      for (int b = 0; b < n; b++) {
        branch(
            m,
            y + random.nextDouble(-0.012, 0.012),
            reach * random.nextDouble(0.55, 1.2),
            (b + random.nextDouble(0, 0.8)) * 2 * Math.PI / n,
            sprays);
      }
    }
    return m.done();
  }

  private void branch(Mesh m, double y, double reach, double turn, int sprays) {
    double[] out = Vec.of(Math.cos(turn), 0, Math.sin(turn));
    double[] side = Vec.of(-out[2], 0, out[0]);
    for (int s = 0; s < sprays; s++) {
      double f = (s + 0.6) / sprays;
      double droop = 0.25 * f - 0.75 * f * f;
      double[] base = Vec.add(Vec.of(0, y + reach * droop * 0.8, 0), out, reach * f);
      double len = reach * (0.5 - 0.25 * f) + 0.006;
      for (int k = -1; k <= 1; k += 2) {
        double[] tip =
            Vec.add(
                Vec.add(base, out, len * random.nextDouble(0.5, 0.9)),
                side,
                k * len * random.nextDouble(0.3, 0.9));
        tip[1] -= len * random.nextDouble(0.05, 0.5);
        double[] wide = Vec.add(base, out, -len * 0.34);
        wide[1] += len * random.nextDouble(0.0, 0.22);
        double green = random.nextDouble(0.75, 1.25);
        double[] rgb =
            Vec.of(0.055 * green, 0.095 * green * random.nextDouble(0.92, 1.08), 0.045 * green);
        double[] soft =
            Vec.unit(Vec.add(Vec.of(0, 0.45 + random.nextDouble(-0.3, 0.3), 0), out, f + 0.2));
        m.tri(base, tip, wide, rgb, 0.25 + 0.75 * f * f, Mesh.LEAF, soft);
      }
    }
  }

  /// A birch of unit height in autumn: pale forked trunk under clouds of small bright leaves.
  Mesh birch(int clumps, int leaves, double leafSize, double[][] foliage) {
    Mesh m = new Mesh();
    double[] bark = Rgb.hex(0xb9b3a6);
    double[] fork = Vec.of(random.nextDouble(-0.04, 0.04), 0.42, random.nextDouble(-0.04, 0.04));
    m.limb(Vec.of(0, -0.05, 0), fork, 0.016, 0.01, bark);
    for (int c = 0; c < clumps; c++) {
      double a = random.nextDouble(0, 2 * Math.PI);
      double h = random.nextDouble(0, 1);
      double wide = 0.25 * Math.sqrt(Math.sin(Math.PI * (0.12 + 0.85 * h)));
      double r = wide * Math.sqrt(random.nextDouble(0.05, 1));
      double[] mid = Vec.of(Math.cos(a) * r, 0.3 + 0.66 * h, Math.sin(a) * r);
      m.limb(fork, mid, 0.006, 0.001, Rgb.scale(bark, 0.6));
      double size = random.nextDouble(0.05, 0.09);
      for (int i = 0; i < leaves; i++) {
        double[] d =
            Vec.unit(Vec.of(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()));
        double[] at = Vec.add(mid, d, size * Math.cbrt(random.nextDouble(0.1, 1)));
        double[] soft = Vec.unit(Vec.add(Vec.mul(d, 0.6), at, 1.2));
        leaf(
            m,
            at,
            leafSize * random.nextDouble(0.6, 1.3),
            soft,
            Rgb.ramp(foliage, random.nextDouble(0, 1)));
      }
    }
    return m.done();
  }

  private void leaf(Mesh m, double[] at, double size, double[] soft, double[] rgb) {
    double[] u =
        Vec.unit(Vec.of(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()));
    double[] v = Vec.unit(Vec.cross(u, Vec.of(random.nextGaussian(), 1, random.nextGaussian())));
    double open = 0.35 + 0.65 * Noise.clamp(Math.hypot(at[0], at[2]) * 4.2);
    m.tri(
        Vec.add(at, u, size),
        Vec.add(at, v, size),
        Vec.add(at, u, -size),
        rgb,
        open,
        Mesh.LEAF,
        soft);
  }

  /// Blades from one root: grass on land, reeds in the shallows.
  Mesh tuft(int blades, double spread, double[] dark, double[] light) {
    Mesh m = new Mesh();
    for (int i = 0; i < blades; i++) {
      double a = random.nextDouble(0, 2 * Math.PI);
      double r = spread * Math.sqrt(random.nextDouble(0, 1));
      double[] root = Vec.of(Math.cos(a) * r, -0.1, Math.sin(a) * r);
      double h = random.nextDouble(0.45, 1);
      double lean = random.nextDouble(-0.25, 0.35);
      double[] mid = Vec.of(root[0] + lean * 0.3, h * 0.6, root[2] + random.nextDouble(-0.1, 0.1));
      double[] tip = Vec.of(root[0] + lean, h, root[2] + random.nextDouble(-0.25, 0.25));
      double b = random.nextDouble(0, 2 * Math.PI);
      double[] across = Vec.of(Math.cos(b) * 0.011, 0, Math.sin(b) * 0.011);
      double[] rgb = Rgb.mix(dark, light, random.nextDouble(0, 1));
      double[] soft =
          Vec.unit(Vec.of(random.nextDouble(-0.5, 0.5), 0.6, random.nextDouble(-0.5, 0.5)));
      m.tri(Vec.add(root, across, 1), Vec.add(root, across, -1), mid, rgb, 0.6, Mesh.LEAF, soft);
      m.tri(Vec.add(root, across, -1), mid, Vec.add(mid, across, -1), rgb, 0.8, Mesh.LEAF, soft);
      m.tri(mid, Vec.add(mid, across, -1), tip, rgb, 1, Mesh.LEAF, soft);
    }
    return m.done();
  }
}
