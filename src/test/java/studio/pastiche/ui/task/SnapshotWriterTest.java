package studio.pastiche.ui.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.pastiche.picture.Picture;
import studio.pastiche.session.SessionFolder;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.ui.history.Histories;

@ExtendWith(ApplicationExtension.class)
@Timeout(60)
@org.jspecify.annotations.NullUnmarked
class SnapshotWriterTest {
  @TempDir Path folder;

  @Start
  void open(Stage stage) {}

  @Test
  void whoeverTellsOfTheEndDoesSoAfterEverySnapshot() throws IOException {
    SnapshotStore store = new SnapshotStore(SessionFolder.create(folder));
    Picture large = Picture.of(800, 800, new float[3 * 800 * 800]);
    List<String> told = new ArrayList<>();
    SnapshotWriter writer =
        new SnapshotWriter(
            store, _ -> told.add("kept"), _ -> told.add("not kept"), _ -> {}, _ -> {});
    try (writer) {
      for (int i = 1; i <= 3; i++) {
        writer.keep(
            Histories.snapshot(1, 1, i, 1).mark(),
            large,
            Histories.RECIPE,
            null,
            List.of(),
            () -> {});
      }
    }
    Platform.runLater(() -> told.add("over"));
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(List.of("kept", "kept", "kept", "over"), told);
    store.folder().discard();
  }
}
