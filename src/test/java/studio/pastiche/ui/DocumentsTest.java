package studio.pastiche.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.pastiche.picture.EmbeddedText;
import studio.pastiche.session.BuiltInPresets;
import studio.pastiche.session.Snapshot;
import studio.pastiche.ui.document.DocumentDialogs;
import studio.pastiche.ui.painting.Phase;
import studio.pastiche.ui.task.TaskProgress;

/// Saves, opens and finds again projects in the whole window, with the real engine.
@ExtendWith(ApplicationExtension.class)
@Timeout(240)
@org.jspecify.annotations.NullUnmarked
class DocumentsTest {
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
  void aProjectIsSavedAndOpenedAgainWithEverything(FxRobot robot) {
    desk.paint(folder);
    Path project = folder.resolve("lake.pastiche");
    desk.documentDialogs.saveTo = project;
    assertEquals("• Untitled — Pastiche", title());
    desk.act("action.save-project");
    desk.until("it is saved", () -> desk.painting().file().get() != null && !dirty());
    assertEquals("photo", desk.documentDialogs.suggested);
    assertEquals("lake — Pastiche", title());
    List<Snapshot> before = desk.fx(() -> List.copyOf(desk.painting().snapshots()));

    desk.act("action.new-project");
    desk.until("the strip is empty", () -> desk.painting().snapshots().isEmpty());
    desk.until("the canvas is empty", () -> desk.node("#hint-sample").getParent().isVisible());
    assertFalse(
        desk.fx(
            () ->
                ((Pane) desk.node("#canvas"))
                    .getChildren().stream()
                        .filter(Canvas.class::isInstance)
                        .anyMatch(Node::isVisible)),
        "the old picture is still there");
    assertEquals(BuiltInPresets.BALANCED, desk.fx(() -> desk.painting().preset().get()));
    assertNull(desk.fx(() -> desk.painting().content().get()));
    assertEquals(512, desk.fx(() -> desk.painting().settings().size().getInt()));
    assertEquals(List.of(), desk.documentDialogs.asked);

    desk.documentDialogs.open = project;
    desk.act("action.open-project");
    desk.until("it is opened", () -> !desk.painting().snapshots().isEmpty());
    List<Snapshot> after = desk.fx(() -> List.copyOf(desk.painting().snapshots()));
    assertEquals(marks(before), marks(after));
    assertEquals(
        before.stream().map(Snapshot::recipe).toList(),
        after.stream().map(Snapshot::recipe).toList());
    desk.until("what was painted last is shown again", () -> desk.painting().frame().get() != null);
    assertEquals(
        after.getLast().mark().finalSize(),
        desk.fx(() -> desk.painting().frame().get().finalSize()));
    assertEquals("photo.png", desk.fx(() -> desk.painting().content().get().name()));
    assertEquals(64, desk.fx(() -> desk.painting().settings().size().getInt()));
    assertFalse(desk.fx(this::dirty));
    assertFalse(desk.fx(() -> desk.painting().edits().canUndo().get()));
  }

  @Test
  void anOpenedProjectKeepsItsSnapshotsWhateverTheLimits(FxRobot robot) {
    desk.paint(folder);
    int all = desk.fx(() -> desk.painting().snapshots().size());
    assertTrue(all > 2, () -> all + " snapshots");
    Path project = folder.resolve("lake.pastiche");
    desk.saveProject(project);
    desk.act("action.new-project");
    desk.until("the strip is empty", () -> desk.painting().snapshots().isEmpty());
    desk.fx(
        () -> {
          desk.settings.snapshotsPerRun().set(1);
          return 0;
        });
    desk.documentDialogs.open = project;
    desk.act("action.open-project");
    desk.until("it is opened", () -> !desk.painting().snapshots().isEmpty());
    assertEquals(all, desk.fx(() -> desk.painting().snapshots().size()));
    assertFalse(desk.fx(this::dirty));
    desk.fx(
        () -> {
          desk.painting().paint();
          return 0;
        });
    desk.until("another run is over", () -> lastMark().last() && lastMark().run() == 2);
    assertEquals(all + 1, desk.fx(() -> desk.painting().snapshots().size()), "the new run's last");
  }

  private Snapshot.Mark lastMark() {
    return desk.painting().snapshots().getLast().mark();
  }

