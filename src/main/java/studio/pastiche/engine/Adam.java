package studio.pastiche.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.torch.Program;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.engine.torch.Tensor;

/// Adam (Kingma and Ba 2014, arXiv:1412.6980) with betas 0.9 and 0.99 and epsilon 1e-8. Its moments
/// are carried over from stage to stage, the first resized bicubically, the second bilinearly.
final class Adam implements Optimizer {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.99;
  private static final double EPSILON = 1e-8;

  private final Program program;
  private final Scope scope;
  private final Storage storage;
  private final GradientClip clip;
  private int steps;
  private Moments now;
  private @Nullable Moments before;

  /// @param scope that what passes lives in
  /// @param storage of the moments
  /// @param state to go on from; where it is another optimiser's, this begins anew
  Adam(
      Program program,
      Scope scope,
      Storage storage,
      GradientClip clip,
      Stage stage,
      @Nullable OptimizerState state) {
    this.program = program;
    this.scope = scope;
    this.storage = storage;
    this.clip = clip;
    long numbers = 3 * stage.size().pixels();
    if (state instanceof OptimizerState.OfAdam adam && adam.first().length == numbers) {
      steps = adam.steps();
      now = new Moments(storage.planes(stage, adam.first()), storage.planes(stage, adam.second()));
    } else {
      now = new Moments(storage.planes(stage), storage.planes(stage));
    }
  }

  @Override
  public Evaluation step(Scope iteration, PaintedImage image, Goal goal, double learningRate) {
    Evaluation at = goal.at(iteration, image.now());
    if (!at.finite()) {
      return at;
    }
    int step = steps + 1;
    double[] numbers = numbers(clip.factor(at), BETA1, BETA2, learningRate, step);
    Planes next = image.next();
    Moments moments = now.next();
    for (Planes.Span span : next.spans()) {
      try (Scope passing = scope.inner()) {
        List<Tensor> found =
            program.call(
                passing,
                "adam",
                numbers,
                rows(passing, image.now(), span),
                rows(passing, at.gradient(), span),
                rows(passing, now.first, span),
                rows(passing, now.second, span));
        next.put(new Band(found.get(0), span.top()));
        moments.first.put(new Band(found.get(1), span.top()));
        moments.second.put(new Band(found.get(2), span.top()));
      }
    }
    steps = step;
    image.moveOn(next);
    if (!moments.equals(now)) {
      forget();
      before = now;
      now = moments;
    }
    return at;
  }

  /// What the device program takes for a step.
  ///
  /// @param factor on the gradient
  /// @param step from 1
  static double[] numbers(
      double factor, double beta1, double beta2, double learningRate, int step) {
    return new double[] {
      factor,
      beta1,
      beta2,
      EPSILON,
      learningRate / (1 - Math.pow(beta1, step)),
      Math.sqrt(1 - Math.pow(beta2, step))
    };
  }

  private static Tensor rows(Scope to, Planes planes, Planes.Span span) {
    return planes.rows(to, span.top(), span.bottom()).tensor();
  }

  /// Moments in files stay as they are: they know of the latest good gradient.
  @Override
  public void goBack() {
    if (before != null) {
      now.close();
      now = before;
      before = null;
      steps--;
    }
  }

  @Override
  public void objectiveChanged() {
    // the running means turn to the new gradient by themselves within a few steps
  }

  @Override
  public void enter(Stage stage) {
    Planes first = storage.resized(now.first, Storage.Kind.FIRST_MOMENT, stage);
    Planes second = storage.resized(now.second, Storage.Kind.SECOND_MOMENT, stage);
    now.close();
    now = new Moments(first, second);
    forget();
  }

  @Override
  public OptimizerState state() {
    return now.first.inFile()
        ? new OptimizerState.Forgotten()
        : new OptimizerState.OfAdam(
            steps, now.first.whole().toFloats(), now.second.whole().toFloats());
  }

  @Override
  public void close() {
    forget();
    now.close();
  }

  private void forget() {
    if (before != null) {
      before.close();
      before = null;
    }
  }

  private record Moments(Planes first, Planes second) implements AutoCloseable {
    /// What the next ones are put into: in files, in the place of these.
    Moments next() {
      return first.inFile() ? this : new Moments(first.another(), second.another());
    }

    @Override
    public void close() {
      first.close();
      second.close();
    }
  }
}
