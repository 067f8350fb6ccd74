package studio.pastiche.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.torch.Program;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.engine.torch.Tensor;

/// L-BFGS (Liu and Nocedal 1989) with a history of ten and a backtracking line search, kept within
/// 0..1 by projection: pixels at a bound that would leave it stay out of the direction, and the way
/// along it is cut off at the bounds.
final class Lbfgs implements Optimizer {
  static final int HISTORY = 10;
  private static final int TRIALS = 12;

  /// Armijo's constant: the share of the promised decrease that a step must keep.
  private static final double ENOUGH = 1e-4;

  private static final double LEAST_CURVATURE = 1e-12;

  private final Program program;
  private final Scope scope;
  private final GradientClip clip;
  private final List<Pair> history = new ArrayList<>();

  /// The evaluation of the present image, where a line search has made it already.
  private @Nullable Evaluation known;

  /// @param scope that the history lives in
  Lbfgs(Program program, Scope scope, GradientClip clip) {
    this.program = program;
    this.scope = scope;
    this.clip = clip;
  }

  static Lbfgs goOn(
      Program program, Scope scope, GradientClip clip, Stage stage, OptimizerState.OfLbfgs state) {
    Lbfgs lbfgs = new Lbfgs(program, scope, clip);
    for (int i = 0; i < state.steps().size(); i++) {
      long[] shape = {1, 3, stage.height(), stage.width()};
      lbfgs.history.add(
          new Pair(
              scope.tensor(state.steps().get(i), shape),
              scope.tensor(state.changes().get(i), shape)));
    }
    return lbfgs;
  }

  @Override
  public Evaluation step(Scope iteration, PaintedImage image, Goal goal, double learningRate) {
    Evaluation at = known != null ? known : evaluate(iteration, goal, image.now());
    known = null;
    Tensor gradient = at.gradient().whole().moveTo(iteration);
    if (!at.finite()) {
      return at;
    }
    Tensor here = image.now().whole();
    Direction direction = direction(iteration, here, gradient, learningRate);
    double length = direction.length();
    for (int trial = 0; trial < TRIALS; trial++) {
      List<Tensor> found =
          program.call(iteration, "along", length, here, direction.tensor(), gradient);
      double promised = found.get(1).toFloats()[0];
      if (!(promised < 0)) {
        break;
      }
      Evaluation there = evaluate(iteration, goal, DevicePlanes.of(iteration, found.get(0)));
      if (there.finite() && there.loss() <= at.loss() + ENOUGH * promised) {
        remember(iteration, found.get(0), here, there, gradient);
        Planes next = image.next();
        next.put(new Band(found.get(0), 0));
        image.moveOn(next);
        return at;
      }
      length *= shorter(at.loss(), there.loss(), promised);
    }
    clear();
    return at;
  }

  @Override
  public void goBack() {
    clear();
  }

  @Override
  public void objectiveChanged() {
    clear();
  }

  @Override
  public void enter(Stage stage) {
    clear();
  }

  @Override
  public void close() {
    clear();
  }

  @Override
  public OptimizerState state() {
    return new OptimizerState.OfLbfgs(
        history.stream().map(pair -> pair.step.toFloats()).toList(),
        history.stream().map(pair -> pair.change.toFloats()).toList());
  }

  private Evaluation evaluate(Scope iteration, Goal goal, Planes image) {
    Evaluation at = goal.at(iteration, image);
    double factor = clip.factor(at);
    return factor == 1
        ? at
        : new Evaluation(
            at.distances(),
            at.loss(),
            DevicePlanes.of(
                iteration, program.callForOne(iteration, "times", factor, at.gradient().whole())),
            at.gradientNorm());
  }

  private Direction direction(Scope iteration, Tensor image, Tensor gradient, double learningRate) {
    if (!history.isEmpty()) {
      List<Tensor> found =
          program.call(
              iteration,
              "quasi_newton",
              image,
              gradient,
              history.stream().map(Pair::step).toList(),
              history.stream().map(Pair::change).toList());
      float[] slope = found.get(1).toFloats();
      if (slope[0] < 0 && Float.isFinite(slope[1])) {
        return new Direction(found.get(0), 1);
      }
      clear();
    }
    List<Tensor> found = program.call(iteration, "steepest", image, gradient);
    double largest = Math.max(found.get(1).toFloats()[1], Float.MIN_NORMAL);
    return new Direction(found.get(0), learningRate / largest);
  }

  private void remember(
      Scope iteration, Tensor next, Tensor image, Evaluation there, Tensor gradient) {
    Tensor thereGradient = there.gradient().whole();
    List<Tensor> pair = program.call(iteration, "remembered", next, image, thereGradient, gradient);
    if (pair.get(2).toFloats()[0] > LEAST_CURVATURE) {
      history.add(new Pair(pair.get(0).moveTo(scope), pair.get(1).moveTo(scope)));
    }
    if (history.size() > HISTORY) {
      history.removeFirst().close();
    }
    thereGradient.moveTo(scope);
    known = there;
  }

  /// The minimum of the parabola through what is known of the way, within a tenth and a half.
  private static double shorter(double here, double there, double promised) {
    double best = -promised / (2 * (there - here - promised));
    return Double.isFinite(best) ? Math.clamp(best, 0.1, 0.5) : 0.1;
  }

  private void clear() {
    history.forEach(Pair::close);
    history.clear();
    if (known != null) {
      known.gradient().close();
      known = null;
    }
  }

  private record Direction(Tensor tensor, double length) {}

  private record Pair(Tensor step, Tensor change) {
    void close() {
      step.close();
      change.close();
    }
  }
}
