import java.util.Random;

/// The ground as heights on two grids: coarse eroded mountains far off, fine shores nearby.
final class LakeGround {
  private static final int N = 1024;
  private static final double FAR_CELL = 11.5;
  private static final double NEAR_CELL = 0.8;
  private final float[] farGrid = new float[N * N];
  private final float[] nearGrid = new float[N * N];
  private double top;

  /// The silt in the drop now running, in [#erode].
  private double carry;

  LakeGround() {
    Rows.inParallel(
        N,
        j -> {
          for (int i = 0; i < N; i++) {
            farGrid[j * N + i] = (float) mountains((i - N / 2) * FAR_CELL, j * FAR_CELL);
          }
        });
    erode(170_000);
    float[] peaks = farGrid.clone();
    Rows.inParallel(
        N,
        j -> {
          for (int i = 0; i < N; i++) {
            double x = (i - N / 2) * NEAR_CELL;
            double z = j * NEAR_CELL;
            nearGrid[j * N + i] = (float) (shore(x, z) + sample(peaks, FAR_CELL, x, z));
            x = (i - N / 2) * FAR_CELL;
            z = j * FAR_CELL;
            farGrid[j * N + i] += (float) shore(x, z);
          }
        });
    for (float h : farGrid) {
      top = Math.max(top, h);
    }
  }

  /// Ranges rising behind the lake, parted by a valley so that the eye has somewhere to go.
  private static double mountains(double x, double z) {
    double rise = Noise.step(450, 3100, z + 0.25 * Math.abs(x));
    double valley = 1 - 0.85 * Math.exp(-Math.pow((x - 0.13 * z) / (220 + 0.13 * z), 2));
    double wx = x + 420 * Noise.fbm(x / 1500, z / 1500, 3, 91);
    double wz = z + 420 * Noise.fbm(x / 1500, z / 1500, 3, 92);
    double crest = Noise.ridged(wx / 2300 + 0.35, wz / 2300 + 0.2, 9, 322);
    double main = 940 * Math.exp(-Math.pow((x + 420) / 620, 2) - Math.pow((z - 3500) / 800, 2));
    main += 620 * Math.exp(-Math.pow((x + 1650) / 600, 2) - Math.pow((z - 3900) / 800, 2));
    main += 480 * Math.exp(-Math.pow((x - 1750) / 800, 2) - Math.pow((z - 3700) / 900, 2));
    double hills = 70 * Noise.step(380, 1100, z) * (0.9 + Noise.fbm(x / 330, z / 330, 5, 44));
    double spurs = 130 * (Noise.ridged(wx / 560, wz / 560, 6, 47) - 0.4);
    double range = 480 * crest + spurs * (0.3 + crest) + main * (0.18 + 0.86 * crest);
    return rise * valley * range + hills * valley;
  }

  /// The lake basin: how far a point is inland decides how high the bank is there.
  private static double shore(double x, double z) {
    double far = z - 400 - 40 * Noise.fbm(x / 120, 3.3, 3, 7);
    double left = -48 - 0.30 * z - x;
    double right = x - 64 - 0.34 * z;
    double cape = 46 - Math.hypot((x - 51) * 0.95, (z - 104) * 1.25);
    double spit = 26 - Math.hypot(x + 104, (z - 165) * 1.9);
    double inland = Math.max(Math.max(Math.max(far, left), Math.max(right, cape)), spit);
    inland += 9 * Noise.fbm(x / 22, z / 22, 5, 8);
    double bank = inland > 0 ? 0.22 * Math.pow(inland, 0.72) + 0.02 * inland : inland * 0.12;
    double rough = 0.9 * Noise.fbm(x / 9, z / 9, 5, 9) * Noise.step(-2, 14, inland);
    return Math.max(-5, Math.min(bank, 26) + rough);
  }

