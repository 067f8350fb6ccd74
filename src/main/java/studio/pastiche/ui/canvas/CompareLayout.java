package studio.pastiche.ui.canvas;

import org.jspecify.annotations.Nullable;

/// Where the two pictures of a comparison are in a view. All lengths are in screen pixels.
///
/// @param painting where the painting is, or null where it is hidden
/// @param other where the other picture is, or null where it is hidden
record CompareLayout(@Nullable Side painting, @Nullable Side other) {
  private static final double GAP = 2;

  /// One picture's place.
  ///
  /// @param area in whose middle the viewport's middle is
  /// @param seen what of it is to be seen
  record Side(Part area, Part seen) {}

  /// The layout of a view.
  ///
  /// @param edge how far the edge of a wipe is from the left or from above, 0 to 1
  static CompareLayout of(CompareMode mode, double edge, double width, double height) {
    Part all = new Part(0, 0, width, height);
    return switch (mode) {
      case OFF -> new CompareLayout(new Side(all, all), null);
      case WIPE -> {
        double at = Math.round(edge * width);
        yield new CompareLayout(
            new Side(all, new Part(at, 0, width - at, height)),
            new Side(all, new Part(0, 0, at, height)));
      }
      case WIPE_DOWN -> {
        double at = Math.round(edge * height);
        yield new CompareLayout(
            new Side(all, new Part(0, at, width, height - at)),
            new Side(all, new Part(0, 0, width, at)));
      }
      case SIDE_BY_SIDE -> {
        double half = Math.floor((width - GAP) / 2);
        Part left = new Part(0, 0, half, height);
        Part right = new Part(width - half, 0, half, height);
        yield new CompareLayout(new Side(right, right), new Side(left, left));
      }
    };
  }

  /// The other picture alone, as when the artist peeks at it.
  static CompareLayout peeking(double width, double height) {
    Part all = new Part(0, 0, width, height);
    return new CompareLayout(null, new Side(all, all));
  }

  /// The area that a point of the view is in: both pictures of a wipe have the whole view, of two
  /// side by side each has its own.
  Part areaAt(double x, double y) {
    if (other != null && (painting == null || other.area().contains(x, y))) {
      return other.area();
    }
    return areaToFit();
  }

  /// The area that a picture that fits the view must fit into.
  Part areaToFit() {
    Side any = painting == null ? other : painting;
    return any == null ? new Part(0, 0, 1, 1) : any.area();
  }

  /// Whether a point shows the other picture rather than the painting.
  boolean isOther(double x, double y) {
    return other != null && other.seen().contains(x, y);
  }
}
