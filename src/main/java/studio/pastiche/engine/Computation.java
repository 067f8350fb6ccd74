package studio.pastiche.engine;

import org.jspecify.annotations.Nullable;

/// Where and in what a picture is computed. In a recipe that has been painted, `auto` is replaced
/// by what was chosen.
///
/// @param device `cpu`, `gpu`, `gpu:N` or `auto`
/// @param precision of the network
/// @param threads of the processor, 0 for PyTorch's own choice
/// @param tile the side in pixels of what is computed at once of a larger picture, a multiple of
///   16; null where the memory decides, and in a recipe that was painted whole
public record Computation(String device, Precision precision, int threads, @Nullable Integer tile) {
  public static final Computation AUTO = new Computation("auto", Precision.AUTO, 0);

  public Computation {
    Numbers.between("threads", threads, 0, 1024);
    if (tile != null) {
      Numbers.between("tile", tile, Tile.LEAST, Schedule.MAX_SIZE);
      if (tile % Tile.STEP != 0) {
        throw new IllegalArgumentException(
            "tile must be a multiple of %d, not %d".formatted(Tile.STEP, tile));
      }
    }
  }

  /// Without a wish for tiles.
  public Computation(String device, Precision precision, int threads) {
    this(device, precision, threads, null);
  }

  public Computation withTile(@Nullable Integer side) {
    return new Computation(device, precision, threads, side);
  }
}
