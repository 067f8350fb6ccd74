import java.util.Arrays;

/// Triangles with a colour, a built-in occlusion and a surface kind each.
final class Mesh extends BoxTree {
  static final int PLAIN = 0;
  static final int LEAF = 1;
  static final int PLANK = 2;
  static final int SHINGLE = 3;
  static final int STONE = 4;

  /// Where [#look] finds a triangle's normal (three numbers), openness and kind; colour is first.
  static final int NORMAL = 3;

  static final int OPEN = 6;
  static final int KIND = 7;

  private float[] corner = new float[9 * 64];
  private float[] look = new float[8 * 64];
  private int count;

  /// Adds one triangle; `soft` is the normal to shade with, or null for the flat one.
  void tri(double[] a, double[] b, double[] c, double[] rgb, double open, int kind, double[] soft) {
    if (count * 9 == corner.length) {
      corner = Arrays.copyOf(corner, corner.length * 2);
      look = Arrays.copyOf(look, look.length * 2);
    }
    for (int i = 0; i < 3; i++) {
      corner[count * 9 + i] = (float) a[i];
      corner[count * 9 + 3 + i] = (float) b[i];
      corner[count * 9 + 6 + i] = (float) c[i];
      look[count * 8 + i] = (float) rgb[i];
    }
    double[] n = soft != null ? soft : Vec.unit(Vec.cross(Vec.sub(b, a), Vec.sub(c, a)));
    for (int i = 0; i < 3; i++) {
      look[count * 8 + NORMAL + i] = (float) n[i];
    }
    look[count * 8 + OPEN] = (float) open;
    look[count * 8 + KIND] = kind;
    count++;
  }

  void quad(double[] a, double[] b, double[] c, double[] d, double[] rgb, int kind) {
    tri(a, b, c, rgb, 1, kind, null);
    tri(a, c, d, rgb, 1, kind, null);
  }

  void box(double x0, double y0, double z0, double x1, double y1, double z1, double[] c, int kind) {
    double[][] p = new double[8][];
    for (int i = 0; i < 8; i++) {
      p[i] = Vec.of((i & 1) == 0 ? x0 : x1, (i & 2) == 0 ? y0 : y1, (i & 4) == 0 ? z0 : z1);
    }
    quad(p[0], p[1], p[3], p[2], c, kind);
    quad(p[4], p[5], p[7], p[6], c, kind);
    quad(p[0], p[2], p[6], p[4], c, kind);
    quad(p[1], p[3], p[7], p[5], c, kind);
    quad(p[2], p[3], p[7], p[6], c, kind);
    quad(p[0], p[1], p[5], p[4], c, kind);
  }

  /// A tapering limb with a square section: enough for trunks seen from a distance.
  void limb(double[] from, double[] to, double r0, double r1, double[] rgb) {
    double[] side = Vec.unit(Vec.cross(Vec.sub(to, from), Vec.of(0.31, 0.2, 0.93)));
    double[] other = Vec.unit(Vec.cross(Vec.sub(to, from), side));
    double[][] ring = {side, other, Vec.mul(side, -1), Vec.mul(other, -1)};
    for (int i = 0; i < 4; i++) {
      double[] u = ring[i];
      double[] v = ring[(i + 1) % 4];
      quad(
          Vec.add(from, u, r0),
          Vec.add(from, v, r0),
          Vec.add(to, v, r1),
          Vec.add(to, u, r1),
          rgb,
          PLAIN);
    }
  }

  Mesh done() {
    float[] boxes = new float[count * 6];
    for (int i = 0; i < count; i++) {
      for (int a = 0; a < 3; a++) {
        float p = corner[i * 9 + a];
        float q = corner[i * 9 + 3 + a];
        float r = corner[i * 9 + 6 + a];
        boxes[i * 6 + a] = Math.min(p, Math.min(q, r));
        boxes[i * 6 + 3 + a] = Math.max(p, Math.max(q, r));
      }
    }
    build(boxes);
    return this;
  }

  float look(int tri, int field) {
    return look[tri * 8 + field];
  }

  /// Bounding radius around the local vertical axis, and the top: for placing instances.
  float[] reach() {
    float radius = 0;
    float top = 0;
    float bottom = 0;
    for (int i = 0; i < count * 9; i += 3) {
      radius = Math.max(radius, (float) Math.hypot(corner[i], corner[i + 2]));
      top = Math.max(top, corner[i + 1]);
      bottom = Math.min(bottom, corner[i + 1]);
    }
    return new float[] {radius, top, bottom};
  }

  @Override
  boolean hit(int i, Ray r) {
    int k = i * 9;
    double e1x = corner[k + 3] - corner[k];
    double e1y = corner[k + 4] - corner[k + 1];
    double e1z = corner[k + 5] - corner[k + 2];
    double e2x = corner[k + 6] - corner[k];
    double e2y = corner[k + 7] - corner[k + 1];
    double e2z = corner[k + 8] - corner[k + 2];
    double px = r.dy * e2z - r.dz * e2y;
    double py = r.dz * e2x - r.dx * e2z;
    double pz = r.dx * e2y - r.dy * e2x;
    double inv = 1 / (e1x * px + e1y * py + e1z * pz);
    double sx = r.ox - corner[k];
    double sy = r.oy - corner[k + 1];
    double sz = r.oz - corner[k + 2];
    double u = (sx * px + sy * py + sz * pz) * inv;
    if (!(u >= 0 && u <= 1)) {
      return false;
    }
    double qx = sy * e1z - sz * e1y;
    double qy = sz * e1x - sx * e1z;
    double qz = sx * e1y - sy * e1x;
    double v = (r.dx * qx + r.dy * qy + r.dz * qz) * inv;
    double t = (e2x * qx + e2y * qy + e2z * qz) * inv;
    if (v < 0 || u + v > 1 || t < 1e-4 || t >= r.far) {
      return false;
    }
    r.far = t;
    r.mesh = this;
    r.tri = i;
    return true;
  }
}
