import java.util.Arrays;

/// Bounding-box tree over anything that has a box; leaves are tested by the subclass.
abstract class BoxTree {
  private float[] nodeBox;
  private int[] nodeLink;
  private int[] nodeCount;
  private int[] order;
  private int used;

  abstract boolean hit(int item, Ray ray);

  final void build(float[] boxes) {
    int n = boxes.length / 6;
    order = new int[n];
    Arrays.setAll(order, i -> i);
    nodeBox = new float[12 * n + 6];
    nodeLink = new int[2 * n + 1];
    nodeCount = new int[2 * n + 1];
    used = 1;
    split(0, 0, n, boxes);
  }

  private void split(int node, int from, int to, float[] boxes) {
    float[] b = {1e9f, 1e9f, 1e9f, -1e9f, -1e9f, -1e9f};
    for (int i = from; i < to; i++) {
      for (int a = 0; a < 3; a++) {
        b[a] = Math.min(b[a], boxes[order[i] * 6 + a]);
        b[a + 3] = Math.max(b[a + 3], boxes[order[i] * 6 + a + 3]);
      }
    }
    System.arraycopy(b, 0, nodeBox, node * 6, 6);
    if (to - from <= 3) {
      nodeLink[node] = from;
      nodeCount[node] = to - from;
      return;
    }
    float ex = b[3] - b[0];
    float ey = b[4] - b[1];
    float ez = b[5] - b[2];
    int axis = ex > ey && ex > ez ? 0 : ey > ez ? 1 : 2;
    long[] keyed = new long[to - from];
    for (int i = from; i < to; i++) {
      float centre = boxes[order[i] * 6 + axis] + boxes[order[i] * 6 + axis + 3] - 2 * b[axis];
      keyed[i - from] = (long) Float.floatToIntBits(Math.max(0, centre)) << 32 | order[i];
    }
    Arrays.sort(keyed);
    for (int i = from; i < to; i++) {
      order[i] = (int) keyed[i - from];
    }
    int left = used;
    used += 2;
    nodeLink[node] = left;
    int mid = (from + to) >>> 1;
    split(left, from, mid, boxes);
    split(left + 1, mid, to, boxes);
  }

  /// Finds the nearest hit, or with `any` stops at the first (all a shadow needs).
  final boolean trace(Ray ray, boolean any) {
    double ix = 1 / ray.dx;
    double iy = 1 / ray.dy;
    double iz = 1 / ray.dz;
    int[] stack = new int[48];
    int top = 1;
    boolean found = false;
    while (top > 0) {
      int node = stack[--top];
      if (entry(node, ray, ix, iy, iz) > ray.far) {
        continue;
      }
      if (nodeCount[node] > 0) {
        for (int i = nodeLink[node]; i < nodeLink[node] + nodeCount[node]; i++) {
          found |= hit(order[i], ray);
        }
        if (found && any) {
          return true;
        }
      } else {
        int near = nodeLink[node];
        int other = near + 1;
        if (entry(near, ray, ix, iy, iz) > entry(other, ray, ix, iy, iz)) {
          other = near;
          near = other + 1;
        }
        stack[top++] = other;
        stack[top++] = near;
      }
    }
    return found;
  }

  private double entry(int node, Ray r, double ix, double iy, double iz) {
    int k = node * 6;
    double x0 = (nodeBox[k] - r.ox) * ix;
    double x1 = (nodeBox[k + 3] - r.ox) * ix;
    double y0 = (nodeBox[k + 1] - r.oy) * iy;
    double y1 = (nodeBox[k + 4] - r.oy) * iy;
    double z0 = (nodeBox[k + 2] - r.oz) * iz;
    double z1 = (nodeBox[k + 5] - r.oz) * iz;
    double in = Math.max(Math.max(Math.min(x0, x1), Math.min(y0, y1)), Math.min(z0, z1));
    double out = Math.min(Math.min(Math.max(x0, x1), Math.max(y0, y1)), Math.max(z0, z1));
    return out < Math.max(in, 0) ? Double.MAX_VALUE : in;
  }
}
