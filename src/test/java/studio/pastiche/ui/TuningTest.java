package studio.pastiche.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.pastiche.engine.Tuning;
import studio.pastiche.engine.TuningChange;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.file.UserFolders;
import studio.pastiche.ui.painting.Phase;
import studio.pastiche.ui.painting.Settings;

/// Settings while it paints and between: taken back, chosen from presets and from the board.
@ExtendWith(ApplicationExtension.class)
@Timeout(180)
@org.jspecify.annotations.NullUnmarked
class TuningTest {
  private static final int FOREVER = 1_000_000;

  @TempDir Path folder;
  private Desk desk;

  @Start
  void open(Stage stage) throws IOException {
    Files.deleteIfExists(presets());
    desk = new Desk(stage);
  }

  @AfterEach
  void close() throws IOException {
    desk.close();
    Files.deleteIfExists(presets());
  }

  @Test
  void whatIsTakenBackWhileItPaintsTunesTheRun(FxRobot robot) {
    begin(robot, FOREVER);
    desk.until("it paints", () -> phase() == Phase.PAINTING);
    enter(robot, "#style-weight", "40");
    desk.until("the run is tuned", () -> tunings().stream().anyMatch(t -> t.styleWeight() == 40));
    assertEquals("Undo style weight β", words("#action-undo"));
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    desk.until("it is tuned back", () -> tunings().getLast().styleWeight() == 8);
    assertEquals("Redo style weight β", words("#action-redo"));
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    desk.until("it is tuned again", () -> tunings().getLast().styleWeight() == 40);
    assertEquals(3, tunings().size());
  }

  @Test
  void layerWeightsAreTunedWhileItPaints(FxRobot robot) {
    begin(robot, FOREVER);
    desk.until("it paints", () -> phase() == Phase.PAINTING);
    desk.fx(() -> settings().styleLayers().set(Layer.of("relu3_1"), 2));
    desk.until(
        "the run is tuned", () -> !tunings().isEmpty() && tunings().getLast().layers() != null);
    assertEquals(2, tunings().getLast().layers().style().get(Layer.of("relu3_1")));
    assertFalse(desk.fx(() -> desk.painting().outdated().get()));
    desk.fx(() -> settings().styleLayers().choose(java.util.Set.of(Layer.of("relu3_1"))));
    assertTrue(desk.fx(() -> desk.painting().outdated().get()), "other layers need a new start");
  }

  @Test
  void fewerIterationsThanPaintedEndTheRunAndADragOverThemDoesNot(FxRobot robot) {
    begin(robot, FOREVER);
    desk.until("it is under way", () -> done() > 5);
    Slider slider = (Slider) desk.node("#iterations-slider");
    desk.fx(
        () -> {
          mouse(slider, MouseEvent.MOUSE_PRESSED, 1);
          settings().iterations().set(1);
          return 0;
        });
    int then = done();
    desk.until("it paints on all the same", () -> done() > then + 3);
    desk.fx(
        () -> {
          settings().iterations().set(2);
          mouse(slider, MouseEvent.MOUSE_RELEASED, 1);
          return 0;
        });
    desk.until("it has ended", () -> phase() == Phase.IDLE);
    assertEquals(2, tunings().getLast().iterations());
    assertTrue(desk.fx(() -> desk.painting().snapshots().getLast().recipe().end() == null));
  }

  @Test
  void theDialSetsTheIterationsAndIsTakenBackInOneStep(FxRobot robot) {
    int good = desk.fx(() -> settings().iterations().getInt());
    assertEquals(List.of("schedule-good"), down());
    robot.clickOn("#schedule-print");
    assertEquals(List.of("schedule-print"), down());
    int print = desk.fx(() -> settings().iterations().getInt());
    assertTrue(print > good, print + " after " + good);
    assertEquals("Undo schedule", words("#action-undo"));
    robot.clickOn("#schedule-print");
    assertEquals(List.of("schedule-print"), down(), "a second press changes nothing");
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertEquals(List.of("schedule-good"), down());
    assertEquals(good, desk.fx(() -> settings().iterations().getInt()));
    robot.clickOn("#schedule-good").push(KeyCode.LEFT);
    assertEquals(List.of("schedule-draft"), down());
  }

