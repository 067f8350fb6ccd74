package studio.pastiche.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import studio.pastiche.engine.Inputs;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.PictureReference;
import studio.pastiche.engine.Recipe;
import studio.pastiche.picture.Size;

class SnapshotLimitsTest {
  private static final PictureReference SOME = new PictureReference("some.png", "00");
  private static final Recipe RECIPE =
      Recipe.defaults(new Inputs(SOME, List.of(SOME), null), new NetworkReference("compact", "00"));
  private static final Size SIZE = new Size(100, 100);

  private final List<Snapshot> two = new ArrayList<>(Stream.concat(run(1, 5), run(2, 3)).toList());

  @Test
  void withoutLimitsEverythingIsKept() {
    assertEquals(List.of(), SnapshotLimits.NONE.surplus(two));
  }

  @Test
  void theOldestOfEachRunGoFirst() {
    assertEquals(List.of("1-1", "1-2", "1-3", "2-1"), names(new SnapshotLimits(2, 0).surplus(two)));
  }

  @Test
  void theDisksShareIsKeptOverAllRuns() {
    long each = SIZE.pixels() * Snapshot.BYTES_PER_PIXEL;
    assertEquals(List.of("1-1", "1-2", "1-3"), names(new SnapshotLimits(0, 5 * each).surplus(two)));
  }

  @Test
  void theNewestOfARunStaysWhateverTheLimits() {
    assertEquals(
        List.of("1-1", "1-2", "1-3", "1-4", "2-1", "2-2"),
        names(new SnapshotLimits(1, 1).surplus(two)));
  }

  @Test
  void whatIsPinnedOrHasItsRunsStateStays() {
    two.set(0, two.get(0).withPinned(true));
    two.set(5, two.get(5).withState(Path.of("state")));
    assertEquals(List.of("1-2", "1-3", "1-4", "2-2"), names(new SnapshotLimits(1, 0).surplus(two)));
  }

  private static Stream<Snapshot> run(int run, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            i ->
                new Snapshot(
                    i,
                    Sessions.mark(run, i),
                    SIZE,
                    RECIPE,
                    new Snapshot.Thumbnail(new Size(1, 1), new byte[3]),
                    Path.of("none"),
                    null,
                    false,
                    false));
  }

  private static List<String> names(List<Snapshot> snapshots) {
    return snapshots.stream().map(s -> s.mark().run() + "-" + s.mark().iteration()).toList();
  }
}
