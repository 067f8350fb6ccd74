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
  private static final long FIRST_MOMENT = 1;
  private static final long SECOND_MOMENT = 2;

  private final Program program;
  private final Scope scope;
  private final GradientClip clip;
  private int steps;
  private Moments now;
  private @Nullable Moments before;

  private Adam(Program program, Scope scope, GradientClip clip, int steps, Moments moments) {
    this.program = program;
    this.scope = scope;
    this.clip = clip;
    this.steps = steps;
    this.now = moments;
  }

  /// @param scope that the moments live in
  static Adam start(Program program, Scope scope, GradientClip clip, Stage stage) {
    Moments zeros =
        new Moments(
            scope.zeros(1, 3, stage.height(), stage.width()),
            scope.zeros(1, 3, stage.height(), stage.width()));
    return new Adam(program, scope, clip, 0, zeros);
  }

  static Adam goOn(
      Program program, Scope scope, GradientClip clip, Stage stage, OptimizerState.OfAdam state) {
    Moments moments =
        new Moments(
            scope.tensor(state.first(), 1, 3, stage.height(), stage.width()),
            scope.tensor(state.second(), 1, 3, stage.height(), stage.width()));
    return new Adam(program, scope, clip, state.steps(), moments);
  }

  @Override
  public Evaluation step(Scope iteration, PaintedImage image, Goal goal, double learningRate) {
    Evaluation at = goal.at(iteration, image.now());
    if (!at.finite()) {
      return at;
    }
    steps++;
    double[] numbers = {
      clip.factor(at),
      BETA1,
      BETA2,
      EPSILON,
      learningRate / (1 - Math.pow(BETA1, steps)),
      Math.sqrt(1 - Math.pow(BETA2, steps))
    };
    List<Tensor> next =
        program.call(iteration, "adam", numbers, image.now(), at.gradient(), now.first, now.second);
    image.moveOn(next.get(0));
    forget();
    before = now;
    now = new Moments(next.get(1).moveTo(scope), next.get(2).moveTo(scope));
    return at;
  }

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
    long[] size = {stage.height(), stage.width()};
    try (Moments old = now) {
      now =
          new Moments(
              program.callForOne(scope, "resized", size, FIRST_MOMENT, old.first),
              program.callForOne(scope, "resized", size, SECOND_MOMENT, old.second));
    }
    forget();
  }

  @Override
  public OptimizerState state() {
    return new OptimizerState.OfAdam(steps, now.first.toFloats(), now.second.toFloats());
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

  private record Moments(Tensor first, Tensor second) implements AutoCloseable {
    @Override
    public void close() {
      first.close();
      second.close();
    }
  }
}
