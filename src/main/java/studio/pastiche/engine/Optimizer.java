package studio.pastiche.engine;

import studio.pastiche.engine.torch.Scope;

/// Moves the pixels down an objective, within 0..1.
sealed interface Optimizer permits Adam, ScaledAdam, Lbfgs {
  /// Evaluates the image and moves it on. Where the evaluation is not finite, the image stays.
  ///
  /// @return what the objective says of the image before the step
  Evaluation step(Scope iteration, PaintedImage image, Goal goal, double learningRate);

  /// Goes back to the state before the latest step, as far as one is remembered.
  void goBack();

  /// Another [Tuning] rules from now on: what was learnt of the old objective's shape no longer
  /// holds.
  void objectiveChanged();

  /// The image goes over to a stage's size; so does what is remembered.
  void enter(Stage stage);

  /// Lets go of all that is remembered; it is not used any more.
  void close();

  /// What a run needs to go on from here.
  OptimizerState state();

  /// An objective with its tuning.
  @FunctionalInterface
  interface Goal {
    /// Evaluates an image; the gradient belongs to the scope.
    Evaluation at(Scope scope, Planes image);
  }
}
