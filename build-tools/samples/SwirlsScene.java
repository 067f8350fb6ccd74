/// What the oil sample depicts: at each point the thing, its colour and the way it flows. Both
/// coordinates are fractions of the painting's width.
final class SwirlsScene {
  /// Eddies of the sky: centre, radius and spin, as fractions of the width.
  static final double[][] EDDIES = {
    {0.30, 0.235, 0.165, 1.0}, {0.63, 0.135, 0.095, -1.0}, {0.085, 0.10, 0.07, -1.0},
    {0.46, 0.455, 0.075, 1.0}, {0.06, 0.40, 0.07, -1.0}, {0.92, 0.11, 0.06, 1.0}
  };

  static final double LAMP_X = 0.805;
  static final double LAMP_Y = 0.335;
  private static final double SEA = 0.565;
  private static final double[][] NIGHT =
      Rgb.palette(0x120f3a, 0x20246a, 0x25469c, 0x2a7ab2, 0x3fb0b4, 0x97dac6, 0xf4efc8);
  static final double[][] GOLD = Rgb.palette(0xfff3c0, 0xffd95a, 0xf2a51f, 0xc8641c);
  private static final double[][] OCEAN =
      Rgb.palette(0x07182f, 0x0c2f4f, 0x11556e, 0x2a8f8f, 0x7cc7b0, 0xeef3da);
  private static final double[][] EARTH =
      Rgb.palette(0x120d1c, 0x2b1a2c, 0x4a2a2e, 0x7a4a2c, 0xb8863a);

  private SwirlsScene() {}

  /// What is depicted at a point: 0 sky, 1 sea, 2 headland.
  static int zone(double x, double y) {
    double brow = 0.475 + 0.10 * Math.pow(Math.max(0, 0.86 - x) / 0.3, 2.2);
    brow += 0.016 * Noise.fbm(x * 14, 1.5, 4, 5) - 0.02 * Noise.step(0.86, 1, x);
    double flank = 0.56 + 0.05 * Noise.fbm(y * 9, 4.5, 4, 6) - 0.10 * (y - 0.6);
    if (x > flank && y > brow && y < 0.70 + 0.11 * (x - 0.5) + 0.02 * Noise.fbm(x * 10, 2, 4, 7)) {
      return 2;
    }
    return y > SEA + 0.006 * Noise.fbm(x * 12, 0.5, 3, 8) ? 1 : 0;
  }

  static double angle(double x, double y) {
    int zone = zone(x, y);
    if (zone == 2) {
      return 1.25 + 0.9 * Noise.fbm(x * 5, y * 5, 4, 15) - 1.4 * Noise.step(0.54, 0.46, y);
    }
    if (zone == 1) {
      double[] wave = wave(x, y);
      return Math.atan2(wave[1], wave[0]);
    }
    if (beam(x, y) > 0.28) {
      return Math.atan2(y - LAMP_Y, x - LAMP_X);
    }
    double vx = 0.9;
    double vy = 0.35 * Math.sin(x * 9 + 1.2) + 0.5 * Noise.fbm(x * 4, y * 4, 3, 16);
    for (double[] e : EDDIES) {
      double dx = x - e[0];
      double dy = y - e[1];
      double r = Math.hypot(dx, dy) + 1e-6;
      double pull = 3.2 * Math.exp(-Math.pow(r / e[2], 2) * 0.9);
      vx += pull * (-dy * e[3] - dx * 0.16) / r;
      vy += pull * (dx * e[3] - dy * 0.16) / r;
    }
    return Math.atan2(vy, vx);
  }

  /// Sea direction and crest strength: rolling rows of swell, larger as they near the viewer.
  private static double[] wave(double x, double y) {
    double near = Noise.clamp((y - SEA) / 0.24);
    double phase = 15 * x - 5 * near + 2.5 * Noise.fbm(x * 3, y * 5, 3, 18);
    double lift = 0.028 * near;
    double row = near - lift * 5 * Math.sin(phase) + 0.05 * Noise.fbm(x * 6, y * 8, 3, 17);
    double crest = Math.sin(17 * Math.log(0.16 + Math.max(0, row)));
    double slope = lift * 18 * Math.cos(phase) + 0.25 * Noise.fbm(x * 9, y * 12, 3, 19);
    double vx = 1;
    double vy = slope;
    for (double[] e :
        new double[][] {{0.20, 0.705, 0.045}, {0.44, 0.735, 0.035}, {0.02, 0.755, 0.04}}) {
      double r = Math.hypot(x - e[0], y - e[1]) + 1e-6;
      double pull = 2.6 * Math.exp(-Math.pow(r / e[2], 2));
      vx += pull * (-(y - e[1]) - 0.3 * (x - e[0])) / r;
      vy += pull * ((x - e[0]) - 0.3 * (y - e[1])) / r;
      double curl = Math.sin(Math.atan2(y - e[1], x - e[0]) * 2 - 4 * Math.log(r / e[2] + 0.1));
      crest = Noise.mix(crest, curl, Math.exp(-Math.pow(r / e[2], 2)));
    }
    return new double[] {vx, vy, crest, near};
  }

  static double[] color(double x, double y) {
    return switch (zone(x, y)) {
      case 2 -> headland(x, y);
      case 1 -> sea(x, y);
      default -> sky(x, y);
    };
  }