  /// Rain: drops run downhill, cutting where they speed up and dropping silt where they slow.
  private void erode(int drops) {
    Random random = new Random(5);
    for (int d = 0; d < drops; d++) {
      double px = 2 + random.nextDouble() * (N - 5);
      double py = 2 + random.nextDouble() * (N - 5);
      double vx = 0;
      double vy = 0;
      double speed = 1;
      carry = 0;
      double water = 1;
      for (int life = 0; life < 48; life++, water *= 0.97) {
        int i = (int) px;
        int j = (int) py;
        double u = px - i;
        double v = py - j;
        int k = j * N + i;
        double gx = Noise.mix(farGrid[k + 1] - farGrid[k], farGrid[k + N + 1] - farGrid[k + N], v);
        double gy = Noise.mix(farGrid[k + N] - farGrid[k], farGrid[k + N + 1] - farGrid[k + 1], u);
        vx = 0.25 * vx - 0.75 * gx;
        vy = 0.25 * vy - 0.75 * gy;
        double len = Math.hypot(vx, vy);
        if (len < 1e-6) {
          break;
        }
        final double before = sampleCell(farGrid, px, py);
        vx /= len;
        vy /= len;
        px += vx;
        py += vy;
        if (px < 2 || py < 2 || px > N - 3 || py > N - 3) {
          break;
        }
        double fall = before - sampleCell(farGrid, px, py);
        settle(k, u, v, fall, Math.max(fall, 0.4) * speed * water * 0.9);
        speed = Math.min(3, Math.sqrt(Math.max(0.05, speed * speed + fall * 0.12)));
      }
    }
  }

  private void settle(int k, double u, double v, double fall, double capacity) {
    double change;
    if (fall < 0) {
      change = Math.min(-fall, carry);
    } else if (carry > capacity) {
      change = (carry - capacity) * 0.25;
    } else {
      change = -Math.min((capacity - carry) * 0.22, fall * 0.8);
    }
    carry -= change;
    farGrid[k] += (float) (change * (1 - u) * (1 - v));
    farGrid[k + 1] += (float) (change * u * (1 - v));
    farGrid[k + N] += (float) (change * (1 - u) * v);
    farGrid[k + N + 1] += (float) (change * u * v);
  }

  private static double sampleCell(float[] grid, double u, double v) {
    int i = (int) u;
    int j = (int) v;
    if (u < 0 || v < 0 || i >= N - 1 || j >= N - 1) {
      return 0;
    }
    int k = j * N + i;
    double a = grid[k] + (grid[k + 1] - grid[k]) * (u - i);
    double b = grid[k + N] + (grid[k + N + 1] - grid[k + N]) * (u - i);
    return a + (b - a) * (v - j);
  }

  private static double sample(float[] grid, double cell, double x, double z) {
    return sampleCell(grid, x / cell + N / 2, z / cell);
  }

  double height(double x, double z) {
    boolean near = Math.abs(x) < NEAR_CELL * (N / 2 - 2) && z < NEAR_CELL * (N - 2);
    return near ? sample(nearGrid, NEAR_CELL, x, z) : sample(farGrid, FAR_CELL, x, z);
  }

  /// Distance along the ray to the ground, or infinity; steps grow with clearance and distance.
  double march(Ray r, double from, double limit, double care) {
    double t = from;
    double last = from;
    while (t < limit) {
      double y = r.oy + r.dy * t;
      if (y > top && r.dy >= 0 || r.oz + r.dz * t < 0 && r.dz <= 0) {
        return Double.POSITIVE_INFINITY;
      }
      double gap = y - height(r.ox + r.dx * t, r.oz + r.dz * t);
      if (gap < 0) {
        return refine(r, last, t);
      }
      last = t;
      t += Math.max(gap * care, 0.05 + 0.0012 * t);
    }
    return Double.POSITIVE_INFINITY;
  }

  private double refine(Ray r, double above, double below) {
    double lo = above;
    double hi = below;
    for (int i = 0; i < 8; i++) {
      double mid = (lo + hi) / 2;
      double gap = r.oy + r.dy * mid - height(r.ox + r.dx * mid, r.oz + r.dz * mid);
      if (gap < 0) {
        hi = mid;
      } else {
        lo = mid;
      }
    }
    return hi;
  }

  double[] normal(double x, double z, double e) {
    double gx = height(x + e, z) - height(x - e, z);
    double gz = height(x, z + e) - height(x, z - e);
    return Vec.unit(Vec.of(-gx, 2 * e, -gz));
  }
}
