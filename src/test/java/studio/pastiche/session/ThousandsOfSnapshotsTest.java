package studio.pastiche.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pastiche.engine.Moment;
import studio.pastiche.engine.TuningChange;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;

/// What a long session takes of the heap. Its pictures lie on disk, and their size there makes no
/// difference; so they are small ones, but square and large enough for whole thumbnails.
class ThousandsOfSnapshotsTest {
  private static final int MANY = 2000;
  private static final long BOUND = 160L << 20;

  @TempDir Path parent;

  @Test
  void twoThousandSnapshotsLeaveTheHeapRoom() throws IOException {
    List<Branch> branches = new ArrayList<>();
    List<Snapshot> snapshots = new ArrayList<>();
    History history = new History(branches, snapshots);
    SessionFolder folder = SessionFolder.create(parent);
    SnapshotStore store = new SnapshotStore(folder);
    history.begin(1, null, Sessions.RECIPE, new Size(1024, 1024));
    Picture picture = Sessions.picture(144, 144);
    long before = used();
    List<TuningChange> tunings = new ArrayList<>();
    for (int i = 1; i <= MANY; i++) {
      if (i % 10 == 0) {
        tunings.add(
            new TuningChange(new Moment(0, i), Sessions.RECIPE.tuning().withStyleWeight(i)));
      }
      history.keep(
          store.keep(
              Sessions.mark(1, i),
              picture,
              Sessions.RECIPE.withHistory(tunings, new Moment(0, i))));
    }
    long taken = used() - before;
    assertEquals(MANY, snapshots.size());
    assertEquals(144, snapshots.getLast().thumbnail().size().longSide());
    assertTrue(taken < BOUND, () -> MANY + " snapshots take %,d bytes".formatted(taken));
    folder.discard();
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
