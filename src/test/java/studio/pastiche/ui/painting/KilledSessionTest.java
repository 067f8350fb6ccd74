package studio.pastiche.ui.painting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.pastiche.engine.RunState;
import studio.pastiche.session.Document;
import studio.pastiche.session.ProjectFile;
import studio.pastiche.session.SessionFile;
import studio.pastiche.session.SessionFolder;
import studio.pastiche.session.Snapshot;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.ui.task.EngineRoom;

/// Really kills a process that paints, and goes on with what it has left.
@ExtendWith(ApplicationExtension.class)
@Timeout(300)
@org.jspecify.annotations.NullUnmarked
class KilledSessionTest {
  private static final int ENOUGH = 25;

  @TempDir Path folder;

  @Start
  void open(Stage stage) {}

  @Test
  void aPaintingWhoseProcessIsKilledGoesOnFromItsLastAutosave() throws Exception {
    Path sessions = folder.resolve("sessions");
    int written = paintedUntilKilled(sessions);

    List<SessionFolder> left = SessionFolder.leftovers(sessions);
    assertEquals(1, left.size());
    ProjectFile.Opened opened = SessionFile.read(left.getFirst());
    assertEquals(List.of(), opened.damages());
    Document document = opened.document();
    assertEquals(1, document.painting());
    assertEquals("photo.png", document.content().name());
    assertEquals("64.0", document.settings().get("setting.size"));
    Snapshot autosave = document.leftOff().orElseThrow();
    int iteration = autosave.mark().iteration();
    assertTrue(iteration >= written, iteration + " was kept, but " + written + " was written");

    SnapshotStore store = new SnapshotStore(SessionFolder.create(folder));
    RunState state = Objects.requireNonNull(store.state(autosave));
    assertEquals(iteration, state.moment().iteration());
    assertEquals(autosave.size(), store.picture(autosave).size());
    goOn(document, left.getFirst(), store, state);
    left.getFirst().discard();
  }

  /// Returns which iteration's autosave was safe by then.
  private static int paintedUntilKilled(Path sessions) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(PaintingProcess.command(sessions)).redirectErrorStream(true).start();
    List<String> said = new ArrayList<>();
    int written = 0;
    int painted = 0;
    try (BufferedReader lines = process.inputReader()) {
      // Some more are painted after the last that is written, so that something is lost.
      while (painted <= Math.max(ENOUGH, written) || written < ENOUGH) {
        String line = lines.readLine();
        assertNotNull(line, () -> "it ended by itself: " + said);
        said.add(line);
        if (line.startsWith("written ")) {
          written = Integer.parseInt(line.substring(8));
        } else if (line.startsWith("painted ")) {
          painted = Integer.parseInt(line.substring(8));
        }
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    return written;
  }

  private static void goOn(
      Document document, SessionFolder left, SnapshotStore store, RunState state) throws Exception {
    Snapshot autosave = document.leftOff().orElseThrow();
    CountDownLatch further = new CountDownLatch(1);
    Painting painting =
        WaitForAsyncUtils.asyncFx(
                () -> {
                  Painting made = new Painting(new EngineRoom(), store);
                  store.moveTo(left, document.highestId());
                  List<Snapshot> snapshots = new ArrayList<>(document.snapshots());
                  snapshots.addAll(document.autosaves());
                  made.open(document.with(snapshots));
                  made.progress()
                      .addListener(
                          (_, _, now) -> {
                            if (now != null && now.done() > autosave.mark().iteration() + 3) {
                              further.countDown();
                            }
                          });
                  made.goOn(autosave, state);
                  return made;
                })
            .get(60, TimeUnit.SECONDS);
    assertTrue(further.await(120, TimeUnit.SECONDS));
    WaitForAsyncUtils.asyncFx(painting::abandon).get(60, TimeUnit.SECONDS);
    WaitForAsyncUtils.waitForFxEvents();
    List<Integer> runs =
        WaitForAsyncUtils.asyncFx(
                () -> painting.snapshots().stream().map(s -> s.mark().run()).distinct().toList())
            .get();
    assertEquals(List.of(1), runs, "the same branch goes on");
  }
}
