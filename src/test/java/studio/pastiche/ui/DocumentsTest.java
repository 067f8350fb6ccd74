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
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.pastiche.file.UserFolders;
import studio.pastiche.picture.EmbeddedText;
import studio.pastiche.session.BuiltInPresets;
import studio.pastiche.session.SessionFolder;
import studio.pastiche.session.Snapshot;
import studio.pastiche.ui.document.DocumentDialogs;
import studio.pastiche.ui.notice.Notice;
import studio.pastiche.ui.painting.Phase;
import studio.pastiche.ui.task.TaskProgress;

/// Saves, opens and finds again projects in the whole window, with the real engine.
@ExtendWith(ApplicationExtension.class)
@Timeout(240)
@org.jspecify.annotations.NullUnmarked
class DocumentsTest {
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
  void aProjectIsSavedAndOpenedAgainWithEverything(FxRobot robot) {
    paint(12);
    Path project = folder.resolve("lake.pastiche");
    desk.documentDialogs.saveTo = project;
    assertEquals("• Untitled — Pastiche", title());
    act("action.save-project");
    desk.until("it is saved", () -> desk.painting().file().get() != null && !dirty());
    assertEquals("photo", desk.documentDialogs.suggested);
    assertEquals("lake — Pastiche", title());
    List<Snapshot> before = desk.fx(() -> List.copyOf(desk.painting().snapshots()));

    act("action.new-project");
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
    act("action.open-project");
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
    paint(12);
    int all = desk.fx(() -> desk.painting().snapshots().size());
    assertTrue(all > 2, () -> all + " snapshots");
    Path project = folder.resolve("lake.pastiche");
    desk.documentDialogs.saveTo = project;
    act("action.save-project");
    desk.until("it is saved", () -> desk.painting().file().get() != null && !dirty());
    act("action.new-project");
    desk.until("the strip is empty", () -> desk.painting().snapshots().isEmpty());
    desk.fx(
        () -> {
          desk.settings.snapshotsPerRun().set(1);
          return 0;
        });
    desk.documentDialogs.open = project;
    act("action.open-project");
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
    desk.documentDialogs.saveTo = project;
    act("action.save-project");
    desk.until("it is saved", () -> desk.painting().file().get() != null);
    desk.fx(
        () -> {
          desk.settings.size().set(900);
          desk.settings.device().set("cpu");
          desk.painting().settings().size().set(300);
          return 0;
        });
    desk.documentDialogs.answer = DocumentDialogs.Answer.DISCARD;
    act("action.new-project");
    desk.until("it is new", () -> desk.painting().file().get() == null);
    assertEquals(900, desk.fx(() -> desk.painting().settings().size().getInt()));
    assertEquals("cpu", desk.fx(() -> desk.painting().settings().device().get()));
    desk.documentDialogs.open = project;
    act("action.open-project");
    desk.until("it is opened", () -> desk.painting().file().get() != null);
    assertEquals(512, desk.fx(() -> desk.painting().settings().size().getInt()));
    assertEquals("cpu", desk.fx(() -> desk.painting().settings().device().get()));
  }

  @Test
  void aSnapshotOfAnOpenedProjectIsGoneOnFrom(FxRobot robot) {
    paint(12);
    Path project = folder.resolve("lake.pastiche");
    desk.documentDialogs.saveTo = project;
    act("action.save-project");
    desk.until("it is saved", () -> desk.painting().file().get() != null);
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
    paint(1_000_000);
    desk.until("it is under way", () -> iteration() > 5);
    Path project = folder.resolve("mid-run.pastiche");
    desk.documentDialogs.saveTo = project;
    act("action.save-project");
    desk.until("it is saved", () -> desk.painting().file().get() != null);
    int saved = desk.fx(() -> desk.painting().snapshots().getLast().mark().iteration());
    desk.fx(
        () -> {
          desk.painting().stop();
          return 0;
        });
    desk.until("it has stopped", () -> desk.painting().phase().get() == Phase.IDLE);
    desk.documentDialogs.answer = DocumentDialogs.Answer.DISCARD;
    act("action.new-project");
    desk.until("the strip is empty", () -> desk.painting().snapshots().isEmpty());
    desk.documentDialogs.open = project;
    act("action.open-project");
    desk.until("going on is offered", () -> offered("Go on painting"));
    act("action.new-project");
    desk.until("the strip is empty again", () -> desk.painting().snapshots().isEmpty());
    assertFalse(desk.fx(() -> offered("Go on painting")), "that went with its document");
    act("action.open-project");
    desk.until("going on is offered again", () -> offered("Go on painting"));
    robot.clickOn("Go on painting");
    desk.until("it paints", () -> desk.painting().phase().get() == Phase.PAINTING);
    desk.until("it gets further than it was", () -> iteration() > saved);
    assertEquals(1, desk.fx(() -> desk.painting().branches().size()), "the same run goes on");
    assertFalse(offered("Go on painting"));
  }

