package studio.pastiche.engine;

/// What an objective says of an image.
///
/// @param distances without weights
/// @param loss their weighted sum
/// @param gradient of the loss in the image, of the image's size, until the next evaluation
/// @param gradientNorm its Euclidean norm
record Evaluation(Distances distances, double loss, Planes gradient, double gradientNorm) {
  boolean finite() {
    return Double.isFinite(loss) && Double.isFinite(gradientNorm);
  }
}