  private static double[] sky(double x, double y) {
    double value = 0.24 + 0.16 * Noise.fbm(x * 3.2, y * 6, 4, 20) + 0.32 * Noise.step(0.32, SEA, y);
    double warm = 0;
    for (int i = 0; i < EDDIES.length; i++) {
      double[] e = EDDIES[i];
      double dx = x - e[0];
      double dy = y - e[1];
      double r = Math.hypot(dx, dy) / e[2];
      double turn = Math.atan2(dy, dx) * e[3];
      double arm =
          Math.sin(2 * turn - 5.2 * Math.log(r + 0.12) + 1.5 * Noise.fbm(x * 8, y * 8, 3, 21));
      double near = Math.exp(-r * r * 0.85);
      value += near * (0.34 * arm + 0.20);
      warm =
          Math.max(
              warm,
              (i < 1 ? 1.3 : 0.2) * Math.exp(-r * r * 7)
                  + (i < 1 ? 0.80 : 0.25) * near * Math.max(0, arm));
    }
    double stream =
        Math.sin((y - 0.03 * Math.sin(x * 9)) * 46 + 3 * Noise.fbm(x * 4, y * 4, 3, 22));
    value += 0.10 * stream;
    double[] rgb = Rgb.ramp(NIGHT, value);
    rgb = Rgb.mix(rgb, Rgb.ramp(GOLD, 1.0 - warm * 0.8), Noise.step(0.30, 0.75, warm));
    double violet = Noise.step(0.02, 0.35, Noise.fbm(x * 3.1 + 7, y * 4.2, 4, 31));
    rgb = Rgb.mix(rgb, Rgb.scale(Rgb.hex(0x7a3f9a), 0.55 + value), 0.62 * violet);
    double dusk = Noise.step(0.43, SEA, y) * (0.62 + 0.6 * Noise.fbm(x * 5, y * 30, 3, 23));
    rgb = Rgb.mix(rgb, Rgb.hex(0xf0875a), 0.95 * dusk);
    return Rgb.mix(rgb, Rgb.ramp(GOLD, 0.25), beam(x, y));
  }

  /// The lighthouse beam: two warm wedges fading with distance from the lamp.
  private static double beam(double x, double y) {
    double dx = x - LAMP_X;
    double dy = y - LAMP_Y;
    double along = Math.abs(dx);
    double aim = dx < 0 ? 0.10 : -0.14;
    double spread = Math.abs(dy - along * aim) / (0.008 + 0.13 * along);
    double wedge = Noise.step(1, 0.45, spread) * Math.exp(-along * 4.4);
    return Math.max(wedge, Math.exp(-Math.hypot(dx, dy) * 26));
  }

  private static double[] sea(double x, double y) {
    double[] wave = wave(x, y);
    double crest = wave[2];
    double value = 0.34 + 0.26 * crest + 0.22 * Noise.fbm(x * 9, y * 22, 4, 24);
    double foam = Noise.step(0.62, 0.98, crest + 0.4 * Noise.fbm(x * 16, y * 26, 3, 25));
    value += 0.5 * foam * (0.35 + 0.65 * wave[3]);
    double surf = zone(x - 0.012, y - 0.022) == 2 || zone(x + 0.022, y - 0.006) == 2 ? 1 : 0;
    value += surf * (0.28 + 0.5 * Noise.fbm(x * 30, y * 30, 3, 33));
    double[] rgb = Rgb.ramp(OCEAN, value);
    double path = Math.exp(-Math.pow((x - 0.30 - 0.03 * crest) / (0.05 + 0.10 * wave[3]), 2));
    double glint = path * Noise.step(-0.25, 0.5, Noise.fbm(x * 10, y * 60, 3, 26) + 0.3 * crest);
    return Rgb.mix(rgb, Rgb.ramp(GOLD, 0.35 + 0.4 * wave[3]), 0.85 * glint);
  }

  private static double[] headland(double x, double y) {
    double lit = Noise.step(0.60, 0.46, y) * 0.45;
    double value = 0.25 + lit + 0.55 * Noise.fbm(x * 12, y * 9, 4, 27);
    double[] rgb = Rgb.ramp(EARTH, value);
    double turf = Noise.step(0.545, 0.485, y + 0.05 * Noise.fbm(x * 11, y * 11, 3, 28));
    rgb =
        Rgb.mix(
            rgb,
            Rgb.ramp(
                Rgb.palette(0x14301f, 0x2f6b3a, 0xa8b84a),
                0.45 + lit * 0.4 + 0.7 * Noise.fbm(x * 20, y * 14, 3, 29)),
            turf);
    double rim = Noise.step(0.47, 0.9, Noise.fbm(x * 30, y * 8, 3, 30) + 0.4);
    return Rgb.mix(rgb, Rgb.hex(0x3c6fae), 0.5 * rim * (1 - turf));
  }

  static double detail(double x, double y) {
    double busy = zone(x, y) == 0 ? 0.30 : 0.75;
    for (double[] e : EDDIES) {
      busy += 0.75 * Math.exp(-Math.pow(Math.hypot(x - e[0], y - e[1]) / e[2], 2) * 1.6);
    }
    return Math.min(1, busy + Math.exp(-Math.abs(y - SEA) * 30));
  }
}
