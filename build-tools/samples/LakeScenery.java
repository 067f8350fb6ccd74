import java.util.Random;

/// What stands on the ground round the lake, and where.
final class LakeScenery {
  final Crowd crowd = new Crowd();
  private final LakeGround ground;

  /// The numbers the models are shaped with; where they stand comes from others.
  private final Random shapes = new Random(11);

  private final LakePlants plants = new LakePlants(shapes);

  LakeScenery(LakeGround ground) {
    this.ground = ground;
    plantWoods();
    furnish();
    crowd.done();
  }

  private void plantWoods() {
    Mesh[] fine = {plants.spruce(34, 11, 7), plants.spruce(30, 12, 7), plants.spruce(38, 10, 7)};
    Mesh[] rough = {plants.spruce(15, 8, 4), plants.spruce(17, 8, 4), plants.spruce(13, 9, 4)};
    double[][] gold = {{0.46, 0.25, 0.02}, {0.60, 0.40, 0.05}};
    double[][] rust = {{0.42, 0.12, 0.02}, {0.50, 0.24, 0.03}};
    double[][] olive = {{0.16, 0.17, 0.03}, {0.34, 0.28, 0.04}};
    Mesh[] birch = {plants.birch(60, 90, 0.012, gold), plants.birch(50, 90, 0.012, rust)};
    Mesh[] farBirch = {
      plants.birch(26, 24, 0.027, gold),
      plants.birch(22, 24, 0.027, rust),
      plants.birch(24, 24, 0.027, olive)
    };
    Random random = new Random(21);
    for (int i = 0; i < 110_000; i++) {
      double reach = 60 + 2900 * Math.pow(random.nextDouble(), 0.62);
      double a = (random.nextDouble() - 0.5) * 1.25;
      double x = Math.sin(a) * reach;
      double z = Math.cos(a) * reach;
      double h = ground.height(x, z);
      double slope = ground.normal(x, z, reach > 700 ? 12 : 2)[1];
      double grove = Noise.fbm(x / 90, z / 90, 3, 61) + (reach > 420 ? 0.34 : 0.16);
      double limit = 235 + 170 * Noise.fbm(x / 300, z / 300, 3, 62);
      boolean yard = Math.hypot(x - 31, z - 92) < 15 || x > 8 && x < 50 && z < 94 && z > 60;
      if (h < 0.9 || h > limit || slope < 0.72 || grove < 0 || yard) {
        continue;
      }
      if (reach < 420 && random.nextDouble() < 0.25) {
        continue;
      }
      boolean leafy = Noise.fbm(x / 60 + 9, z / 60, 3, 63) + random.nextGaussian() * 0.12 > 0.24;
      Mesh[] kinds = leafy ? reach < 260 ? birch : farBirch : reach < 260 ? fine : rough;
      double size = (leafy ? 9 : 13) * (0.6 + 0.7 * random.nextDouble());
      double turn = random.nextDouble() * 6.28;
      double tint = 0.75 + 0.5 * random.nextDouble();
      crowd.add(kinds[random.nextInt(kinds.length)], x, h - 0.1, z, size, turn, tint);
    }
    plantYard(fine, birch);
  }

  private void plantYard(Mesh[] fine, Mesh[] birch) {
    crowd.add(birch[0], 22, ground.height(22, 98), 98, 11.5, 1, 1.12);
    crowd.add(birch[1], 40.5, ground.height(40.5, 90), 90, 10, 2, 1.05);
    for (double[] p : new double[][] {{26, 105, 17}, {32, 107, 21}, {38, 104, 16}, {45, 100, 19}}) {
      crowd.add(fine[(int) p[2] % 3], p[0], ground.height(p[0], p[1]), p[1], p[2], p[0], 1);
    }
  }

  private void furnish() {
    double home = ground.height(31, 92);
    crowd.add(LakeBuildings.cabin(), 31, Math.max(1.3, home), 92, 1.1, -0.12, 1);
    crowd.add(LakeBuildings.jetty(17, shapes), 22, 0.2, 80, 1, 0.75, 1);
    crowd.add(LakeBoat.build(), -2.6, 0.06, 19.5, 1, 1.05, 1);
    Random random = new Random(31);
    Mesh[] rocks = {LakeRock.build(1), LakeRock.build(2), LakeRock.build(3)};
    double[][] near = {
      {6.6, 17.5, 0.95},
      {8.2, 18.6, 1.5},
      {7.1, 20.4, 0.6},
      {9.9, 22.5, 1.2},
      {4.9, 18.4, 0.42},
      {5.6, 16.4, 0.5},
      {11.5, 27, 0.8},
      {7.9, 16.1, 0.8}
    };
    for (double[] p : near) {
      crowd.add(rocks[random.nextInt(3)], p[0], -0.12 * p[2], p[1], p[2], p[0] * 9, 1);
    }
    Mesh reeds = plants.tuft(46, 0.5, Vec.of(0.10, 0.12, 0.03), Vec.of(0.40, 0.30, 0.09));
    for (int i = 0; i < 46; i++) {
      double a = random.nextDouble();
      double x = -9.6 + 3.4 * a + random.nextGaussian() * 0.55;
      double z = 19.5 + 2.5 * (1 - a) + random.nextGaussian() * 0.9;
      crowd.add(reeds, x, -0.1, z, 0.7 + 0.75 * random.nextDouble(), i, 1);
    }
    strew(random, rocks, reeds);
  }

  /// Grass on the banks, stones at the waterline and reeds just off it.
  private void strew(Random random, Mesh[] rocks, Mesh reeds) {
    Mesh grass = plants.tuft(30, 0.5, Vec.of(0.09, 0.12, 0.03), Vec.of(0.34, 0.27, 0.08));
    for (int i = 0; i < 24_000; i++) {
      double x = -130 + 250 * random.nextDouble();
      double z = 55 + 150 * random.nextDouble();
      double h = ground.height(x, z);
      if (h > 0.35 && h < 6) {
        crowd.add(
            grass, x, h, z, 0.45 + 0.6 * random.nextDouble(), i, 0.7 + 0.6 * random.nextDouble());
      } else if (h > -0.1 && h < 0.3 && i % 3 == 0) {
        crowd.add(rocks[i % 3], x, h, z, 0.25 + 0.6 * random.nextDouble(), i, 1);
      } else if (h > -0.5 && h < 0 && Noise.at(x / 12, z / 12, 71) > 0.1) {
        crowd.add(reeds, x, -0.1, z, 0.8 + 0.7 * random.nextDouble(), i, 1);
      }
    }
  }
}
