package studio.pastiche.engine;

import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.picture.Size;

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
  ///
  /// @param tile the side of the tiles of its larger stages, or null
  double seconds(Pyramid pyramid, int styles, @Nullable Integer tile, Layer deepest) {
    double sum = 0;
    for (Stage stage : pyramid) {
      Size size = new Size(stage.width(), stage.height());
      int side = Tile.side(tile, size, deepest);
      // the moments of all tiles come first, by the forward half
      double work = side == 0 ? size.pixels() : (1 + TARGET) * Tile.pixels(size, side, deepest);
      double one = seconds + secondsPerPixel * work;
      sum += one * (stage.iterations() + TARGET * (1 + styles));
    }
    return sum;
  }
}
