/// A ray, and the nearest thing it has met so far.
final class Ray {
  final double ox;
  final double oy;
  final double oz;
  final double dx;
  final double dy;
  final double dz;
  double far = 1e9;
  Mesh mesh;
  int tri = -1;
  Placed placed;

  Ray(double ox, double oy, double oz, double dx, double dy, double dz) {
    this.ox = ox;
    this.oy = oy;
    this.oz = oz;
    this.dx = dx;
    this.dy = dy;
    this.dz = dz;
  }
}
