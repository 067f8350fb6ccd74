package studio.pastiche.ui.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.pastiche.engine.Tuning;
import studio.pastiche.session.LossTrace.Point;

class CurveShapeTest {
  private record Corner(double x, double y) {}

  @Test
  void thousandsOfPointsBecomeAFewCornersAColumn() {
    List<Point> points = curve(10_000, _ -> 1);
    List<Corner> corners = trace(points, 200, 100);
    assertTrue(corners.size() <= 4 * 201, () -> corners.size() + " corners");
    assertEquals(0, corners.getFirst().x());
    assertEquals(200, corners.getLast().x());
  }

  @Test
  void aPeakOfOneIterationIsNotLost() {
    List<Point> points = curve(10_000, i -> i == 4321 ? 100 : 1);
    ChartScale scale = ChartScale.of(points, 200, 100);
    double peak = scale.y(100);
    assertTrue(trace(points, 200, 100).stream().anyMatch(c -> Math.abs(c.y() - peak) < 1e-9));
  }

  @Test
  void fewPointsAreDrawnExactly() {
    List<Point> points = curve(5, i -> 5 - i);
    ChartScale scale = ChartScale.of(points, 400, 100);
    List<Corner> corners = trace(points, 400, 100);
    assertEquals(5, corners.size());
    for (int i = 0; i < 5; i++) {
      assertEquals(new Corner(100 * i, scale.y(5 - i)), corners.get(i));
    }
  }

  @Test
  void theScaleIsLogarithmicAndHoldsWhatItShows() {
    List<Point> points = curve(3, i -> Math.pow(10, -i));
    ChartScale scale = ChartScale.of(points, 100, 90);
    double first = scale.y(0.1) - scale.y(1);
    double second = scale.y(0.01) - scale.y(0.1);
    assertEquals(first, second, 1e-9);
    assertTrue(scale.y(1) > 0 && scale.y(0.01) < 90);
    assertEquals(List.of(0.01, 0.1, 1.0), scale.ticks());
  }

  @Test
  void nothingAndInfinityStayOnTheChart() {
    List<Point> points = curve(3, i -> i == 1 ? Double.POSITIVE_INFINITY : 0);
    for (Corner corner : trace(points, 100, 90)) {
      assertTrue(corner.y() >= 0 && corner.y() <= 90, corner::toString);
    }
  }

  private static List<Corner> trace(List<Point> points, double width, double height) {
    List<Corner> corners = new ArrayList<>();
    ChartScale scale = ChartScale.of(points, width, height);
    CurveShape.trace(points, Series.TOTAL, scale, (x, y) -> corners.add(new Corner(x, y)));
    return corners;
  }

  private interface Loss {
    double at(int index);
  }

  private static List<Point> curve(int count, Loss loss) {
    Tuning tuning = Tuning.defaults(1);
    return IntStream.range(0, count)
        .mapToObj(i -> new Point(i + 1, 1, loss.at(i), loss.at(i), loss.at(i), loss.at(i), tuning))
        .toList();
  }
}