  @Test
  void aNewProjectBeginsWithTheArtistsDefaultsAndAnOpenedOneLeavesTheDevice(FxRobot robot) {
    Path project = folder.resolve("lake.pastiche");
    desk.saveProject(project);
    desk.fx(
        () -> {
          desk.settings.size().set(900);
          desk.settings.device().set("cpu");
          desk.painting().settings().size().set(300);
          return 0;
        });
    desk.documentDialogs.answer = DocumentDialogs.Answer.DISCARD;
    desk.act("action.new-project");
    desk.until("it is new", () -> desk.painting().file().get() == null);
    assertEquals(900, desk.fx(() -> desk.painting().settings().size().getInt()));
    assertEquals("cpu", desk.fx(() -> desk.painting().settings().device().get()));
    desk.documentDialogs.open = project;
    desk.act("action.open-project");
    desk.until("it is opened", () -> desk.painting().file().get() != null);
    assertEquals(512, desk.fx(() -> desk.painting().settings().size().getInt()));
    assertEquals("cpu", desk.fx(() -> desk.painting().settings().device().get()));
  }

  @Test
  void aSnapshotOfAnOpenedProjectIsGoneOnFrom(FxRobot robot) {
    desk.paint(folder);
    Path project = folder.resolve("lake.pastiche");
    desk.saveProject(project);
    desk.fx(
        () -> {
          desk.studio.open(List.of(project));
          return 0;
        });
    desk.until("it is read", () -> desk.studio.tasks().running().isEmpty());
    desk.fx(
        () -> {
          desk.painting().continueFrom(desk.painting().snapshots().getFirst());
          return 0;
        });
    desk.until(
        "a second branch is finished",
        () ->
            desk.painting().phase().get() == Phase.IDLE
                && desk.painting().snapshots().getLast().mark().run() == 2);
    Snapshot first = desk.fx(() -> desk.painting().snapshots().getFirst());
    Snapshot last = desk.fx(() -> desk.painting().snapshots().getLast());
    assertEquals(12, last.mark().iteration());
    assertEquals(first.recipe(), last.recipe().continues().recipe());
    assertEquals(1, desk.fx(() -> desk.painting().branches().getLast().origin().branch()));
    assertTrue(desk.fx(this::dirty));
  }

  @Test
  void whatWasSavedInMidRunGoesOnWithTheSameRun(FxRobot robot) {
    desk.paintOn(folder);
    desk.until("it is under way", () -> iteration() > 5);
    Path project = folder.resolve("mid-run.pastiche");
    desk.saveProject(project);
    int saved = desk.fx(() -> desk.painting().snapshots().getLast().mark().iteration());
    desk.fx(
        () -> {
          desk.painting().stop();
          return 0;
        });
    desk.until("it has stopped", () -> desk.painting().phase().get() == Phase.IDLE);
    desk.documentDialogs.answer = DocumentDialogs.Answer.DISCARD;
    desk.act("action.new-project");
    desk.until("the strip is empty", () -> desk.painting().snapshots().isEmpty());
    desk.documentDialogs.open = project;
    desk.act("action.open-project");
    desk.until("going on is offered", () -> offered("Go on painting"));
    desk.act("action.new-project");
    desk.until("the strip is empty again", () -> desk.painting().snapshots().isEmpty());
    assertFalse(desk.fx(() -> offered("Go on painting")), "that went with its document");
    desk.act("action.open-project");
    desk.until("going on is offered again", () -> offered("Go on painting"));
    robot.clickOn("Go on painting");
    desk.until("it paints", () -> desk.painting().phase().get() == Phase.PAINTING);
    desk.until("it gets further than it was", () -> iteration() > saved);
    assertEquals(1, desk.fx(() -> desk.painting().branches().size()), "the same run goes on");
    assertFalse(offered("Go on painting"));
  }

  @Test
  void savingWhilePaintingKeepsThisMomentWithItsState(FxRobot robot) {
    desk.paintOn(folder);
    desk.documentDialogs.saveTo = folder.resolve("going.pastiche");
    desk.act("action.save-project");
    desk.until("it is saved", () -> desk.painting().file().get() != null);
    assertEquals(Phase.PAINTING, desk.fx(() -> desk.painting().phase().get()));
    assertTrue(
        desk.fx(() -> desk.painting().snapshots().stream().anyMatch(s -> s.state() != null)));
  }

  @Test
  void allSnapshotsAreSavedAsPicturesBesideWhatIsThere(FxRobot robot) throws IOException {
    desk.paint(folder);
    List<Snapshot> all = desk.fx(() -> List.copyOf(desk.painting().snapshots()));
    Path pictures = Files.createDirectory(folder.resolve("pictures"));
    Path there = Files.writeString(pictures.resolve("photo-painting.png"), "something else");
    desk.dialogs.saveTo = pictures;
    desk.dialogs.recipe = false;
    desk.act("action.save-all");
    desk.until(
        "all are marked", () -> desk.painting().snapshots().stream().allMatch(s -> s.saved()));
    assertEquals("something else", Files.readString(there));
    try (Stream<Path> files = Files.list(pictures)) {
      List<String> names = files.map(f -> f.getFileName().toString()).sorted().toList();
      assertEquals(all.size() + 1, names.size(), names::toString);
      assertTrue(names.contains("photo-painting (2).png"), names::toString);
    }
    assertEquals(Optional.empty(), EmbeddedText.read(pictures.resolve("photo-painting (2).png")));
    desk.askToClose();
    assertEquals(List.of(), desk.documentDialogs.asked);
  }

