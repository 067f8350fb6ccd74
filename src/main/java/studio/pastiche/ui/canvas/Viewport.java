package studio.pastiche.ui.canvas;

import studio.pastiche.picture.Size;

/// Where a picture lies in a view: its zoom, and its middle as a share of the picture that lies in
/// the view's middle. Values only, so that a new frame or stage cannot move it. Lengths of the view
/// are in screen pixels, of which a dense screen has several in each unit of the window.
///
/// @param zoom screen pixels a picture pixel
/// @param x of the picture's point in the view's middle, 0 to 1
/// @param y likewise
record Viewport(double zoom, double x, double y) {
  static final double MOST = 16;
  private static final double LEAST = 0.02;
  private static final double MARGIN = 24;

  /// The whole picture, as large as fits, with a margin; a small one is not blown up beyond 4 to 1.
  static Viewport fitting(Size picture, double width, double height) {
    double zoom =
        Math.min(
            Math.max(1, width - 2 * MARGIN) / picture.width(),
            Math.max(1, height - 2 * MARGIN) / picture.height());
    return new Viewport(Math.min(zoom, 4), 0.5, 0.5);
  }

  /// Zoomed by a factor about a point, given as its distance from the view's middle.
  Viewport zoomedAbout(double factor, double dx, double dy, Size picture) {
    double next = Math.clamp(zoom * factor, Math.min(zoom, LEAST), MOST);
    double px = x + dx / (zoom * picture.width());
    double py = y + dy / (zoom * picture.height());
    return new Viewport(
        next,
        Math.clamp(px - dx / (next * picture.width()), 0, 1),
        Math.clamp(py - dy / (next * picture.height()), 0, 1));
  }

  /// Moved with the hand that drags the picture.
  Viewport dragged(double dx, double dy, Size picture) {
    return new Viewport(
        zoom,
        Math.clamp(x - dx / (zoom * picture.width()), 0, 1),
        Math.clamp(y - dy / (zoom * picture.height()), 0, 1));
  }

  /// The same part of the view filled by a picture of another size.
  Viewport carried(Size from, Size to) {
    double same = zoom * from.longSide() / to.longSide();
    return new Viewport(Math.min(same, MOST), x, y);
  }

  /// The picture's left edge in a view of this width.
  double left(Size picture, double width) {
    return width / 2 - x * picture.width() * zoom;
  }

  /// The picture's upper edge in a view of this height.
  double top(Size picture, double height) {
    return height / 2 - y * picture.height() * zoom;
  }
}
