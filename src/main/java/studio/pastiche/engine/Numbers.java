package studio.pastiche.engine;

/// Checks of settings, each with a message that names the setting and what is allowed.
final class Numbers {
  private Numbers() {}

  static void atLeastZero(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("%s must be 0 or more, not %s".formatted(name, value));
    }
  }

  static void aboveZero(String name, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("%s must be above 0, not %s".formatted(name, value));
    }
  }

  static void between(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          "%s must be from %s to %s, not %s".formatted(name, text(low), text(high), text(value)));
    }
  }

  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
