package studio.pastiche.engine;

import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.torch.Program;
import studio.pastiche.engine.torch.Scope;

/// The bias-corrected running average of the iterates: less noisy than the latest iterate.
final class RunningAverage {
  private final Program program;
  private final Scope scope;
  private double keep;
  private @Nullable Planes sum;
  private int count;

  /// @param scope that what passes lives in
  /// @param keep its decay; the average remembers about 1 / (1 − keep) images
  RunningAverage(Program program, Scope scope, double keep) {
    this.program = program;
    this.scope = scope;
    this.keep = keep;
  }

  /// Goes on from a saved sum of `images` images.
  void goOn(Planes saved, int images) {
    sum = saved;
    count = images;
  }

  /// Begins anew, with another decay.
  void restart(double other) {
    keep = other;
    restart();
  }

  void restart() {
    if (sum != null) {
      sum.close();
    }
    sum = null;
    count = 0;
  }

  void add(Planes image) {
    Planes to = sum != null ? sum : image.another();
    to.fill(
        scope,
        (passing, span) ->
            program.callForOne(
                passing,
                "averaged",
                keep,
                to.rows(passing, span.top(), span.bottom()).tensor(),
                image.rows(passing, span.top(), span.bottom()).tensor()));
    sum = to;
    count++;
  }

  /// The average, or the image itself while nothing has been added.
  Rows shown(Rows image) {
    Planes average = sum;
    return average == null ? image : new Shown(average, 1 / (1 - Math.pow(keep, count)));
  }

  int count() {
    return count;
  }

  /// The sum, or null while nothing has been added.
  @Nullable Planes sum() {
    return sum;
  }

  /// The sum times its bias correction.
  private final class Shown implements Rows {
    private final Planes average;
    private final double factor;

    Shown(Planes average, double factor) {
      this.average = average;
      this.factor = factor;
    }

    @Override
    public int width() {
      return average.width();
    }

    @Override
    public int height() {
      return average.height();
    }

    @Override
    public Band rows(Scope to, int top, int bottom) {
      Band rows = average.rows(to, top, bottom);
      return new Band(program.callForOne(to, "shown", factor, rows.tensor()), rows.top());
    }
  }
}
