package studio.pastiche.ui;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.pastiche.file.UserFolders;
import studio.pastiche.ui.notice.Notice;

/// Something goes wrong that nobody expected.
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
@org.jspecify.annotations.NullUnmarked
class UnexpectedTest {
  @TempDir Path folder;
  private Desk desk;

  @Start
  void open(Stage stage) throws IOException {
    desk = new Desk(stage);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void theDocumentIsWrittenDownBeforeAnythingElse() throws IOException {
    desk.drop("#content-well .well", Desk.waves(folder.resolve("dear.png"), 40, 30, 0.3));
    desk.until("the photo is read", () -> desk.painting().content().get() != null);
    desk.crashes.happened(Thread.currentThread(), new IllegalStateException("nobody knew"));
    try (Stream<Path> files = Files.walk(UserFolders.ofThisUser().data().resolve("autosave"))) {
      assertTrue(files.filter(Files::isRegularFile).anyMatch(UnexpectedTest::namesThePhoto));
    }
    desk.until("it is said", () -> !desk.studio.notices().shown().isEmpty());
    desk.fx(
        () -> {
          desk.studio.notices().shown().clear(); // closing the desk wants nothing unexpected left
          return 0;
        });
  }

  /// All in one go on the JavaFX thread, so that nothing else has written it before.
  @Test
  void whatWasSetJustNowIsWrittenDown() {
    Path written =
        desk.fx(
            () -> {
              desk.painting().settings().size().set(96);
              desk.crashes.happened(Thread.currentThread(), new IllegalStateException("why"));
              try (Stream<Path> files =
                  Files.walk(UserFolders.ofThisUser().data().resolve("autosave"))) {
                return files
                    .filter(f -> f.endsWith("session.json"))
                    .filter(f -> contains(f, "\"96.0\""))
                    .findFirst()
                    .orElse(null);
              }
            });
    assertNotNull(written);
    desk.fx(
        () -> {
          desk.studio.notices().shown().clear();
          return 0;
        });
  }

  @Test
  void itIsSaidWithWhatToDoAndItsDetailsCanBeCopied(FxRobot robot) {
    desk.crashes.happened(Thread.currentThread(), new IllegalStateException("nobody knew"));
    desk.until("it is said", () -> !desk.studio.notices().shown().isEmpty());
    Notice said = desk.fx(() -> desk.studio.notices().shown().getFirst());
    assertTrue(said.detail().contains("Your pictures are still here"), said.detail());
    robot.clickOn("Copy details");
    String copied = desk.fx(() -> Clipboard.getSystemClipboard().getString());
    for (String part : List.of("nobody knew", "IllegalStateException", "Java 25")) {
      assertTrue(copied.contains(part), part + " is not in:\n" + copied);
    }
  }

  private static boolean namesThePhoto(Path file) {
    return file.endsWith("session.json") && contains(file, "dear.png");
  }

  private static boolean contains(Path file, String words) {
    try {
      return Files.readString(file).contains(words);
    } catch (IOException e) {
      return false;
    }
  }
}
