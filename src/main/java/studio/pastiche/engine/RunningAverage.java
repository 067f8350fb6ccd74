package studio.pastiche.engine;

import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.torch.Program;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.engine.torch.Tensor;

/// The bias-corrected running average of the iterates, decay 0.99: less noisy than the latest
/// iterate.
final class RunningAverage {
  private static final double DECAY = 0.99;

  private final Program program;
  private final Scope scope;
  private @Nullable Tensor sum;
  private int count;

  /// @param scope that the average lives in
  RunningAverage(Program program, Scope scope) {
    this.program = program;
    this.scope = scope;
  }

  /// Goes on from a saved sum of `count` images, 3×H×W.
  void goOn(float[] saved, int images, Stage stage) {
    sum = scope.tensor(saved, 1, 3, stage.height(), stage.width());
    count = images;
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
      Tensor next = program.callForOne(adding, "averaged", DECAY, old, image).moveTo(scope);
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
        : program.callForOne(to, "shown", 1 / (1 - Math.pow(DECAY, count)), sum);
  }

  int count() {
    return count;
  }

  /// The sum's numbers, 3×H×W, or null while nothing has been added.
  float @Nullable [] numbers() {
    return sum == null ? null : sum.toFloats();
  }
}
