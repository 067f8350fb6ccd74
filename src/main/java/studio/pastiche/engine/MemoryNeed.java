package studio.pastiche.engine;

import java.util.List;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.network.Convolution;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.picture.Size;

/// The memory that a recipe needs on a device.
///
/// @param bytes of the device's memory at the largest stage, beside what the program takes when
///   idle
public record MemoryNeed(long bytes) {
  private static final int FLOAT = 4;
  private static final int INDEX = 8;

  /// Images of the stage's size that a run keeps or makes in passing: iterates, averages, moments,
  /// gradients, the edges' differences.
  private static final int IMAGES = 16;

  /// What PyTorch's kernels and the allocator take beside the counted tensors, from `bench` at 512
  /// to 2048 px.
  private static final double SLACK = 1.1;

  private static final long BASE = 100L << 20;

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

  /// Counts what is alive at the peak of an evaluation: the turn from the forward to the backward
  /// sweep, when every layer's output is kept, and its end, when the widest layer's gradient comes
  /// twice. Of a picture in tiles that is so for one tile; the content targets are kept for all.
  ///
  /// @param tile the side of the tiles, or null where the picture is computed whole
  public static MemoryNeed of(
      Stage stage,
      FeatureNetwork network,
      Layers layers,
      OptimizerKind optimizer,
      Precision precision,
      @Nullable Integer tile) {
    int side = Tile.side(tile, new Size(stage.width(), stage.height()), layers.deepest());
    int most = side == 0 ? Integer.MAX_VALUE : side + 2 * Tile.halo(layers.deepest());
    int width = precision == Precision.BFLOAT16 ? 2 : FLOAT;
    double all = (double) Math.max(stage.width(), 32) * Math.max(stage.height(), 32);
    double pixels =
        side == 0
            ? all
            : Math.min(
                all, (double) Math.min(stage.width(), most) * Math.min(stage.height(), most));
    double kept = 0;
    double widest = 0;
    double positions = pixels;
    double first = 0;
    List<Convolution> convolutions = network.upTo(layers.deepest());
    for (Convolution convolution : convolutions) {
      double numbers = positions * convolution.outputs();
      kept += numbers * width;
      widest = Math.max(widest, numbers);
      first = convolution.layer().block() == 1 ? first + numbers * width : first;
      if (convolution.layer().poolingFollows()) {
        positions /= 4;
        kept += positions * convolution.outputs() * (width + INDEX);
      }
      if (layers.content().containsKey(convolution.layer())) {
        kept += numbers * width * (all / pixels);
      }
    }
    double atTheTurn = kept;
    double atTheEnd = first + widest * (2 * width + 2 * FLOAT);
    int history = optimizer == OptimizerKind.LBFGS ? 2 * Lbfgs.HISTORY : 0;
    double images = (IMAGES + history) * 3 * all * FLOAT;
    return new MemoryNeed(BASE + (long) (SLACK * (Math.max(atTheTurn, atTheEnd) + images)));
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
    return new MemoryNeed(BASE + (long) (SLACK * Math.max(peak, 3 * result)));
  }
}
