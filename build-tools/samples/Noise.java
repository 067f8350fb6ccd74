/// Lattice noise keyed by a seed: the raw material of every texture here.
final class Noise {
  private Noise() {}

  static double hash(int x, int y, int z) {
    int h = x * 0x27d4eb2d ^ y * 0x165667b1 ^ z * 0x9e3779b1;
    h = (h ^ (h >>> 15)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return ((h ^ (h >>> 16)) >>> 8) * 0x1p-24;
  }

  /// Smooth value noise in -1..1.
  static double at(double x, double y, int seed) {
    int xi = (int) Math.floor(x);
    int yi = (int) Math.floor(y);
    double u = fade(x - xi);
    double v = fade(y - yi);
    double a = mix(hash(xi, yi, seed), hash(xi + 1, yi, seed), u);
    double b = mix(hash(xi, yi + 1, seed), hash(xi + 1, yi + 1, seed), u);
    return mix(a, b, v) * 2 - 1;
  }

  /// Smooth value noise in -1..1, in space.
  static double at(double x, double y, double z, int seed) {
    int zi = (int) Math.floor(z);
    return mix(at(x, y, seed + zi * 131), at(x, y, seed + zi * 131 + 131), fade(z - zi));
  }

  /// Octaves of noise, each rotated against the last so that the lattice never shows.
  static double fbm(double x, double y, int octaves, int seed) {
    double sum = 0;
    double amp = 0.5;
    double px = x;
    double py = y;
    for (int i = 0; i < octaves; i++) {
      sum += amp * at(px, py, seed + i * 17);
      double qx = 1.6 * px - 1.2 * py + 3.7;
      py = 1.2 * px + 1.6 * py + 1.3;
      px = qx;
      amp *= 0.5;
    }
    return sum;
  }

  static double fbm(double x, double y, double z, int octaves, int seed) {
    double sum = 0;
    double amp = 0.5;
    double f = 1;
    for (int i = 0; i < octaves; i++) {
      sum += amp * at(x * f + i * 5.2, y * f - i * 3.1, z * f + i * 1.7, seed + i * 17);
      f *= 2.03;
      amp *= 0.5;
    }
    return sum;
  }

  /// Sharp crests and smooth valleys, 0..1: the shape of mountains before weather.
  static double ridged(double x, double y, int octaves, int seed) {
    double sum = 0;
    double amp = 0.5;
    double weight = 1;
    double px = x;
    double py = y;
    for (int i = 0; i < octaves; i++) {
      double n = 1 - Math.abs(at(px, py, seed + i * 29));
      n *= n * weight;
      weight = clamp(n * 1.6);
      sum += n * amp;
      double qx = 1.6 * px - 1.2 * py + 1.9;
      py = 1.2 * px + 1.6 * py + 7.3;
      px = qx;
      amp *= 0.5;
    }
    return sum;
  }

  static double fade(double t) {
    return t * t * t * (t * (t * 6 - 15) + 10);
  }

  static double mix(double a, double b, double t) {
    return a + (b - a) * t;
  }

  static double clamp(double t) {
    return t < 0 ? 0 : t > 1 ? 1 : t;
  }

  static double step(double lo, double hi, double x) {
    double t = clamp((x - lo) / (hi - lo));
    return t * t * (3 - 2 * t);
  }
}
