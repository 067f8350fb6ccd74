package studio.pastiche.engine;

import studio.pastiche.engine.torch.Tensor;

/// What an objective says of an image.
///
/// @param distances without weights
/// @param loss their weighted sum
/// @param gradient of the loss in the image, 1×3×H×W; it belongs to the scope it was evaluated in
/// @param gradientNorm its Euclidean norm
record Evaluation(Distances distances, double loss, Tensor gradient, double gradientNorm) {
  boolean finite() {
    return Double.isFinite(loss) && Double.isFinite(gradientNorm);
  }
}
