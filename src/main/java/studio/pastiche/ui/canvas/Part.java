package studio.pastiche.ui.canvas;

import studio.pastiche.picture.Size;

/// A rectangle, in screen pixels of a view or in pixels of a picture.
record Part(double x, double y, double width, double height) {
  /// Where a picture of another size lies on the canvas: all over it if it has the same shape but
  /// for a rounded pixel, else as large as fits, in the middle.
  static Part of(Size picture, Size canvas) {
    double factor =
        Math.min(
            (double) canvas.width() / picture.width(), (double) canvas.height() / picture.height());
    double width = picture.width() * factor;
    double height = picture.height() * factor;
    return sameShape(picture, canvas)
        ? new Part(0, 0, canvas.width(), canvas.height())
        : new Part((canvas.width() - width) / 2, (canvas.height() - height) / 2, width, height);
  }

  /// Whether one picture is the other scaled, but for what was rounded to whole pixels.
  static boolean sameShape(Size one, Size other) {
    double least = Math.min(Math.min(one.width(), one.height()), other.longSide());
    double shapes = (double) one.width() * other.height() / ((double) one.height() * other.width());
    return Math.abs(Math.log(shapes)) < 0.005 + 1 / least;
  }

  boolean contains(double px, double py) {
    return px >= x && px < x + width && py >= y && py < y + height;
  }

  double middleX() {
    return x + width / 2;
  }

  double middleY() {
    return y + height / 2;
  }
}
