package studio.pastiche.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.picture.Size;

/// A part of a picture that is computed by itself, with as much around what it owns as the network
/// sees from there. All in pixels of the picture, left and top inclusive, right and bottom not.
///
/// @param left a multiple of 16, as are the other sides where they are not the picture's edge
/// @param ownLeft where what it owns begins; each position is owned by one tile
record Tile(
    int left,
    int top,
    int right,
    int bottom,
    int ownLeft,
    int ownTop,
    int ownRight,
    int ownBottom) {
  /// Four poolings halve the sides four times: tiles of multiples of this pool as the whole does.
  static final int STEP = 16;

  /// The sides that are chosen from, where memory decides.
  static final List<Integer> SIDES =
      List.of(4096, 3072, 2048, 1536, 1024, 768, 512, 384, 256, 192, 128);

  /// The share of the work at once that is tried where memory ran out. Much less, for libraries
  /// below crash where the last few bytes are refused to them.
  private static final double SMALLER = 0.3;

  /// The smallest side that is worth its halo.
  static final int LEAST = 64;

  /// The tiles of a picture, row by row.
  ///
  /// @param side of what a tile owns, a multiple of 16; the last ones own what is left
  /// @param deepest layer that is computed
  static List<Tile> of(int width, int height, int side, Layer deepest) {
    int halo = halo(deepest);
    List<Tile> tiles = new ArrayList<>();
    for (Span down : Span.of(height, side, halo)) {
      for (Span across : Span.of(width, side, halo)) {
        tiles.add(
            new Tile(
                across.from,
                down.from,
                across.to,
                down.to,
                across.ownFrom,
                down.ownFrom,
                across.ownTo,
                down.ownTo));
      }
    }
    return List.copyOf(tiles);
  }

  /// What a picture of that size is computed by: the side of its tiles, or 0 where it is computed
  /// whole, for it takes no more than a tile with its halo.
  ///
  /// @param side of the tiles of a larger one, or null where there are none
  static int side(@Nullable Integer side, Size picture, Layer deepest) {
    if (side == null || Math.min(picture.width(), picture.height()) < Features.LEAST_SIDE) {
      return 0;
    }
    long whole = side + 2L * halo(deepest);
    return picture.pixels() <= whole * whole ? 0 : side;
  }

  /// The next side to try where a picture's tiles, or the picture as a whole, were too large for
  /// the memory; null where there is none.
  ///
  /// @param side of the tiles, or null where there were none
  static @Nullable Integer smaller(@Nullable Integer side, Size picture, Layer deepest) {
    int now = side(side, picture, deepest);
    for (int next : SIDES) {
      boolean less = now == 0 ? side(next, picture, deepest) != 0 : next < now;
      double work = Math.pow(next + 2.0 * halo(deepest), 2);
      double before = now == 0 ? picture.pixels() : Math.pow(now + 2.0 * halo(deepest), 2);
      if (less && work < SMALLER * before) {
        return next;
      }
    }
    return null;
  }

  /// The pixels of all tiles of a picture, halos included.
  static long pixels(Size picture, int side, Layer deepest) {
    return of(picture.width(), picture.height(), side, deepest).stream()
        .mapToLong(t -> (long) (t.right - t.left) * (t.bottom - t.top))
        .sum();
  }

  /// How many pixels a position of a layer sees beyond its own on each side, as a multiple of 16: a
  /// 3×3 convolution sees one further, and a pooling doubles what comes after it.
  static int halo(Layer deepest) {
    int seen = 0;
    for (Layer layer : Layer.inOrder().subList(0, deepest.depth() + 1).reversed()) {
      seen = layer.poolingFollows() && !layer.equals(deepest) ? 2 * seen + 1 : seen + 1;
    }
    return Math.ceilDiv(seen, STEP) * STEP;
  }

  /// The tiles row by row, in lists of those beside each other.
  static List<List<Tile>> inRows(List<Tile> tiles) {
    List<List<Tile>> rows = new ArrayList<>();
    for (Tile tile : tiles) {
      if (rows.isEmpty() || rows.getLast().getFirst().ownTop != tile.ownTop) {
        rows.add(new ArrayList<>());
      }
      rows.getLast().add(tile);
    }
    return rows;
  }

  /// The same tile of a picture that lacks its upper rows.
  Tile without(int rows) {
    return new Tile(
        left, top - rows, right, bottom - rows, ownLeft, ownTop - rows, ownRight, ownBottom - rows);
  }

  /// As the device program takes it.
  long[] numbers() {
    return new long[] {left, top, right, bottom, ownLeft, ownTop, ownRight, ownBottom};
  }

  /// One side of a tile.
  private record Span(int from, int to, int ownFrom, int ownTo) {
    static List<Span> of(int length, int side, int halo) {
      // a last one too narrow to hold a position of every layer belongs to the one before it
      int count = Math.max(1, Math.ceilDiv(length - STEP + 1, side));
      List<Span> spans = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int ownFrom = i * side;
        int ownTo = i == count - 1 ? length : ownFrom + side;
        spans.add(
            new Span(Math.max(0, ownFrom - halo), Math.min(length, ownTo + halo), ownFrom, ownTo));
      }
      return spans;
    }
  }
}