  @Test
  void iterationsByHandLiftTheDialAndSaySo(FxRobot robot) {
    assertFalse(desk.node("#schedule-by-hand").isVisible());
    enter(robot, "#iterations", "333");
    assertEquals(List.of(), down());
    assertTrue(desk.node("#schedule-by-hand").isVisible());
    assertEquals(333, desk.fx(() -> settings().schedule().iterations()));
    robot.clickOn("#schedule-good");
    assertEquals(List.of("schedule-good"), down());
    assertFalse(desk.node("#schedule-by-hand").isVisible());
    enter(robot, "#size", "2000");
    assertEquals(List.of("schedule-good"), down(), "the number follows the size");
  }

  /// The dial's buttons that are down.
  private List<String> down() {
    return desk.fx(
        () ->
            Stream.of("draft", "good", "print")
                .map(name -> (ToggleButton) desk.node("#schedule-" + name))
                .filter(ToggleButton::isSelected)
                .map(ToggleButton::getId)
                .toList());
  }

  @Test
  void aDragIsOneStepAndADoubleClickIsOne() {
    Slider slider = (Slider) desk.node("#style-weight-slider");
    desk.fx(
        () -> {
          mouse(slider, MouseEvent.MOUSE_PRESSED, 1);
          slider.setValue(0.7);
          slider.setValue(0.8);
          mouse(slider, MouseEvent.MOUSE_RELEASED, 1);
          return 0;
        });
    double dragged = desk.fx(() -> settings().styleWeight().get());
    desk.fx(
        () -> {
          mouse(slider, MouseEvent.MOUSE_PRESSED, 1);
          slider.setValue(0.2);
          mouse(slider, MouseEvent.MOUSE_RELEASED, 1);
          mouse(slider, MouseEvent.MOUSE_CLICKED, 1);
          mouse(slider, MouseEvent.MOUSE_PRESSED, 2);
          mouse(slider, MouseEvent.MOUSE_RELEASED, 2);
          mouse(slider, MouseEvent.MOUSE_CLICKED, 2);
          return 0;
        });
    assertEquals(8, desk.fx(() -> settings().styleWeight().get()));
    undo();
    assertEquals(dragged, desk.fx(() -> settings().styleWeight().get()));
    undo();
    assertEquals(8, desk.fx(() -> settings().styleWeight().get()));
    assertTrue(desk.node("#action-undo").isDisabled());
  }

  @Test
  void picturesComeBackTooButNotWhileItPaints(FxRobot robot) {
    begin(robot, FOREVER);
    assertEquals("Undo size", words("#action-undo"));
    undo();
    desk.until("it paints", () -> phase() == Phase.PAINTING);
    assertTrue(desk.node("#action-undo").isDisabled(), "a picture's step waits");
    robot.clickOn("#action-stop");
    desk.until("it has stopped", () -> phase() == Phase.IDLE);
    undo();
    assertTrue(desk.fx(() -> desk.painting().styles().isEmpty()));
    undo();
    assertTrue(desk.fx(() -> desk.painting().content().get() == null));
  }

  @Test
  void aPresetIsTakenAsOneStepAndMarkedWhereItDiffers() {
    choose("Bold strokes");
    assertEquals(25, desk.fx(() -> settings().styleWeight().get()));
    assertEquals(1.8, desk.fx(() -> settings().styleScale().get()));
    assertEquals("Bold strokes", words("#preset"));
    assertTrue(desk.node("#preset-reset").isDisabled());
    desk.fx(
        () -> {
          settings().tvWeight().set(1);
          return 0;
        });
    assertEquals("Bold strokes •", words("#preset"));
    desk.fx(
        () -> {
          ((Button) desk.node("#preset-reset")).fire();
          return 0;
        });
    assertEquals("Bold strokes", words("#preset"));
    undo();
    undo();
    assertEquals("Undo preset Bold strokes", words("#action-undo"));
    undo();
    assertEquals("Balanced", words("#preset"));
    assertEquals(8, desk.fx(() -> settings().styleWeight().get()));
  }

  @Test
  void anOwnPresetIsSavedRenamedAndDeleted(FxRobot robot) {
    desk.fx(
        () -> {
          settings().styleWeight().set(33);
          return 0;
        });
    robot.clickOn("#preset-save");
    robot.write("Mine").type(KeyCode.ENTER);
    desk.until("it is saved", () -> words("#preset").equals("Mine"));
    assertTrue(Files.exists(presets()));
    choose("Balanced");
    choose("Mine");
    assertEquals(33, desk.fx(() -> settings().styleWeight().get()));
    fire("Rename…");
    robot.write("Ours").type(KeyCode.ENTER);
    desk.until("it is renamed", () -> words("#preset").equals("Ours"));
    desk.dialogs.yes = true;
    fire("Delete…");
    desk.until("it is deleted", () -> words("#preset").equals("None"));
    assertTrue(items().stream().noneMatch(item -> "Ours".equals(item.getText())));
    assertEquals(33, desk.fx(() -> settings().styleWeight().get()));
  }

