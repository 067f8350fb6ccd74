import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Everything that stands on the ground, sharing a few meshes between thousands of places.
final class Crowd extends BoxTree {
  private final List<Placed> all = new ArrayList<>();

  void add(Mesh mesh, double x, double y, double z, double scale, double turn, double tint) {
    double sin = Math.sin(turn);
    all.add(new Placed(mesh, x, y, z, scale, sin, Math.cos(turn), (float) tint));
  }

  void done() {
    float[] boxes = new float[all.size() * 6];
    Map<Mesh, float[]> reach = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      Placed p = all.get(i);
      float[] m = reach.computeIfAbsent(p.mesh(), Mesh::reach);
      double r = m[0] * p.scale();
      float[] b = {
        (float) (p.x() - r), (float) (p.y() + m[2] * p.scale()), (float) (p.z() - r),
        (float) (p.x() + r), (float) (p.y() + m[1] * p.scale()), (float) (p.z() + r)
      };
      System.arraycopy(b, 0, boxes, i * 6, 6);
    }
    build(boxes);
  }

  @Override
  boolean hit(int item, Ray w) {
    Placed p = all.get(item);
    double k = 1 / p.scale();
    double x = (w.ox - p.x()) * k;
    double z = (w.oz - p.z()) * k;
    Ray local =
        new Ray(
            x * p.cos() - z * p.sin(),
            (w.oy - p.y()) * k,
            x * p.sin() + z * p.cos(),
            (w.dx * p.cos() - w.dz * p.sin()) * k,
            w.dy * k,
            (w.dx * p.sin() + w.dz * p.cos()) * k);
    local.far = w.far;
    if (!p.mesh().trace(local, false)) {
      return false;
    }
    w.far = local.far;
    w.mesh = local.mesh;
    w.tri = local.tri;
    w.placed = p;
    return true;
  }
}
