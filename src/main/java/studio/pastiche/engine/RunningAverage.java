package studio.pastiche.engine;

import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.torch.Program;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.engine.torch.Tensor;

/// The bias-corrected running average of the iterates: less noisy than the latest iterate.
final class RunningAverage {
  private final Program program;
  private final Scope scope;
  private double keep;
  private @Nullable Tensor sum;
  private int count;

  /// @param scope that the average lives in
  /// @param keep its decay; the average remembers about 1 / (1 − keep) images
  RunningAverage(Program program, Scope scope, double keep) {
    this.program = program;
    this.scope = scope;
    this.keep = keep;
  }

  /// Goes on from a saved sum of `count` images, 3×H×W.
  void goOn(float[] saved, int images, Stage stage) {
    sum = scope.tensor(saved, 1, 3, stage.height(), stage.width());
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

  void add(Tensor image) {
    try (Scope adding = scope.inner()) {
      Tensor old = sum != null ? sum : adding.zeros(image.shape());
      Tensor next = program.callForOne(adding, "averaged", keep, old, image).moveTo(scope);
      old.close();
      sum = next;
      count++;
    }
  }

  /// The average, or the image itself while nothing has been added; it belongs to `to`, or is the
  /// image.
  Tensor shown(Scope to, Tensor image) {
    return sum == null
        ? image
        : program.callForOne(to, "shown", 1 / (1 - Math.pow(keep, count)), sum);
  }

  int count() {
    return count;
  }

  /// The sum's numbers, 3×H×W, or null while nothing has been added.
  float @Nullable [] numbers() {
    return sum == null ? null : sum.toFloats();
  }
}
