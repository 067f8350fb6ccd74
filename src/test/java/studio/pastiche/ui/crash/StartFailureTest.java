package studio.pastiche.ui.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.pastiche.ui.text.Language;
import studio.pastiche.ui.text.Texts;

@ExtendWith(ApplicationExtension.class)
@Timeout(60)
@org.jspecify.annotations.NullUnmarked
class StartFailureTest {
  @TempDir Path folder;

  @Start
  void open(Stage stage) {}

  @Test
  void whatIsKnownIsWrittenDownAndNamed() throws IOException {
    StartFailure failure =
        StartFailure.of(new IOException("no room for snapshots"), folder.resolve("log"));
    assertTrue(
        failure.getMessage().startsWith("the studio could not open: no room for snapshots; "),
        failure.getMessage());
    String written = Files.readString(failure.file());
    for (String part :
        List.of(
            "no room for snapshots", "java.io.IOException", "Pastiche 0.", "Java 25", "JavaFX")) {
      assertTrue(written.contains(part), part + " is not in:\n" + written);
    }
  }

  @Test
  void withoutALogFolderTheReasonIsStillSaid() throws IOException {
    Path inTheWay = Files.writeString(folder.resolve("log"), "a file");
    assertEquals(
        "the studio could not open: no room",
        StartFailure.of(new IOException("no room"), inTheWay).getMessage());
  }

  @Test
  void theDialogSaysWhatToDoAndCopiesTheDetails(FxRobot robot) throws Exception {
    StartFailure failure = StartFailure.of(new IOException("no room"), folder);
    Future<?> closed =
        WaitForAsyncUtils.asyncFx(
            () -> new StartFailureDialog(failure, new Texts(Language.ENGLISH)).show());
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> robot.lookup("Copy details").tryQuery().isPresent());
    robot.clickOn("Copy details");
    String copied =
        WaitForAsyncUtils.asyncFx(() -> Clipboard.getSystemClipboard().getString())
            .get(20, TimeUnit.SECONDS);
    assertEquals(failure.report(), copied);
    robot.clickOn("Close");
    closed.get(20, TimeUnit.SECONDS);
  }
}
