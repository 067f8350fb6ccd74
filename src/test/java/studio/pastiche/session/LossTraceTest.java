package studio.pastiche.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.pastiche.engine.Tuning;
import studio.pastiche.session.LossTrace.Point;

class LossTraceTest {
  @Test
  void whatWasPaintedBeforeARunWentBackIsDropped() {
    LossTrace trace = new LossTrace(1);
    for (int iteration : List.of(1, 2, 3, 4, 3, 4)) {
      trace.add(point(iteration));
    }
    assertEquals(List.of(1, 2, 3, 4), trace.points().stream().map(Point::iteration).toList());
  }

  @Test
  void pointsThatWereHandedOutDoNotChange() {
    LossTrace trace = new LossTrace(1);
    trace.add(point(1));
    List<Point> before = trace.points();
    trace.add(point(2));
    assertEquals(1, before.size());
    assertEquals(2, trace.points().size());
  }

  private static Point point(int iteration) {
    return new Point(iteration, 1, 3, 2, 1, 0.5, Tuning.defaults(1));
  }
}