  @Test
  void aPictureOfTheBoardTakesItsTwoValuesAsOneStep(FxRobot robot) {
    pictures(robot);
    robot.push(KeyCode.CONTROL, KeyCode.B);
    robot.clickOn("#board-start");
    desk.until("the board is finished", () -> !desk.node("#board-start").isDisabled());
    Button first = (Button) desk.node("#board-cell-0");
    assertEquals("Style weight β 2, Style scale 0.56", first.getAccessibleText());
    robot.clickOn(first);
    assertEquals(2, desk.fx(() -> settings().styleWeight().get()));
    assertEquals(0.56, desk.fx(() -> settings().styleScale().get()));
    assertEquals("Undo variation", words("#action-undo"));
    undo();
    assertEquals(8, desk.fx(() -> settings().styleWeight().get()));
    assertEquals(1, desk.fx(() -> settings().styleScale().get()));
    robot.type(KeyCode.ESCAPE);
    assertFalse(desk.node("#board").isVisible());
  }

  @Test
  void theBoardWaitsWhileItPaintsAndGivesWayToPaint(FxRobot robot) {
    pictures(robot);
    robot.push(KeyCode.CONTROL, KeyCode.B);
    robot.clickOn("#board-start");
    desk.until("the board is being painted", () -> desk.node("#board-start").isDisabled());
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    desk.until("it paints", () -> phase() == Phase.PAINTING);
    assertFalse(desk.node("#board").isVisible());
    assertFalse(desk.node("#board-start").isDisabled(), "the board was called off");
    assertTrue(desk.node("#action-board").isDisabled());
  }

  private void begin(FxRobot robot, int iterations) {
    desk.fx(
        () -> {
          settings().iterations().value().set(iterations);
          settings().snapshotEvery().value().set(4);
          return 0;
        });
    pictures(robot);
    robot.clickOn("#action-paint");
  }

  /// The size comes last, so that it is the step to take back.
  private void pictures(FxRobot robot) {
    desk.drop("#content-well .well", Desk.waves(folder.resolve("photo.png"), 80, 60, 0.3));
    desk.until("the photo is read", () -> desk.painting().content().get() != null);
    desk.drop("#style-wells .well", Desk.waves(folder.resolve("painting.png"), 70, 70, 1.7));
    desk.until("both pictures are read", () -> desk.painting().canPaint().get());
    enter(robot, "#size", "64");
  }

  private static void enter(FxRobot robot, String field, String number) {
    robot.clickOn(field).push(KeyCode.CONTROL, KeyCode.A).write(number).type(KeyCode.ENTER);
  }

  private List<Tuning> tunings() {
    return desk.painting().snapshots().isEmpty()
        ? List.of()
        : desk.painting().snapshots().getLast().recipe().changes().stream()
            .map(TuningChange::tuning)
            .toList();
  }

  private int done() {
    var progress = desk.painting().progress().get();
    return progress == null ? 0 : progress.done();
  }

  private void choose(String preset) {
    fire(preset);
  }

  private void fire(String words) {
    desk.fx(
        () -> {
          items().stream()
              .filter(item -> words.equals(item.getText()))
              .findFirst()
              .orElseThrow()
              .fire();
          return 0;
        });
  }

  private List<MenuItem> items() {
    return ((MenuButton) desk.node("#preset")).getItems();
  }

  private String words(String button) {
    return desk.fx(() -> ((javafx.scene.control.Labeled) desk.node(button)).getText());
  }

  private void undo() {
    desk.fx(
        () -> {
          desk.painting().edits().undo();
          return 0;
        });
  }

  private Settings settings() {
    return desk.painting().settings();
  }

  private Phase phase() {
    return desk.painting().phase().get();
  }

  private static Path presets() {
    return UserFolders.ofThisUser().data().resolve("presets.json");
  }

  private static void mouse(Slider slider, javafx.event.EventType<MouseEvent> type, int clicks) {
    // fired at the slider itself, whose skin listens on its track and thumb
    Event.fireEvent(
        slider,
        new MouseEvent(
            type,
            1,
            1,
            1,
            1,
            MouseButton.PRIMARY,
            clicks,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            true,
            false,
            true,
            null));
  }
}
