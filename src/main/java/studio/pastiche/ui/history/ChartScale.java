package studio.pastiche.ui.history;

import java.util.ArrayList;
import java.util.List;
import studio.pastiche.session.LossTrace.Point;

/// Where iterations and distances lie on the chart: iterations evenly, distances by their
/// logarithm.
///
/// @param first iteration at the left edge
/// @param last iteration at the right edge
/// @param low distance at the lower edge, above 0
/// @param high distance at the upper edge
/// @param width of the plot
/// @param height of the plot
record ChartScale(int first, int last, double low, double high, double width, double height) {
  /// Less than this is drawn as this much: a logarithm needs something above 0.
  private static final double SMALLEST = 1e-6;

  /// The lowest that is shown, as a part of the highest: a picture that begins as its own photo has
  /// no distance from it at first.
  private static final double DEEPEST = 1e-4;

  /// Room above the highest and below the lowest value, as a factor.
  private static final double ROOM = 1.15;

  /// The scale that shows all points, with some room.
  static ChartScale of(List<Point> points, double width, double height) {
    double low = Double.POSITIVE_INFINITY;
    double high = SMALLEST;
    for (Point point : points) {
      for (Series series : Series.values()) {
        double value = series.of(point);
        high = Double.isFinite(value) ? Math.max(high, value) : high;
        low = value > SMALLEST ? Math.min(low, value) : low;
      }
    }
    low = Math.clamp(low, high * DEEPEST, high);
    int first = points.isEmpty() ? 1 : points.getFirst().iteration();
    int last = points.isEmpty() ? 2 : points.getLast().iteration();
    return new ChartScale(first, Math.max(last, first + 1), low / ROOM, high * ROOM, width, height);
  }

  double x(double iteration) {
    return (iteration - first) / (last - first) * width;
  }

  /// From the top, as the screen counts.
  double y(double distance) {
    double value = Double.isFinite(distance) ? Math.clamp(distance, low, high) : high;
    return height * Math.log(high / value) / Math.log(high / low);
  }

  /// The iteration at a place, which may lie between two.
  double iterationAt(double x) {
    return first + x / width * (last - first);
  }

  /// Round distances for the grid: 1, 2 and 5 in each power of ten where there is room for them,
  /// else only 1.
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    int[] digits = high / low < 50 ? new int[] {1, 2, 5} : new int[] {1};
    for (int power = (int) Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
      for (int digit : digits) {
        double tick = digit * Math.pow(10, power);
        if (tick >= low && tick <= high) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }
}
