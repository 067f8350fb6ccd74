package studio.pastiche.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.pastiche.session.ProjectFile;
import studio.pastiche.session.SessionFolder;
import studio.pastiche.ui.document.DocumentDialogs;

/// What is asked before a document goes, in the whole window, with the real engine.
@ExtendWith(ApplicationExtension.class)
@Timeout(240)
@org.jspecify.annotations.NullUnmarked
class LeavingTest {
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
  void closingAsksAndSavesWhereTheArtistSaysSo(FxRobot robot) {
    desk.paint(folder);
    desk.askToClose();
    assertEquals(1, desk.documentDialogs.asked.size());
    assertTrue(desk.fx(() -> desk.stage.isShowing()), "called off");
    Path project = folder.resolve("kept.pastiche");
    desk.documentDialogs.answer = DocumentDialogs.Answer.SAVE;
    desk.documentDialogs.saveTo = project;
    desk.askToClose();
    desk.until("it is saved and closed", () -> !desk.stage.isShowing());
    assertTrue(Files.exists(project));
  }

  @Test
  void aPlaceThatCantBeWrittenKeepsTheWindowOpen(FxRobot robot) {
    desk.paint(folder);
    desk.documentDialogs.answer = DocumentDialogs.Answer.SAVE;
    desk.documentDialogs.saveTo = folder.resolve("no such folder").resolve("x.pastiche");
    desk.askToClose();
    desk.until("it is told", () -> desk.error("x.pastiche").isPresent());
    assertTrue(desk.fx(() -> desk.stage.isShowing()));
    assertFalse(desk.fx(() -> desk.painting().snapshots().isEmpty()));
  }

  @Test
  void aSaveThatCantKeepThisMomentIsToldAndKeepsTheWindowOpen() throws Exception {
    desk.paintOn(folder);
    // as a full disk does
    Path snapshots = desk.fx(() -> desk.painting().snapshots().getFirst().file().getParent());
    Files.move(snapshots, snapshots.resolveSibling("elsewhere"));
    desk.documentDialogs.answer = DocumentDialogs.Answer.SAVE;
    desk.documentDialogs.saveTo = folder.resolve("going.pastiche");
    desk.askToClose();
    desk.until("it is told", () -> desk.error("going.pastiche").isPresent());
    assertTrue(desk.fx(() -> desk.stage.isShowing()));
    assertTrue(Files.notExists(desk.documentDialogs.saveTo));
  }

  /// All in one go on the JavaFX thread, so that the project is read in the meantime.
  @Test
  void whatIsDoneWhileAProjectIsReadIsAskedAbout() throws Exception {
    desk.paint(folder);
    desk.saveProject(folder.resolve("lake.pastiche"));
    desk.fx(
        () -> {
          desk.studio.open(List.of(desk.painting().file().get()));
          desk.painting().history().pin(desk.painting().snapshots().getFirst(), true);
          return 0;
        });
    desk.until("it is asked", () -> !desk.documentDialogs.asked.isEmpty());
    desk.until("nothing is done any more", () -> desk.studio.tasks().running().isEmpty());
    assertTrue(desk.fx(() -> desk.painting().snapshots().getFirst().pinned()), "it stays");
  }

  /// The run's end is there when the project is begun to be read, and told while it is.
  @Test
  void whatARunBringsWhileAProjectIsReadIsNotAskedAboutAgain() {
    desk.paint(folder);
    Path project = folder.resolve("lake.pastiche");
    desk.saveProject(project);
    desk.fx(
        () -> {
          desk.painting().settings().iterations().set(1_000_000);
          desk.painting().paint();
          return 0;
        });
    desk.until("more is kept", () -> desk.painting().snapshots().size() > 3);
    desk.documentDialogs.answer = DocumentDialogs.Answer.DISCARD;
    desk.fx(
        () -> {
          desk.painting().abandon();
          desk.studio.open(List.of(project));
          return 0;
        });
    desk.until("it is opened", () -> desk.painting().snapshots().size() == 3);
    assertEquals(1, desk.documentDialogs.asked.size(), desk.documentDialogs.asked::toString);
  }

  @Test
  void aNewProjectWaitsForWhatIsBeingSaved() throws Exception {
    desk.paint(folder);
    Path project = folder.resolve("lake.pastiche");
    desk.documentDialogs.saveTo = project;
    desk.fx(
        () -> {
          desk.studio.documents().save();
          desk.studio.documents().startAnew();
          return 0;
        });
    desk.until("the strip is empty", () -> desk.painting().snapshots().isEmpty());
    assertEquals(List.of(), desk.documentDialogs.asked);
    assertEquals(3, whole(project));
  }

  @Test
  void theWindowWaitsForWhatIsBeingSavedWhileItPaints() throws Exception {
    desk.paintOn(folder);
    Path project = folder.resolve("lake.pastiche");
    desk.documentDialogs.saveTo = project;
    desk.settings.askBeforeClosing().value().set(false);
    desk.fx(
        () -> {
          desk.studio.documents().save();
          return 0;
        });
    desk.askToClose();
    desk.until("it is closed", () -> !desk.stage.isShowing());
    assertTrue(whole(project) > 0);
  }

  /// How many snapshots an undamaged project holds.
  private int whole(Path project) throws IOException {
    SessionFolder session = SessionFolder.create(folder.resolve("sessions"));
    ProjectFile.Opened opened = ProjectFile.open(project, session, _ -> {});
    assertEquals(List.of(), opened.damages());
    session.discard();
    return opened.document().snapshots().size();
  }

  @Test
  void anExportInHandIsAskedAboutAndEndsWithItsDocument(FxRobot robot) {
    CountDownLatch calledOff = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    desk.fx(
        () ->
            desk.studio
                .tasks()
                .export(
                    new ReadOnlyStringWrapper("Exporting lake.mp4"),
                    _ -> {
                      never.await();
                      return "";
                    },
                    _ -> {},
                    _ -> {},
                    calledOff::countDown));
    desk.act("action.new-project");
    assertEquals(
        List.of("Exporting lake.mp4 is not finished and would be called off."),
        desk.documentDialogs.asked);
    assertEquals(1, desk.fx(() -> desk.studio.tasks().exports().size()));
    desk.documentDialogs.answer = DocumentDialogs.Answer.DISCARD;
    desk.act("action.new-project");
    desk.until("it is called off", () -> calledOff.getCount() == 0);
    assertEquals(List.of(), desk.fx(() -> desk.studio.tasks().exports()));
  }
}
