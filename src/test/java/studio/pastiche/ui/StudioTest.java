package studio.pastiche.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.pastiche.engine.Recipe;
import studio.pastiche.picture.EmbeddedText;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.PictureReader;
import studio.pastiche.session.RecipeJson;
import studio.pastiche.session.Snapshot;
import studio.pastiche.ui.notice.Notice;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Phase;
import studio.pastiche.ui.text.Language;

/// Works at the whole window as an artist would, with the real engine on small pictures.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
@org.jspecify.annotations.NullUnmarked
class StudioTest {
  private static final int FOREVER = 1_000_000;

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
  void aPhotoIsPaintedTunedPausedResumedAndSaved(FxRobot robot) throws IOException {
    begin(robot, FOREVER);
    desk.until("frames arrive", () -> desk.painting().frame().get() != null);
    desk.until("a snapshot is kept", () -> !desk.painting().snapshots().isEmpty());

    enter(robot, "#style-weight", "40");
    robot.clickOn("#action-pause");
    desk.until("it is paused", () -> phase() == Phase.PAUSED);
    Snapshot atPause = desk.fx(() -> desk.painting().snapshots().getLast());
    assertEquals(40, atPause.recipe().changes().getLast().tuning().styleWeight());
    assertEquals(1, atPause.recipe().changes().size());

    desk.until("the newest snapshot is whole in the strip", () -> newestWholeCell().isPresent());
    robot.clickOn(desk.fx(() -> newestWholeCell().orElseThrow()));
    desk.until("the snapshot is shown", () -> !strip().getSelectionModel().isEmpty());
    desk.dialogs.saveTo = folder.resolve("kept.png");
    desk.dialogs.bits = 16;
    robot.clickOn("#action-save");
    desk.until("the file is said to be saved", () -> noticed(Notice.Kind.DONE));

    assertEquals(folder, desk.dialogs.beside);
    Snapshot first = desk.fx(() -> desk.painting().snapshots().getLast());
    Picture saved = PictureReader.read(desk.dialogs.saveTo);
    assertEquals(first.size(), saved.size());
    assertEquals("photo-painting-" + first.mark().iteration(), desk.dialogs.suggested);
    Recipe inside = recipeIn(desk.dialogs.saveTo);
    assertEquals(first.recipe(), inside);
    assertEquals("photo.png", inside.inputs().content().name());

    robot.type(KeyCode.ESCAPE);
    desk.until("the painting is followed", () -> strip().getSelectionModel().isEmpty());
    robot.clickOn("#action-resume");
    desk.until(
        "it paints on", () -> desk.painting().progress().get().done() > atPause.mark().iteration());
    robot.clickOn("#action-stop");
    desk.until("it has stopped", () -> phase() == Phase.IDLE);
    assertTrue(desk.fx(() -> desk.painting().snapshots().getLast().mark().last()));
  }

  @Test
  void aPaintingEndsWithASnapshotOfItsLastIteration(FxRobot robot) {
    begin(robot, 12);
    desk.until("it is finished", () -> noticed(Notice.Kind.DONE));
    Snapshot last = desk.fx(() -> desk.painting().snapshots().getLast());
    assertEquals(12, last.mark().iteration());
    assertTrue(last.mark().last());
    assertEquals(1.0, (double) desk.fx(() -> desk.painting().progress().get().fraction()));
  }

  @Test
  void theLivePictureIsSavedAsItIsNow(FxRobot robot) throws IOException {
    begin(robot, FOREVER);
    desk.dialogs.saveTo = folder.resolve("now.jpg");
    desk.until("it paints", () -> phase() == Phase.PAINTING);
    robot.push(KeyCode.CONTROL, KeyCode.E);
    desk.until("the file is said to be saved", () -> noticed(Notice.Kind.DONE));
    assertTrue(recipeIn(desk.dialogs.saveTo).end() != null, "the recipe says where it was left");
  }

