package studio.pastiche.engine;

/// How long an iteration takes on a device: a part that is the same at every size (the layers'
/// calls and the matrices of the statistic), and a part for each pixel.
///
/// @param seconds at any size
/// @param secondsPerPixel besides
record Pace(double seconds, double secondsPerPixel) {
  /// A stage's targets come from the network's forward half, without a gradient.
  private static final double TARGET = 0.35;

  /// The pace by which iterations of two sizes took as long as they did.
  static Pace of(long smallPixels, double small, long largePixels, double large) {
    double perPixel = Math.max(0, (large - small) / (largePixels - smallPixels));
    double fixed = Math.max(0, small - perPixel * smallPixels);
    return new Pace(fixed, perPixel);
  }

  /// A whole painting, with the targets of its stages.
  double seconds(Pyramid pyramid, int styles) {
    double sum = 0;
    for (Stage stage : pyramid) {
      double one = seconds + secondsPerPixel * stage.width() * stage.height();
      sum += one * (stage.iterations() + TARGET * (1 + styles));
    }
    return sum;
  }
}