  @Test
  void savingWhilePaintingKeepsThisMomentWithItsState(FxRobot robot) {
    paint(1_000_000);
    desk.documentDialogs.saveTo = folder.resolve("going.pastiche");
    act("action.save-project");
    desk.until("it is saved", () -> desk.painting().file().get() != null);
    assertEquals(Phase.PAINTING, desk.fx(() -> desk.painting().phase().get()));
    assertTrue(
        desk.fx(() -> desk.painting().snapshots().stream().anyMatch(s -> s.state() != null)));
  }

  @Test
  void allSnapshotsAreSavedAsPicturesBesideWhatIsThere(FxRobot robot) throws IOException {
    paint(12);
    List<Snapshot> all = desk.fx(() -> List.copyOf(desk.painting().snapshots()));
    Path pictures = Files.createDirectory(folder.resolve("pictures"));
    Path there = Files.writeString(pictures.resolve("photo-painting.png"), "something else");
    desk.dialogs.saveTo = pictures;
    desk.dialogs.recipe = false;
    act("action.save-all");
    desk.until(
        "all are marked", () -> desk.painting().snapshots().stream().allMatch(s -> s.saved()));
    assertEquals("something else", Files.readString(there));
    try (Stream<Path> files = Files.list(pictures)) {
      List<String> names = files.map(f -> f.getFileName().toString()).sorted().toList();
      assertEquals(all.size() + 1, names.size(), names::toString);
      assertTrue(names.contains("photo-painting (2).png"), names::toString);
    }
    assertEquals(Optional.empty(), EmbeddedText.read(pictures.resolve("photo-painting (2).png")));
    askToClose();
    assertEquals(List.of(), desk.documentDialogs.asked);
  }

  @Test
  void aDamagedProjectIsOpenedAsFarAsItGoes(FxRobot robot) throws IOException {
    paint(12);
    Path project = folder.resolve("lake.pastiche");
    desk.documentDialogs.saveTo = project;
    act("action.save-project");
    desk.until("it is saved", () -> desk.painting().file().get() != null);
    byte[] whole = Files.readAllBytes(project);
    Path cut = Files.write(folder.resolve("cut.pastiche"), Arrays.copyOf(whole, whole.length / 3));
    desk.fx(
        () -> {
          desk.studio.open(List.of(cut));
          return 0;
        });
    desk.until("it is told", () -> said("cut.pastiche").isPresent());
    String words = said("cut.pastiche").orElseThrow().detail();
    assertTrue(words.startsWith("Snapshots opened: "), words);
    assertEquals(cut, desk.fx(() -> desk.painting().file().get()));
  }

  @Test
  void whatCantBeOpenedChangesNothing(FxRobot robot) throws IOException {
    paint(12);
    Path other = Files.writeString(folder.resolve("notes.pastiche"), "a text");
    desk.documentDialogs.answer = DocumentDialogs.Answer.DISCARD;
    desk.fx(
        () -> {
          desk.studio.open(List.of(other));
          return 0;
        });
    desk.until("it is told", () -> said("notes.pastiche").isPresent());
    assertFalse(desk.fx(() -> desk.painting().snapshots().isEmpty()));
    assertEquals("photo.png", desk.fx(() -> desk.painting().content().get().name()));
  }

  @Test
  void closingAsksAndSavesWhereTheArtistSaysSo(FxRobot robot) {
    paint(12);
    askToClose();
    assertEquals(1, desk.documentDialogs.asked.size());
    assertTrue(desk.fx(() -> desk.stage.isShowing()), "called off");
    Path project = folder.resolve("kept.pastiche");
    desk.documentDialogs.answer = DocumentDialogs.Answer.SAVE;
    desk.documentDialogs.saveTo = project;
    askToClose();
    desk.until("it is saved and closed", () -> !desk.stage.isShowing());
    assertTrue(Files.exists(project));
  }