  @Test
  void aBrokenFileIsExplainedAndChangesNothing() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.jpg"), "no picture at all");
    desk.drop("#content-well .well", broken);
    desk.until("an error is shown", () -> noticed(Notice.Kind.ERROR));
    assertTrue(
        desk.fx(() -> desk.studio.notices().shown().getFirst().detail()).contains("broken.jpg"));
    assertTrue(desk.fx(() -> desk.painting().content().get() == null));
  }

  @Test
  void twoFilesDroppedOnTheCanvasBecomePhotoAndPainting() {
    desk.drop(
        "#canvas-area",
        Desk.waves(folder.resolve("photo.png"), 40, 30, 0.2),
        Desk.waves(folder.resolve("painting.png"), 30, 30, 1.4));
    desk.until("it can be painted", () -> desk.painting().canPaint().get());
    assertEquals("photo.png", desk.fx(() -> desk.painting().content().get().name()));
  }

  @Test
  void closingWhilePaintingAsksAndNamesWhatWouldBeLost(FxRobot robot) {
    begin(robot, FOREVER);
    desk.until("a snapshot is kept", () -> !desk.painting().snapshots().isEmpty());
    desk.askToClose();
    assertTrue(desk.fx(() -> desk.stage.isShowing()), "the window stays");
    String question = desk.documentDialogs.asked.getFirst();
    assertTrue(question.contains("in progress") && question.contains("in the strip"), question);
  }

  @Test
  void whatIsBeingTypedCountsWhenAShortcutPaints(FxRobot robot) {
    begin(robot, 12);
    desk.until("it is finished", () -> noticed(Notice.Kind.DONE));
    robot.clickOn("#size").push(KeyCode.CONTROL, KeyCode.A).write("72");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    desk.until("it paints again", () -> desk.painting().snapshots().getLast().mark().run() == 2);
    assertEquals(
        72, desk.fx(() -> desk.painting().snapshots().getLast().mark().finalSize().longSide()));
  }

  @Test
  void anotherPhotoTakesTheFinishedPaintingOffTheEasel(FxRobot robot) {
    begin(robot, 12);
    desk.until("it is finished", () -> noticed(Notice.Kind.DONE));
    assertFalse(desk.node("#action-save").isDisabled());
    desk.drop("#content-well .well", Desk.waves(folder.resolve("other.png"), 60, 60, 0.9));
    desk.until(
        "the photo is read", () -> desk.painting().content().get().name().equals("other.png"));
    assertTrue(desk.node("#action-save").isDisabled());
    assertTrue(desk.fx(() -> desk.painting().progress().get() == null));
    desk.fx(
        () -> {
          strip().getSelectionModel().select(0);
          return 0;
        });
    assertFalse(desk.node("#action-save").isDisabled());
  }

  @Test
  void aNewTryTakesItsOwnOldErrorsAway() {
    List<String> left =
        desk.fx(
            () -> {
              Notices notices = desk.studio.notices();
              notices.error(Notice.Topic.PAINTING, "painting", "");
              notices.error(Notice.Topic.SAVING, "saving", "");
              notices.settle(Notice.Topic.PAINTING);
              return notices.shown().stream().map(Notice::title).toList();
            });
    assertEquals(List.of("saving"), left);
  }

  @Test
  void theFootSaysWhatPaintWaitsFor() {
    Label phase = (Label) desk.node("#foot-phase");
    desk.until("it asks for a photo", () -> phase.getText().contains("content image first"));
    desk.drop("#content-well .well", Desk.waves(folder.resolve("photo.png"), 40, 30, 0.2));
    desk.until("it asks for a painting", () -> phase.getText().contains("style image first"));
    desk.drop("#style-wells .well", Desk.waves(folder.resolve("painting.png"), 40, 30, 1.2));
    desk.until("it is ready", () -> phase.getText().equals("Ready"));
  }

  @Test
  void closingAnEmptyStudioDoesNotAsk() {
    desk.askToClose();
    assertTrue(desk.documentDialogs.asked.isEmpty());
  }

  @Test
  void aSampleIsLoadedByOneClick(FxRobot robot) {
    robot.clickOn("#hint-sample");
    desk.until("it can be painted", () -> desk.painting().canPaint().get());
  }

  @Test
  void anotherLanguageTakesEffectAtOnce() {
    desk.fx(
        () -> {
          desk.texts.language().set(Language.CHINESE);
          return 0;
        });
    assertEquals("绘制", ((javafx.scene.control.Button) desk.node("#action-paint")).getText());
  }

  @Test
  void whatNeedsANewStartGoesOnFromThePictureWhenApplied(FxRobot robot) {
    begin(robot, FOREVER);
    desk.until("a snapshot is kept", () -> !desk.painting().snapshots().isEmpty());
    assertFalse(desk.node("#applying").isVisible());
    enter(robot, "#size", "96");
    assertTrue(desk.node("#applying").isVisible());
    robot.clickOn("#action-apply");
    desk.until(
        "a second run has kept a snapshot",
        () -> desk.painting().snapshots().getLast().mark().run() == 2);
    assertFalse(desk.node("#applying").isVisible());
    Recipe second = desk.fx(() -> desk.painting().snapshots().getLast().recipe());
    assertEquals(96, second.schedule().size());
    assertEquals(64, second.schedule().smallest());
    Snapshot left =
        desk.fx(
            () ->
                desk.painting().snapshots().stream()
                    .filter(s -> s.mark().run() == 1)
                    .toList()
                    .getLast());
    assertTrue(left.mark().last());
    assertEquals(left.recipe(), second.continues().recipe());
    assertEquals(1, desk.fx(() -> desk.painting().branches().getLast().origin().branch()));
  }

  private void begin(FxRobot robot, int iterations) {
    desk.drop("#content-well .well", Desk.waves(folder.resolve("photo.png"), 80, 60, 0.3));
    desk.drop("#style-wells .well", Desk.waves(folder.resolve("painting.png"), 70, 70, 1.7));
    desk.until("both pictures are read", () -> desk.painting().canPaint().get());
    enter(robot, "#size", "64");
    desk.fx(
        () -> {
          desk.painting().settings().iterations().set(iterations);
          desk.painting().settings().snapshotEvery().set(iterations == FOREVER ? 10 : 5);
          return 0;
        });
    robot.clickOn("#action-paint");
  }

  /// Not by a double click: on a busy machine it may be taken for two clicks.
  private static void enter(FxRobot robot, String field, String number) {
    robot.clickOn(field).push(KeyCode.CONTROL, KeyCode.A).write(number).type(KeyCode.ENTER);
  }

  /// The newest snapshot's cell, once the strip shows it from edge to edge.
  private Optional<Node> newestWholeCell() {
    Bounds list = strip().localToScene(strip().getLayoutBounds());
    return strip().lookupAll(".snapshot").stream()
        .filter(each -> ((ListCell<?>) each).getIndex() == strip().getItems().size() - 1)
        .filter(
            each -> {
              Bounds cell = each.localToScene(each.getLayoutBounds());
              return cell.getMinX() >= list.getMinX() && cell.getMaxX() <= list.getMaxX();
            })
        .findFirst();
  }

  private Phase phase() {
    return desk.painting().phase().get();
  }

  private boolean noticed(Notice.Kind kind) {
    return desk.studio.notices().shown().stream().anyMatch(n -> n.kind() == kind);
  }

  @SuppressWarnings("unchecked")
  private ListView<?> strip() {
    return (ListView<?>) desk.node("#filmstrip");
  }

  private static Recipe recipeIn(Path file) throws IOException {
    return new RecipeJson().read(EmbeddedText.read(file).orElseThrow());
  }
}
