package studio.pastiche.ui.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static studio.pastiche.ui.history.Histories.branch;
import static studio.pastiche.ui.history.Histories.snapshot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import studio.pastiche.engine.Tuning;
import studio.pastiche.session.Branch;
import studio.pastiche.session.LossTrace.Point;
import studio.pastiche.session.Snapshot;

class LineageTest {
  private final List<Branch> branches =
      List.of(
          branch(1, null),
          branch(2, new Branch.Origin(1, 20)),
          branch(3, new Branch.Origin(2, 30)));

  @Test
  void theWayToARunLeadsThroughThoseItGoesOnFrom() {
    List<Snapshot> all =
        List.of(
            snapshot(1, 1, 10, 1),
            snapshot(1, 1, 20, 1),
            snapshot(1, 1, 30, 1),
            snapshot(2, 1, 30, 1),
            snapshot(2, 1, 40, 1),
            snapshot(3, 1, 40, 1));
    List<String> way =
        Lineage.to(3, branches).snapshots(all).stream()
            .map(s -> s.mark().run() + "-" + s.mark().iteration())
            .toList();
    assertEquals(List.of("1-10", "1-20", "2-30", "3-40"), way);
  }

  @Test
  void aRunThatBeginsAgainTakesThePlaceOfWhatItPaintsAnew() {
    Map<Integer, List<Point>> points =
        Map.of(1, points(1, 30), 2, points(15, 25), 3, points(31, 33));
    List<Integer> iterations =
        Lineage.to(2, branches).points(run -> points.getOrDefault(run, List.of())).stream()
            .map(Point::iteration)
            .toList();
    assertEquals(IntStream.rangeClosed(1, 25).boxed().toList(), iterations);
  }

  @Test
  void aRunWhoseOriginIsGoneStandsAlone() {
    assertEquals(List.of(new Lineage.Part(9, Integer.MAX_VALUE)), Lineage.to(9, branches).parts());
  }

  @Test
  void theLowestIsOfTheLargestStageAndWeighedAsTheNewest() {
    List<Snapshot> run =
        List.of(
            snapshot(1, 1, 10, 0.1),
            snapshot(1, 2, 20, 0.5),
            snapshot(1, 2, 30, 0.3),
            Histories.tuned(snapshot(1, 2, 40, 0.4), 0.1));
    assertEquals(Optional.of(30), Lowest.of(run).map(s -> s.mark().iteration()));
  }

  @Test
  void oneSnapshotAloneIsNotTheLowest() {
    assertEquals(Optional.empty(), Lowest.of(List.of(snapshot(1, 1, 10, 0.1))));
  }

  private static List<Point> points(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(i -> new Point(i, 1, 1, 1, 1, 1, Tuning.defaults(1)))
        .toList();
  }
}