  @Test
  void aDamagedProjectIsOpenedAsFarAsItGoes(FxRobot robot) throws IOException {
    desk.paint(folder);
    Path project = folder.resolve("lake.pastiche");
    desk.saveProject(project);
    byte[] whole = Files.readAllBytes(project);
    Path cut = Files.write(folder.resolve("cut.pastiche"), Arrays.copyOf(whole, whole.length / 3));
    desk.fx(
        () -> {
          desk.studio.open(List.of(cut));
          return 0;
        });
    desk.until("it is told", () -> desk.error("cut.pastiche").isPresent());
    String words = desk.error("cut.pastiche").orElseThrow().detail();
    assertTrue(words.startsWith("Snapshots opened: "), words);
    assertEquals(cut, desk.fx(() -> desk.painting().file().get()));
  }

  @Test
  void whatCantBeOpenedChangesNothing(FxRobot robot) throws IOException {
    desk.paint(folder);
    Path other = Files.writeString(folder.resolve("notes.pastiche"), "a text");
    desk.documentDialogs.answer = DocumentDialogs.Answer.DISCARD;
    desk.fx(
        () -> {
          desk.studio.open(List.of(other));
          return 0;
        });
    desk.until("it is told", () -> desk.error("notes.pastiche").isPresent());
    assertFalse(desk.fx(() -> desk.painting().snapshots().isEmpty()));
    assertEquals("photo.png", desk.fx(() -> desk.painting().content().get().name()));
  }

  @Test
  void twoSavesAtOnceComeOneAfterTheOther() throws Exception {
    desk.paint(folder);
    desk.saveProject(folder.resolve("lake.pastiche"));
    List<Integer> together = new ArrayList<>();
    desk.fx(
        () -> {
          desk.studio
              .tasks()
              .running()
              .addListener(
                  (ListChangeListener<TaskProgress>)
                      _ -> together.add(desk.studio.tasks().running().size()));
          desk.studio.documents().save();
          desk.painting().settings().contentWeight().set(3);
          desk.studio.documents().save();
          return 0;
        });
    desk.until("both are saved", () -> together.size() == 4 && !dirty());
    assertEquals(List.of(1, 0, 1, 0), together);
  }

  @Test
  void recentProjectsAreListedAndMissingOnesMarked(FxRobot robot) throws IOException {
    Path project = folder.resolve("lake.pastiche");
    desk.saveProject(project);
    // the list may hold another test's lake, which is gone
    String here = folder.toString();
    desk.until("it is listed", () -> recent().getItems().getFirst().getText().contains(here));
    assertFalse(desk.fx(() -> recent().getItems().getFirst().isDisable()));
    Files.delete(project);
    desk.fx(
        () -> {
          recent().getOnShowing().handle(null);
          return 0;
        });
    desk.until(
        "it is marked", () -> recent().getItems().getFirst().getText().contains("not there"));
    assertTrue(desk.fx(() -> recent().getItems().getFirst().isDisable()));
    desk.fx(
        () -> {
          recent().getItems().getLast().fire();
          return 0;
        });
    desk.until("it is cleared", () -> recent().getItems().size() == 1);
  }

  private int iteration() {
    return desk.painting().progress().get() == null ? 0 : desk.painting().progress().get().done();
  }

  private boolean offered(String words) {
    return desk.studio.notices().shown().stream()
        .flatMap(notice -> notice.offers().stream())
        .anyMatch(offer -> offer.words().equals(words));
  }

  private boolean dirty() {
    return desk.studio.documents().dirty().get();
  }

  private String title() {
    return desk.fx(() -> desk.studio.documents().title().get());
  }

  private Menu recent() {
    return ((MenuBar) desk.node("#menu-bar"))
        .getMenus().stream()
            .flatMap(m -> m.getItems().stream())
            .filter(i -> "recent-projects".equals(i.getId()))
            .map(i -> (Menu) i)
            .findFirst()
            .orElseThrow();
  }

  private static List<Snapshot.Mark> marks(List<Snapshot> snapshots) {
    return snapshots.stream().map(Snapshot::mark).toList();
  }
}
