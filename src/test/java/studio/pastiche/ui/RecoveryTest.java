package studio.pastiche.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Button;
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
import studio.pastiche.session.SessionFolder;
import studio.pastiche.ui.notice.Notice;
import studio.pastiche.ui.painting.Phase;

/// What sessions leave whose process was killed, in the whole window, with the real engine.
@ExtendWith(ApplicationExtension.class)
@Timeout(240)
@org.jspecify.annotations.NullUnmarked
class RecoveryTest {
  private static final Path SESSIONS = UserFolders.ofThisUser().data().resolve("autosave");

  @TempDir Path folder;
  private Desk desk;

  @Start
  void open(Stage stage) throws IOException {
    for (SessionFolder each : SessionFolder.leftovers(SESSIONS)) {
      each.discard();
    }
    desk = new Desk(stage);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aKilledSessionIsOfferedAndGoesOnPainting(FxRobot robot) throws Exception {
    desk.close();
    plant();
    desk = desk.again();
    desk.until("it is offered", () -> desk.node("#recovery").isVisible());
    Button goOn = (Button) desk.node("#recover");
    assertEquals("Go on painting", goOn.getText());
    robot.clickOn(goOn);
    desk.until("it paints", () -> desk.painting().phase().get() == Phase.PAINTING);
    assertFalse(desk.node("#recovery").isVisible());
    assertEquals(
        List.of(1),
        desk.fx(() -> desk.painting().branches().stream().map(b -> b.number()).toList()));
    desk.until(
        "it gets further",
        () ->
            desk.painting().progress().get() != null
                && desk.painting().progress().get().done() > 10);
  }

  @Test
  void aDiscardedSessionIsGone(FxRobot robot) throws Exception {
    desk.close();
    Path left = plant();
    desk = desk.again();
    desk.until("it is offered", () -> desk.node("#recovery").isVisible());
    robot.clickOn("#discard-recovery");
    desk.until("it is gone", () -> !Files.exists(left));
    assertFalse(desk.node("#recovery").isVisible());
  }

  @Test
  void whatCantBeReadIsToldAndStaysAndHidesNothingElse() throws Exception {
    desk.close();
    plant();
    Path newer = Files.createDirectory(SESSIONS.resolve("session-2-newer"));
    Files.writeString(
        newer.resolve("session.json"),
        "{\"application\": \"Pastiche project\", \"format\": 99, \"version\": \"9.9\"}");
    Path damaged = Files.createDirectory(SESSIONS.resolve("session-2-damaged"));
    Files.writeString(damaged.resolve("session.json"), "{");
    desk = desk.again();
    desk.until("the sound one is offered", () -> desk.node("#recovery").isVisible());
    List<Notice> told =
        desk.fx(
            () ->
                desk.studio.notices().shown().stream()
                    .filter(n -> n.title().equals("An earlier session can’t be read"))
                    .toList());
    assertEquals(2, told.size());
    assertTrue(told.stream().anyMatch(n -> n.detail().contains("newer version of Pastiche (9.9)")));
    for (Path each : List.of(newer, damaged)) {
      assertTrue(Files.exists(each.resolve("session.json")));
      Notice one =
          told.stream().filter(n -> n.detail().contains(each.toString())).findFirst().orElseThrow();
      desk.fx(
          () -> {
            one.offers().getFirst().does().run();
            return 0;
          });
      desk.until("it is discarded where one says so", () -> !Files.exists(each));
    }
  }

  @Test
  void aSettingIsWrittenDownByItself() {
    desk.paint(folder);
    Path written =
        desk.fx(
            () ->
                desk.painting()
                    .snapshots()
                    .getFirst()
                    .file()
                    .resolveSibling("../session.json")
                    .normalize());
    desk.fx(
        () -> {
          desk.painting().settings().size().set(96);
          return 0;
        });
    desk.until("it is written", () -> Files.readString(written).contains("\"96.0\""));
  }

  @Test
  void whatAProjectHoldsIsNotOfferedAgain() throws Exception {
    desk.paint(folder);
    desk.saveProject(folder.resolve("lake.pastiche"));
    Path left = leaveBehind();
    desk = desk.again();
    desk.until("it is cleared away", () -> !Files.exists(left));
    assertFalse(desk.node("#recovery").isVisible());
  }

  @Test
  void whatAProjectDoesNotHoldIsOffered() throws Exception {
    desk.paint(folder);
    desk.saveProject(folder.resolve("lake.pastiche"));
    desk.fx(
        () -> {
          desk.painting().settings().contentWeight().set(3);
          return 0;
        });
    Path left = leaveBehind();
    desk = desk.again();
    desk.until("it is offered", () -> desk.node("#recovery").isVisible());
    assertTrue(Files.exists(left));
  }

  @Test
  void aClosedStudioLeavesNoSession(FxRobot robot) throws IOException {
    desk.paint(folder);
    desk.close();
    try (Stream<Path> left = Files.list(SESSIONS)) {
      assertEquals(
          List.of(), left.filter(f -> f.getFileName().toString().startsWith("session-")).toList());
    }
    desk = desk.again();
  }

  /// What a killed process leaves: a session of another process's, in the middle of a painting.
  private Path plant() throws Exception {
    desk = desk.again();
    desk.paintOn(folder);
    desk.fx(
        () -> {
          desk.painting().pause();
          return 0;
        });
    desk.until("it is paused", () -> desk.painting().phase().get() == Phase.PAUSED);
    return leaveBehind();
  }

  /// Closes the window, and puts its session back as one that another process has left.
  private Path leaveBehind() throws Exception {
    desk.fx(
        () -> {
          desk.painting().awaitWritten();
          return 0;
        });
    Path here =
        desk.fx(() -> desk.painting().snapshots().getFirst().file().getParent().getParent());
    Path left = SESSIONS.resolve("session-1-planted");
    copy(here, left);
    desk.close();
    return left;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path copy = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(each, copy);
        }
      }
    }
  }
}
