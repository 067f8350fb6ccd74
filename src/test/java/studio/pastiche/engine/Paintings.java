package studio.pastiche.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import studio.pastiche.picture.Picture;

/// Paints for tests, and looks at what was painted.
final class Paintings {
  private Paintings() {}

  static RunResult paint(Engine engine, Recipe recipe, Materials materials)
      throws InterruptedException {
    try (Run run = engine.start(recipe, materials)) {
      return run.paint(painted -> {});
    }
  }

  static double meanDifference(Picture a, Picture b) {
    double sum = 0;
    for (int i = 0; i < a.rgb().length; i++) {
      sum += Math.abs(a.rgb()[i] - b.rgb()[i]);
    }
    return sum / a.rgb().length;
  }

  static void assertAllWithin(Picture picture) {
    for (float value : picture.rgb()) {
      assertTrue(value >= 0 && value <= 1, "a pixel of " + value);
    }
  }
}