  @Test
  void aPlaceThatCantBeWrittenKeepsTheWindowOpen(FxRobot robot) {
    paint(12);
    desk.documentDialogs.answer = DocumentDialogs.Answer.SAVE;
    desk.documentDialogs.saveTo = folder.resolve("no such folder").resolve("x.pastiche");
    askToClose();
    desk.until("it is told", () -> said("x.pastiche").isPresent());
    assertTrue(desk.fx(() -> desk.stage.isShowing()));
    assertFalse(desk.fx(() -> desk.painting().snapshots().isEmpty()));
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

  /// All in one go on the JavaFX thread, so that the project is read in the meantime.
  @Test
  void whatIsDoneWhileAProjectIsReadIsAskedAbout() throws Exception {
    saveAPainting();
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

  @Test
  void twoSavesAtOnceComeOneAfterTheOther() throws Exception {
    saveAPainting();
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
  void anOpenedProjectKeepsMoreSnapshotsThanTheLimitAllowsForNewOnes() throws Exception {
    saveAPainting();
    int saved = desk.fx(() -> desk.painting().snapshots().size());
    assertTrue(saved > 2);
    Path project = desk.fx(() -> desk.painting().file().get());
    act("action.new-project");
    desk.until("the strip is empty", () -> desk.painting().snapshots().isEmpty());
    desk.fx(
        () -> {
          desk.settings.snapshotsPerRun().value().set(1);
          desk.studio.open(List.of(project));
          return 0;
        });
    desk.until("it is opened", () -> !desk.painting().snapshots().isEmpty());
    assertEquals(saved, desk.fx(() -> desk.painting().snapshots().size()));
    assertFalse(desk.fx(this::dirty));
  }

  @Test
  void aSettingIsWrittenDownByItself() {
    paint(12);
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
    saveAPainting();
    Path left = leaveBehind();
    desk = desk.again();
    desk.until("it is cleared away", () -> !Files.exists(left));
    assertFalse(desk.node("#recovery").isVisible());
  }

  @Test
  void whatAProjectDoesNotHoldIsOffered() throws Exception {
    saveAPainting();
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

  private void saveAPainting() {
    paint(12);
    desk.documentDialogs.saveTo = folder.resolve("lake.pastiche");
    act("action.save-project");
    desk.until("it is saved", () -> desk.painting().file().get() != null && !dirty());
  }

  @Test
  void aClosedStudioLeavesNoSession(FxRobot robot) throws IOException {
    paint(12);
    desk.close();
    try (Stream<Path> left = Files.list(SESSIONS)) {
      assertEquals(List.of(), left.toList());
    }
    desk = desk.again();
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
    act("action.new-project");
    assertEquals(
        List.of("Exporting lake.mp4 is not finished and would be called off."),
        desk.documentDialogs.asked);
    assertEquals(1, desk.fx(() -> desk.studio.tasks().exports().size()));
    desk.documentDialogs.answer = DocumentDialogs.Answer.DISCARD;
    act("action.new-project");
    desk.until("it is called off", () -> calledOff.getCount() == 0);
    assertEquals(List.of(), desk.fx(() -> desk.studio.tasks().exports()));
  }

  @Test
  void recentProjectsAreListedAndMissingOnesMarked(FxRobot robot) throws IOException {
    Path project = folder.resolve("lake.pastiche");
    desk.documentDialogs.saveTo = project;
    act("action.save-project");
    desk.until("it is saved", () -> desk.painting().file().get() != null);
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

  /// What a killed process leaves: a session of another process's, in the middle of a painting.
  private Path plant() throws Exception {
    desk = desk.again();
    paint(1_000_000);
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

  private int iteration() {
    return desk.painting().progress().get() == null ? 0 : desk.painting().progress().get().done();
  }

  private boolean offered(String words) {
    return desk.studio.notices().shown().stream()
        .flatMap(notice -> notice.offers().stream())
        .anyMatch(offer -> offer.words().equals(words));
  }

  private void paint(int iterations) {
    desk.drop("#content-well .well", Desk.waves(folder.resolve("photo.png"), 80, 60, 0.3));
    desk.drop("#style-wells .well", Desk.waves(folder.resolve("painting.png"), 70, 70, 1.7));
    desk.until("both pictures are read", () -> desk.painting().canPaint().get());
    desk.fx(
        () -> {
          desk.painting().settings().size().set(64);
          desk.painting().settings().iterations().set(iterations);
          desk.painting().settings().snapshotEvery().set(5);
          desk.painting().paint();
          return 0;
        });
    desk.until(
        "something is kept",
        () ->
            !desk.painting().snapshots().isEmpty()
                && (iterations > 12 || desk.painting().phase().get() == Phase.IDLE));
  }

  private void act(String key) {
    desk.fx(
        () -> {
          desk.studio.actions().all().stream()
              .filter(a -> a.key().equals(key))
              .findFirst()
              .orElseThrow()
              .run();
          return 0;
        });
  }

  private void askToClose() {
    desk.fx(
        () -> {
          Event.fireEvent(
              desk.stage, new WindowEvent(desk.stage, WindowEvent.WINDOW_CLOSE_REQUEST));
          return 0;
        });
  }

  private boolean dirty() {
    return desk.studio.documents().dirty().get();
  }

  private String title() {
    return desk.fx(() -> desk.studio.documents().title().get());
  }

  private Optional<Notice> said(String file) {
    return desk.fx(
        () ->
            desk.studio.notices().shown().stream()
                .filter(n -> n.kind() == Notice.Kind.ERROR && n.title().contains(file))
                .findFirst());
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
