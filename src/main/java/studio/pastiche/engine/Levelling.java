package studio.pastiche.engine;

import org.jspecify.annotations.Nullable;

/// Whether a stage gets any further. In its second half the shown picture's distance is looked at a
/// few times; where it has hardly fallen since the look before, the rest of the stage is left out.
/// What it decides follows from the run alone, so a repeated recipe leaves out the same.
final class Levelling {
  /// Where in the stage it is looked, as parts of its iterations.
  private static final double[] LOOKS = {1 / 2.0, 2 / 3.0, 5 / 6.0};

  /// Shorter stages end by themselves soon enough.
  static final int SHORTEST = 24;

  /// A distance that falls by less than this part from one look to the next has levelled off.
  static final double LEAST_FALL = 0.003;

  private @Nullable Double latest;

  /// @param latest what [#latest()] was in the run that this one goes on from, or null
  Levelling(@Nullable Double latest) {
    this.latest = latest;
  }

  /// Another stage or another aim: what was seen says nothing any more.
  void restart() {
    latest = null;
  }

  /// Whether it is time to look at the distance.
  ///
  /// @param steps of the stage
  /// @param done iterations of the stage that are done
  boolean due(Steps steps, Stage stage, int done) {
    if (!steps.levelling() || over() || stage.iterations() < SHORTEST) {
      return false;
    }
    for (double look : LOOKS) {
      if (done == (int) Math.round(look * stage.iterations())) {
        return true;
      }
    }
    return false;
  }

  /// Takes what was seen.
  ///
  /// @param distance of the shown picture
  void seen(double distance) {
    latest = latest != null && distance > latest * (1 - LEAST_FALL) ? 0 : distance;
  }

  /// Whether the rest of the stage is left out.
  boolean over() {
    return latest != null && latest == 0;
  }

  /// The distance at the latest look, 0 where the stage is over, or null where nobody has looked.
  @Nullable Double latest() {
    return latest;
  }
}
