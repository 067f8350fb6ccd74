package studio.pastiche.engine;

import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.network.Convolution;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.Layer;

/// The memory that a recipe needs on a device.
///
/// @param bytes of the device's memory at the largest stage, beside what the program takes when
///   idle
public record MemoryNeed(long bytes) {
  private static final int FLOAT = 4;
  private static final int INDEX = 8;

  /// Images of the stage's size that a run has while the network is at work: the iterate and the
  /// one before, Adam's moments and those before, the average.
  private static final int KEPT = 7;

  /// Images besides that the optimiser's step makes: the gradient and what comes of it.
  private static final int STEPPING = 11;

  /// Images as high as a row of tiles that a run makes in passing.
  private static final int BANDS = 5;

  /// Images that come and go on Java's heap where the others are in files: the first and the last.
  private static final int ON_HEAP = 2;

  /// Images of the picture's size that saving takes: its numbers, the file's pixels, the file.
  private static final double SAVED = 1.6;

  /// What PyTorch's threads, the style's matrices and Java take at any size.
  private static final long BASE = 45L << 20;

  /// Throws NotEnoughMemoryException, with a size that would fit, where this is more than `free`
  /// bytes.
  ///
  /// @param size that needs this
  /// @param need what another size needs at least, in bytes: see [#fitting]
  void check(int size, long free, IntToLongFunction need) {
    if (bytes > free) {
      throw new NotEnoughMemoryException(size, bytes, free, fitting(size, free, need));
    }
  }

  /// The largest size that `free` bytes are enough for, at most `size`, and 0 where not even the
  /// smallest would fit.
  ///
  /// @param need what a size needs, in bytes: the more, the larger it is
  static int fitting(int size, long free, IntToLongFunction need) {
    if (need.applyAsLong(size) <= free) {
      return size;
    }
    int fits = 0;
    int tooLarge = size / Tile.STEP + 1;
    int low = Schedule.MIN_SIZE / Tile.STEP - 1;
    while (tooLarge - low > 1) {
      int middle = (low + tooLarge) / 2;
      if (need.applyAsLong(middle * Tile.STEP) <= free) {
        low = middle;
        fits = middle * Tile.STEP;
      } else {
        tooLarge = middle;
      }
    }
    return fits;
  }

  /// Counts what is alive at the peak: at the turn from the forward to the backward sweep, when
  /// every layer's output is kept, in the optimiser's step, or while the picture is saved. Of a
  /// picture in tiles the layers' outputs are those of one tile; the content targets are kept for
  /// all.
  ///
  /// @param tile the side of the tiles, or null where the picture is computed whole
  /// @param inFiles whether the whole pictures are in files
  static MemoryNeed of(
      Stage stage,
      FeatureNetwork network,
      Layers layers,
      OptimizerKind optimizer,
      Precision precision,
      @Nullable Integer tile,
      boolean inFiles) {
    int number = precision == Precision.BFLOAT16 ? 2 : FLOAT;
    int side = inFiles && tile != null ? tile : Tile.side(tile, stage.size(), layers.deepest());
    int most = side == 0 ? Integer.MAX_VALUE : side + 2 * Tile.halo(layers.deepest());
    double width = Math.max(stage.width(), Features.LEAST_SIDE);
    double height = Math.max(stage.height(), Features.LEAST_SIDE);
    double all = width * height;
    double pixels = Math.min(width, most) * Math.min(height, most);
    double image = 3 * FLOAT * (inFiles ? 0 : all);
    int history = optimizer == OptimizerKind.LBFGS ? 2 * Lbfgs.HISTORY : 0;
    double kept = (KEPT + history) * image + (inFiles ? ON_HEAP * 3 * FLOAT * all : 0);
    double targets = inFiles ? 0 : contentNumbers(network, layers, all) * number;
    double bands = side == 0 ? 0 : BANDS * 3.0 * FLOAT * width * Math.min(height, most);
    double evaluating = work(network, layers, pixels, number) + bands + (side == 0 ? 0 : image);
    double painting = kept + targets + Math.max(evaluating, bands + STEPPING * image);
    double ending = 3 * FLOAT * SAVED * all + (inFiles ? 0 : KEPT * image);
    return new MemoryNeed(BASE + (long) Math.max(painting, ending));
  }

  /// What an evaluation of so many pixels takes, in bytes.
  ///
  /// @param number the bytes of a feature
  private static double work(FeatureNetwork network, Layers layers, double pixels, int number) {
    double kept = 3 * pixels * number;
    double positions = pixels;
    for (Convolution convolution : network.upTo(layers.deepest())) {
      kept += positions * convolution.outputs() * number;
      if (convolution.layer().poolingFollows()) {
        positions /= 4;
        kept += positions * convolution.outputs() * (number + INDEX);
      }
    }
    return kept;
  }

  /// How many numbers the content layers have of so many pixels.
  private static double contentNumbers(FeatureNetwork network, Layers layers, double pixels) {
    double numbers = 0;
    double positions = pixels;
    for (Convolution convolution : network.upTo(layers.deepest())) {
      if (layers.content().containsKey(convolution.layer())) {
        numbers += positions * convolution.outputs();
      }
      positions = convolution.layer().poolingFollows() ? positions / 4 : positions;
    }
    return numbers;
  }

  /// The bytes of the files of a stage whose pictures are in files: the six planes that a run has,
  /// and the content targets.
  static long files(Stage stage, FeatureNetwork network, Layers layers) {
    long pixels = stage.size().pixels();
    return 6 * 3L * FLOAT * pixels + (long) (contentNumbers(network, layers, pixels) * FLOAT);
  }

  /// What [Engine#featureMaps] needs for a picture of so many pixels: the widest convolution's
  /// output and input, each twice in passing, or the result and its copies.
  static MemoryNeed ofFeatureMaps(FeatureNetwork network, Layer layer, long pixels) {
    double positions = pixels;
    double peak = 0;
    double result = 0;
    for (Convolution convolution : network.upTo(layer)) {
      double entering = positions * convolution.inputs() * FLOAT;
      result = positions * convolution.outputs() * FLOAT;
      peak = Math.max(peak, 2 * (entering + result));
      positions = convolution.layer().poolingFollows() ? positions / 4 : positions;
    }
    return new MemoryNeed(BASE + (long) Math.max(peak, 3 * result));
  }
}
