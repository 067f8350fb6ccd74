import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// The tiles that fill the pieces. A tile is its middle (x, y), its piece and its direction
/// (cosine, sine).
final class MosaicTiles {
  private static final int W = MosaicPieces.W;
  private static final int H = MosaicPieces.H;
  private static final int BUCKET = 16;
  private final MosaicPieces pieces;
  private final Random random;
  private final List<double[]> tiles = new ArrayList<>();

  /// The tiles by the square of the picture they lie in, so that an owner is found nearby.
  private List<List<double[]>> buckets;

  MosaicTiles(MosaicPieces pieces, Random random) {
    this.pieces = pieces;
    this.random = random;
  }

  /// Sows tiles, each squared to the nearest edge of its piece so that rows follow outlines.
  void plant() {
    for (int y = 0; y < H; y += 4) {
      for (int x = 0; x < W; x += 4) {
        int r = pieces.region[y * W + x];
        double size = pieces.sizes.get(r);
        if (random.nextDouble() < 16 / (size * size)) {
          double tx = Math.min(W - 1, x + random.nextDouble() * 4);
          tiles.add(new double[] {tx, Math.min(H - 1, y + random.nextDouble() * 4), r, 0, 0});
        }
      }
    }
    tiles.forEach(this::align);
  }

  private void align(double[] tile) {
    int x = Math.max(7, Math.min(W - 8, (int) tile[0]));
    int y = Math.max(7, Math.min(H - 8, (int) tile[1]));
    double gx = 0;
    double gy = 0;
    for (int k = -6; k <= 6; k += 3) {
      gx += clip(pieces.inset[(y + k) * W + x + 6]) - clip(pieces.inset[(y + k) * W + x - 6]);
      gy += clip(pieces.inset[(y + 6) * W + x + k]) - clip(pieces.inset[(y - 6) * W + x + k]);
    }
    double a = Math.atan2(gy, gx);
    tile[3] = Math.cos(a);
    tile[4] = Math.sin(a);
  }

  private static double clip(double v) {
    return Math.min(v, 400);
  }

  void bucketTiles() {
    int bw = W / BUCKET + 1;
    int bh = H / BUCKET + 1;
    buckets = new ArrayList<>();
    for (int i = 0; i < bw * bh; i++) {
      buckets.add(new ArrayList<>());
    }
    for (double[] t : tiles) {
      buckets.get((int) (t[1] / BUCKET) * bw + (int) (t[0] / BUCKET)).add(t);
    }
  }

  /// The owning tile and, in `gap`, the margin to the runner-up: small means a joint.
  double[] owner(double x, double y, int piece, double[] gap) {
    int bw = W / BUCKET + 1;
    int bx = (int) (x / BUCKET);
    int by = (int) (y / BUCKET);
    double[] best = null;
    double d1 = 1e9;
    double d2 = 1e9;
    for (int j = Math.max(0, by - 2); j <= Math.min(H / BUCKET, by + 2); j++) {
      for (int i = Math.max(0, bx - 2); i <= Math.min(W / BUCKET, bx + 2); i++) {
        for (double[] t : buckets.get(j * bw + i)) {
          if (t[2] == piece) {
            double u = Math.abs((x - t[0]) * t[3] + (y - t[1]) * t[4]);
            double v = Math.abs((y - t[1]) * t[3] - (x - t[0]) * t[4]);
            double d = Math.max(u, v) * 0.75 + Math.hypot(u, v) * 0.25;
            if (d < d1) {
              d2 = d1;
              d1 = d;
              best = t;
            } else if (d < d2) {
              d2 = d;
            }
          }
        }
      }
    }
    gap[0] = d2 - d1;
    return best;
  }

  /// Moves every tile to the middle of the ground it owns, evening the joints.
  void relax() {
    bucketTiles();
    Map<double[], double[]> sums = new IdentityHashMap<>();
    double[] gap = new double[1];
    for (int y = 0; y < H; y += 2) {
      for (int x = 0; x < W; x += 2) {
        double[] t = owner(x, y, pieces.region[y * W + x], gap);
        if (t != null) {
          double[] s = sums.computeIfAbsent(t, k -> new double[3]);
          s[0] += x;
          s[1] += y;
          s[2]++;
        }
      }
    }
    tiles.removeIf(t -> !sums.containsKey(t));
    for (double[] t : tiles) {
      double[] s = sums.get(t);
      t[0] = s[0] / s[2];
      t[1] = s[1] / s[2];
      align(t);
    }
  }
}
