package studio.pastiche.cli;

import studio.pastiche.engine.Painted;
import studio.pastiche.engine.Pyramid;
import studio.pastiche.engine.Stage;

/// How long a painting will still take, by what its iterations took so far: an iteration's time is
/// taken to grow with the pixels.
final class TimeLeft {
  /// How much of the estimate a new iteration replaces.
  private static final double FRESHNESS = 0.15;

  private final Pyramid pyramid;
  private double msPerPixel;
  private int stage = -1;

  TimeLeft(Pyramid pyramid) {
    this.pyramid = pyramid;
  }

  /// Learns from an iteration.
  void painted(Painted painted, double ms) {
    double latest = ms / pixels(painted.stage());
    boolean first = painted.stage().number() != stage;
    stage = painted.stage().number();
    if (msPerPixel == 0) {
      msPerPixel = latest;
    } else if (!first) {
      // a stage's first iteration also makes its targets, and says little of the others
      msPerPixel += FRESHNESS * (latest - msPerPixel);
    }
  }

  /// Iterations a second, at this stage's size.
  double speed(Stage at) {
    return 1000 / (msPerPixel * pixels(at));
  }

  /// Seconds from the end of this iteration to the end of the painting.
  double seconds(Painted painted) {
    double pixels = 0;
    for (Stage other : pyramid) {
      int done =
          other.number() < painted.stage().number()
              ? other.iterations()
              : other.number() == painted.stage().number() ? painted.iteration() : 0;
      pixels += pixels(other) * (other.iterations() - done);
    }
    return msPerPixel * pixels / 1000;
  }

  private static double pixels(Stage stage) {
    return (double) stage.width() * stage.height();
  }
}
