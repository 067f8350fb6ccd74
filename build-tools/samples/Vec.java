/// Three-number vectors as arrays, where speed does not matter.
final class Vec {
  private Vec() {}

  static double[] of(double x, double y, double z) {
    return new double[] {x, y, z};
  }

  static double[] sub(double[] a, double[] b) {
    return of(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
  }

  static double[] add(double[] a, double[] b, double k) {
    return of(a[0] + b[0] * k, a[1] + b[1] * k, a[2] + b[2] * k);
  }

  static double[] mul(double[] a, double k) {
    return of(a[0] * k, a[1] * k, a[2] * k);
  }

  static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  static double[] cross(double[] a, double[] b) {
    return of(a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]);
  }

  static double[] unit(double[] a) {
    return mul(a, 1 / Math.max(1e-12, Math.sqrt(dot(a, a))));
  }
}
