package studio.pastiche.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.torch.Program;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.engine.torch.Tensor;

/// Adam, as [Adam] has it, on the image as a sum of ever coarser images, so that a broad shape
/// moves as fast as a single pixel (docs/decisions/0024). It begins anew with each stage.
final class ScaledAdam implements Optimizer {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.9;

  /// A factor on the learning rate for each image of the sum, the finest first.
  private static final double[] RATES = {1, 0.7, 0.5, 0.35, 0.25};

  private final Program program;
  private final Scope scope;
  private final GradientClip clip;
  private int steps;
  private Tensor first;
  private Tensor second;
  private @Nullable Tensor firstBefore;
  private @Nullable Tensor secondBefore;

  /// @param scope that the moments live in
  /// @param state to go on from; where it is another optimiser's, this begins anew
  ScaledAdam(
      Program program,
      Scope scope,
      GradientClip clip,
      Stage stage,
      @Nullable OptimizerState state) {
    this.program = program;
    this.scope = scope;
    this.clip = clip;
    int numbers = numbers(stage);
    if (state instanceof OptimizerState.OfAdam adam && adam.first().length == numbers) {
      steps = adam.steps();
      first = scope.tensor(adam.first(), numbers);
      second = scope.tensor(adam.second(), numbers);
    } else {
      first = scope.zeros(numbers);
      second = scope.zeros(numbers);
    }
  }

  /// How many numbers the images of the sum have together.
  private static int numbers(Stage stage) {
    int numbers = 0;
    int width = stage.width();
    int height = stage.height();
    for (int level = 0; level < RATES.length; level++) {
      numbers += 3 * width * height;
      width = (width + 1) / 2;
      height = (height + 1) / 2;
    }
    return numbers;
  }

  @Override
  public Evaluation step(Scope iteration, PaintedImage image, Goal goal, double learningRate) {
    Evaluation at = goal.at(iteration, image.now());
    if (!at.finite()) {
      return at;
    }
    steps++;
    double[] numbers = Adam.numbers(clip.factor(at), BETA1, BETA2, learningRate, steps);
    List<Tensor> next =
        program.call(
            iteration,
            "scaled_adam",
            numbers,
            RATES,
            image.now().whole(),
            at.gradient().whole(),
            first,
            second);
    Planes moved = image.next();
    moved.put(new Band(next.get(0), 0));
    image.moveOn(moved);
    forget();
    firstBefore = first;
    secondBefore = second;
    first = next.get(1).moveTo(scope);
    second = next.get(2).moveTo(scope);
    return at;
  }

  @Override
  public void goBack() {
    if (firstBefore != null && secondBefore != null) {
      first.close();
      second.close();
      first = firstBefore;
      second = secondBefore;
      firstBefore = null;
      secondBefore = null;
      steps--;
    }
  }

  @Override
  public void objectiveChanged() {
    // the running means turn to the new gradient by themselves within a few steps
  }

  @Override
  public void enter(Stage stage) {
    long numbers = numbers(stage);
    Tensor firstNext = scope.zeros(numbers);
    Tensor secondNext = scope.zeros(numbers);
    close();
    first = firstNext;
    second = secondNext;
    steps = 0;
  }

  @Override
  public OptimizerState state() {
    return new OptimizerState.OfAdam(steps, first.toFloats(), second.toFloats());
  }

  @Override
  public void close() {
    forget();
    first.close();
    second.close();
  }

  private void forget() {
    if (firstBefore != null && secondBefore != null) {
      firstBefore.close();
      secondBefore.close();
      firstBefore = null;
      secondBefore = null;
    }
  }
}
