package studio.pastiche.engine;

import java.util.List;

/// What an optimiser remembers, off the device. The arrays are not to be written.
public sealed interface OptimizerState {
  /// Adam's: steps taken, and the two moments' running means, each 3×H×W, or as many numbers as the
  /// image has as a sum of coarser ones.
  record OfAdam(int steps, float[] first, float[] second) implements OptimizerState {}

  /// L-BFGS's: its latest steps and the gradient's changes along them, oldest first, each 3×H×W.
  record OfLbfgs(List<float[]> steps, List<float[]> changes) implements OptimizerState {}

  /// Nothing: the optimiser begins anew. What a picture too large for the memory leaves.
  record Forgotten() implements OptimizerState {}
}
