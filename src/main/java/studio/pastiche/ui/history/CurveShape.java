package studio.pastiche.ui.history;

import java.util.List;
import studio.pastiche.session.LossTrace.Point;

/// A curve as few corners as the screen can show: of the points that fall on one column of pixels
/// only the first, the lowest, the highest and the last are drawn, so that no peak is lost.
final class CurveShape {
  /// Takes the corners in their order.
  interface Pen {
    void corner(double x, double y);
  }

  private CurveShape() {}

  static void trace(List<Point> points, Series series, ChartScale scale, Pen pen) {
    int at = 0;
    while (at < points.size()) {
      double column = Math.floor(scale.x(points.get(at).iteration()));
      int end = at;
      double top = Double.POSITIVE_INFINITY;
      double bottom = Double.NEGATIVE_INFINITY;
      while (end < points.size() && Math.floor(scale.x(points.get(end).iteration())) == column) {
        double y = scale.y(series.of(points.get(end)));
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
        end++;
      }
      double x = scale.x(points.get(at).iteration());
      double first = scale.y(series.of(points.get(at)));
      double last = scale.y(series.of(points.get(end - 1)));
      pen.corner(x, first);
      if (end - at > 2) {
        pen.corner(x, first - top < bottom - first ? top : bottom);
        pen.corner(x, first - top < bottom - first ? bottom : top);
      }
      if (end - at > 1) {
        pen.corner(scale.x(points.get(end - 1).iteration()), last);
      }
      at = end;
    }
  }
}
