package studio.pastiche.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pastiche.engine.OptimizerState;
import studio.pastiche.engine.RunState;

/// What a killed session leaves behind.
class LeftSessionTest {
  @TempDir Path parent;

  /// In a container a process mostly has the number of the one before.
  @Test
  void aFolderIsNotThisProcesssOwnForHavingItsNumber() throws IOException {
    Path left = parent.resolve("session-" + ProcessHandle.current().pid() + "-before");
    Files.createDirectory(left);
    SessionFolder own = SessionFolder.create(parent);
    List<SessionFolder> found = SessionFolder.leftovers(parent);
    assertEquals(List.of(left), found.stream().map(SessionFolder::path).toList());
    found.forEach(SessionFolder::close);
    own.discard();
  }

  @Test
  void oneThatCantBeLockedHidesNoOther() throws IOException {
    Files.createDirectories(parent.resolve("session-1-odd").resolve("lock"));
    Path sound = Files.createDirectory(parent.resolve("session-2-sound"));
    List<SessionFolder> found = SessionFolder.leftovers(parent);
    assertEquals(List.of(sound), found.stream().map(SessionFolder::path).toList());
    found.forEach(SessionFolder::close);
  }

  @Test
  void whatIsToldOfItNeedsNoInputPictures() throws IOException {
    SessionFolder folder = SessionFolder.create(parent);
    InputPicture photo = InputPicture.ofPixels("photo.png", 2, 1, new int[] {-1, 0xff00ff00});
    SessionFile.write(
        folder,
        new Document(photo, List.of(), new TreeMap<>(), List.of(), List.of(), List.of(), 0, null));
    Files.delete(new InputStore(folder).file(photo.reference()));
    SessionFile.Outline outline = SessionFile.outline(folder);
    assertEquals("photo.png", outline.photo());
    assertNull(outline.document().content());
    folder.discard();
  }

  @Test
  void itGoesOnFromItsNewestStateWhereLittleIsLost() throws IOException {
    Document document = document(30_000);
    assertEquals(10, iteration(document));
  }

  @Test
  void itGoesOnFromItsNewestPictureWhereTheStateIsMuchOlder() throws IOException {
    Document document = document(31_000);
    assertEquals(40, iteration(document));
  }

  private static int iteration(Document document) {
    return document.leftOff().orElseThrow().mark().iteration();
  }

  /// A run with its state at iteration 10, and without at 20 and 40; another's is of no account.
  ///
  /// @param later so many milliseconds passed from 10 to 40
  private Document document(long later) throws IOException {
    SnapshotStore store = new SnapshotStore(SessionFolder.create(parent));
    RunState state = Sessions.state(new OptimizerState.OfLbfgs(List.of(), List.of()));
    List<Snapshot> snapshots =
        List.of(kept(store, 1, 50, state, later), kept(store, 2, 20, null, later / 2));
    List<Snapshot> autosaves =
        List.of(kept(store, 2, 10, state, 0), kept(store, 2, 40, null, later));
    store.folder().close();
    return new Document(null, List.of(), new TreeMap<>(), List.of(), snapshots, autosaves, 2, null);
  }

  private static Snapshot kept(
      SnapshotStore store, int run, int iteration, @Nullable RunState state, long at)
      throws IOException {
    Snapshot kept =
        store.keep(
            Sessions.mark(run, iteration),
            Sessions.picture(3, 2),
            Sessions.RECIPE,
            state,
            Sessions::noneLost);
    Files.setLastModifiedTime(kept.file(), FileTime.fromMillis(1_000_000_000_000L + at));
    return kept;
  }
}
