package studio.pastiche.ui.saving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.PictureReader;
import studio.pastiche.picture.Size;
import studio.pastiche.session.SessionFolder;
import studio.pastiche.session.Snapshot;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.ui.history.Histories;

class DragFilesTest {
  @TempDir Path folder;

  @Test
  void afterAnotherDocumentCameItsOwnPictureIsDraggedOut() throws IOException {
    SnapshotStore store = new SnapshotStore(SessionFolder.create(folder));
    DragFiles files = new DragFiles(folder.resolve("cache"), store, _ -> "{}");
    Snapshot before = kept(store, 3);
    Path first = dragged(files, before);
    store.moveTo(SessionFolder.create(folder), 0);
    Snapshot after = kept(store, 5);
    assertEquals(before.id(), after.id());
    Path second = dragged(files, after);
    assertNotEquals(first, second);
    assertEquals(new Size(3, 2), PictureReader.read(first).size());
    assertEquals(new Size(5, 2), PictureReader.read(second).size());
  }

  /// On a busy machine a file may be too late for one drag, and is there for the next.
  private static Path dragged(DragFiles files, Snapshot snapshot) {
    return files.file(snapshot).or(() -> files.file(snapshot)).orElseThrow();
  }

  private static Snapshot kept(SnapshotStore store, int width) throws IOException {
    return store.keep(
        Histories.snapshot(1, 1, 10, 0.5).mark(),
        Picture.of(width, 2, new float[3 * width * 2]),
        Histories.RECIPE);
  }
}
