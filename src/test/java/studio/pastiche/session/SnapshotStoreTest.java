package studio.pastiche.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pastiche.engine.OptimizerState;
import studio.pastiche.engine.RunState;
import studio.pastiche.file.FileException;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;

class SnapshotStoreTest {
  @TempDir Path parent;

  @Test
  void aSnapshotComesBackExactTo16Bits() throws IOException {
    float[] rgb = new float[18];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = i % 5 / 4f;
    }
    float[] alpha = {0, 0.2f, 0.4f, 0.6f, 0.8f, 1};
    SnapshotStore store = new SnapshotStore(SessionFolder.create(parent));
    Snapshot kept = store.keep(Sessions.mark(1, 50), Picture.of(3, 2, rgb, alpha), Sessions.RECIPE);
    Picture back = store.picture(kept);
    assertArrayEquals(rgb, back.rgb(), 1f / 65535);
    float[] alphaBack = back.alpha();
    assertNotNull(alphaBack);
    assertArrayEquals(alpha, alphaBack, 1f / 65535);
    assertEquals(new Size(3, 2), kept.thumbnail().size());
    assertEquals(0xff, kept.thumbnail().argb()[0] >>> 24);
    assertNull(kept.state());
  }

  @Test
  void aFileThatWasThereBeforeIsLeftAlone() throws IOException {
    SessionFolder session = SessionFolder.create(parent);
    SnapshotStore store = new SnapshotStore(session);
    Snapshot kept = store.keep(Sessions.mark(1, 1), Sessions.picture(3, 2), Sessions.RECIPE);
    SnapshotStore another = new SnapshotStore(session);
    assertThrows(
        IOException.class,
        () -> another.keep(Sessions.mark(1, 2), Sessions.picture(2, 2), Sessions.RECIPE));
    assertEquals(new Size(3, 2), store.picture(kept).size());
  }

  @Test
  void aRunsStateComesBackBitForBit() throws IOException {
    SnapshotStore store = new SnapshotStore(SessionFolder.create(parent));
    for (OptimizerState optimizer :
        List.of(
            new OptimizerState.OfAdam(7, Sessions.numbers(18, 3), Sessions.numbers(18, 4)),
            new OptimizerState.OfLbfgs(
                List.of(Sessions.numbers(18, 5), Sessions.numbers(18, 6)),
                List.of(Sessions.numbers(18, 7), Sessions.numbers(18, 8))),
            new OptimizerState.OfLbfgs(List.of(), List.of()))) {
      RunState state = Sessions.state(optimizer);
      Snapshot kept =
          store.keep(
              Sessions.mark(1, 7),
              Sessions.picture(3, 2),
              Sessions.RECIPE,
              state,
              Sessions::noneLost);
      RunState back = store.state(kept);
      assertNotNull(back);
      Sessions.assertSame(state, back);
    }
  }

  @Test
  void aDamagedStateIsAsGoodAsNone() throws IOException {
    SnapshotStore store = new SnapshotStore(SessionFolder.create(parent));
    RunState state =
        Sessions.state(
            new OptimizerState.OfAdam(7, Sessions.numbers(18, 3), Sessions.numbers(18, 4)));
    Snapshot kept =
        store.keep(
            Sessions.mark(1, 7),
            Sessions.picture(3, 2),
            Sessions.RECIPE,
            state,
            Sessions::noneLost);
    Path file = kept.state();
    assertNotNull(file);
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at += 11) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      Files.write(file, damaged);
      assertNull(store.state(kept), "damaged at " + at);
      Files.write(file, Arrays.copyOf(whole, at));
      assertNull(store.state(kept), "cut short at " + at);
    }
    Files.delete(file);
    assertNull(store.state(kept));
  }

  @Test
  void aDamagedPictureIsToldWithItsFile() throws IOException {
    SnapshotStore store = new SnapshotStore(SessionFolder.create(parent));
    Snapshot kept = store.keep(Sessions.mark(1, 7), Sessions.picture(30, 20), Sessions.RECIPE);
    byte[] whole = Files.readAllBytes(kept.file());
    Files.write(kept.file(), Arrays.copyOf(whole, whole.length / 2));
    FileException e = assertThrows(FileException.class, () -> store.picture(kept));
    assertTrue(String.valueOf(e.getMessage()).contains("00001.planes"), e.getMessage());
    Files.write(kept.file(), new byte[] {1, 2, 3}, StandardOpenOption.TRUNCATE_EXISTING);
    assertThrows(FileException.class, () -> store.picture(kept));
  }

  @Test
  void aDiskThatTakesNothingIsReported() throws IOException {
    SessionFolder folder = SessionFolder.create(parent);
    SnapshotStore store = new SnapshotStore(folder);
    folder.discard();
    assertThrows(
        IOException.class,
        () -> store.keep(Sessions.mark(1, 1), Sessions.picture(3, 2), Sessions.RECIPE));
  }

  @Test
  void aStateThatTheDiskDoesNotTakeIsToldAndThePictureKept() throws IOException {
    SessionFolder folder = SessionFolder.create(parent);
    SnapshotStore store = new SnapshotStore(folder);
    Files.delete(folder.states());
    RunState state = Sessions.state(new OptimizerState.OfLbfgs(List.of(), List.of()));
    List<IOException> lost = new ArrayList<>();
    Snapshot kept =
        store.keep(Sessions.mark(1, 7), Sessions.picture(3, 2), Sessions.RECIPE, state, lost::add);
    assertEquals(1, lost.size());
    assertNull(kept.state());
    assertEquals(new Size(3, 2), store.picture(kept).size());
  }

  @Test
  void aDiscardedSessionLeavesNothingOnTheDisk() throws IOException {
    SessionFolder folder = SessionFolder.create(parent);
    var _ =
        new SnapshotStore(folder)
            .keep(Sessions.mark(1, 1), Sessions.picture(3, 2), Sessions.RECIPE);
    folder.discard();
    try (Stream<Path> left = Files.list(parent)) {
      assertEquals(List.of(), left.filter(Files::isDirectory).toList());
    }
  }

  /// A session that was killed may have written a file that its document does not know yet.
  @Test
  void whatAKilledSessionLeftIsNotWrittenOver() throws IOException {
    SessionFolder left = SessionFolder.create(parent);
    SnapshotStore first = new SnapshotStore(left);
    var _ = first.keep(Sessions.mark(1, 1), Sessions.picture(3, 2), Sessions.RECIPE);
    var _ = first.keep(Sessions.mark(1, 2), Sessions.picture(3, 2), Sessions.RECIPE);
    SnapshotStore next = new SnapshotStore(SessionFolder.create(parent));
    next.moveTo(left, 1);
    assertEquals(3, next.keep(Sessions.mark(1, 2), Sessions.picture(3, 2), Sessions.RECIPE).id());
  }
}
