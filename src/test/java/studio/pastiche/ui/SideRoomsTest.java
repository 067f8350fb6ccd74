package studio.pastiche.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.pastiche.file.UserFolders;
import studio.pastiche.ui.action.StudioAction;
import studio.pastiche.ui.settings.StudioSettings;
import studio.pastiche.ui.text.Language;
import studio.pastiche.ui.theme.Motion;

/// The command palette, the settings, the list of shortcuts and the log, by keyboard.
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
@org.jspecify.annotations.NullUnmarked
class SideRoomsTest {
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
  void theCommandPaletteFindsAndDoesWhatIsTyped(FxRobot robot) {
    desk.drop("#content-well .well", Desk.waves(folder.resolve("photo.png"), 40, 30, 0.3));
    desk.until("the photo is read", () -> desk.painting().content().get() != null);
    desk.until("it is shown", () -> action("action.actual-size").possible().get());
    robot.push(KeyCode.CONTROL, KeyCode.K);
    assertTrue(desk.node("#palette").isVisible());
    robot.write("settin");
    assertEquals("action.settings", first().key());
    robot.push(KeyCode.CONTROL, KeyCode.A).write("100");
    assertEquals("action.actual-size", first().key());
    robot.type(KeyCode.ENTER);
    assertFalse(desk.node("#palette").isVisible());
    assertEquals("100 %", desk.fx(() -> ((Labeled) desk.node("#zoom")).getText()));
    robot.push(KeyCode.CONTROL, KeyCode.K);
    assertEquals("action.actual-size", first().key(), "what was taken last comes first");
    robot.type(KeyCode.ESCAPE);
    assertFalse(desk.node("#palette").isVisible());
  }

  @Test
  void whatIsNotPossibleSaysWhyAndIsNotDone(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.K).write("paint");
    assertEquals("action.paint", first().key());
    desk.until(
        "the reason is read out",
        () ->
            desk.node("#palette").lookupAll(".list-cell").stream()
                .anyMatch(
                    cell -> "Paint, Add a content image first".equals(cell.getAccessibleText())));
    robot.type(KeyCode.ENTER);
    assertTrue(desk.node("#palette").isVisible());
  }

  @Test
  void thePaletteGivesTheKeyboardBackToWhereItWas(FxRobot robot) {
    Node size = desk.node("#size");
    desk.fx(
        () -> {
          size.requestFocus();
          return 0;
        });
    robot.push(KeyCode.CONTROL, KeyCode.K).type(KeyCode.TAB).type(KeyCode.ESCAPE);
    assertSame(size, desk.fx(() -> desk.stage.getScene().getFocusOwner()));
  }

  @Test
  void theChineseWindowFindsByChineseAndByEnglishLetters(FxRobot robot) {
    desk.fx(
        () -> {
          desk.texts.language().set(Language.CHINESE);
          return 0;
        });
    robot.push(KeyCode.CONTROL, KeyCode.K).write("适合");
    assertEquals("action.fit", first().key());
    robot.push(KeyCode.CONTROL, KeyCode.A).write("shortcuts");
    assertEquals("action.shortcuts", first().key());
  }

  @Test
  void everyShortcutIsListed(FxRobot robot) {
    robot.push(KeyCode.F1);
    Window window = window("Keyboard shortcuts");
    List<String> words =
        desk.fx(
            () ->
                ((javafx.scene.control.ScrollPane) window.getScene().getRoot())
                    .getContent().lookupAll(".label").stream()
                        .map(each -> ((Label) each).getText())
                        .toList());
    for (StudioAction action : desk.studio.actions().all()) {
      if (!action.keys().isEmpty()) {
        assertTrue(words.contains(desk.texts.get(action.key())), action.key());
        assertTrue(
            words.stream().anyMatch(w -> w.contains(action.shortcut().orElseThrow())),
            action.key());
      }
    }
    robot.type(KeyCode.ESCAPE);
    assertFalse(desk.fx(window::isShowing));
  }

  @Test
  void helpShowsTheLicencesOfAllLibraries() {
    desk.fx(
        () -> {
          action("action.about").run();
          return 0;
        });
    Parent root = window("About Pastiche").getScene().getRoot();
    TabPane tabs = (TabPane) desk.fx(() -> root.lookup("#about-tabs"));
    List<String> words =
        desk.fx(
            () ->
                tabs.getTabs().stream()
                    .map(tab -> ((TextArea) tab.getContent()).getText())
                    .toList());
    assertTrue(words.get(0).contains("Huan Wang"), words.get(0));
    assertTrue(words.get(1).contains("(ai.djl.pytorch:pytorch-engine)"), words.get(1));
    assertTrue(words.get(2).contains("Apache License"), words.get(2));
  }

  @Test
  void settingsCountAtOnceAndGoBackToDefaults(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.COMMA);
    Parent root = window("Settings").getScene().getRoot();
    desk.fx(
        () -> {
          desk.settings.language().set(Language.CHINESE);
          desk.settings.fontPercent().set(150);
          desk.settings.size().set(640);
          desk.settings.motion().set(Motion.REDUCED);
          return 0;
        });
    assertEquals(Language.CHINESE, desk.fx(() -> desk.texts.language().get()));
    assertEquals(1.5, desk.fx(() -> desk.studio.themes().scale().get()));
    assertEquals(640, desk.fx(() -> desk.painting().settings().size().getInt()));
    assertTrue(desk.fx(() -> desk.studio.themes().still().get()));
    desk.fx(
        () -> {
          ((javafx.scene.control.Button) root.lookup("#settings-reset")).fire();
          return 0;
        });
    assertEquals(Language.ENGLISH, desk.fx(() -> desk.texts.language().get()));
    assertEquals(512, desk.fx(() -> desk.painting().settings().size().getInt()));
  }

  @Test
  void theCacheIsMeasuredShownAndCleared(FxRobot robot) throws IOException {
    UserFolders folders = UserFolders.ofThisUser();
    emptied(folders.cache()); // other tests have left films' libraries there
    Path cached = Files.createDirectories(folders.cache()).resolve("something");
    Files.write(cached, new byte[2_500_000]);
    robot.push(KeyCode.CONTROL, KeyCode.COMMA);
    Parent root = window("Settings").getScene().getRoot();
    Label size = (Label) desk.fx(() -> storage(root).lookup("#cache-size"));
    desk.until("its size is shown", () -> size.getText().equals("2.5 MB"));
    desk.fx(
        () -> {
          ((javafx.scene.control.Button) storage(root).lookup("#settings-cache-show")).fire();
          ((javafx.scene.control.Button) storage(root).lookup("#settings-clear")).fire();
          return 0;
        });
    desk.until("it is cleared", () -> size.getText().equals("0.0 MB"));
    assertTrue(Files.notExists(cached));
    assertEquals(List.of(folders.cache()), desk.dialogs.folders);
  }

  @Test
  void closingDoesNotAskWhereTheArtistDoesNotWantIt() {
    StudioSettings settings = desk.settings;
    assertTrue(settings.askBeforeClosing().get());
    desk.drop("#content-well .well", Desk.waves(folder.resolve("photo.png"), 40, 30, 0.3));
    desk.drop("#style-wells .well", Desk.waves(folder.resolve("style.png"), 40, 30, 0.3));
    desk.until("it can be painted", () -> desk.painting().canPaint().get());
    desk.fx(
        () -> {
          desk.painting().settings().size().set(64);
          settings.askBeforeClosing().set(false);
          desk.painting().paint();
          action("action.quit").run();
          return 0;
        });
    assertEquals(List.of(), desk.documentDialogs.asked);
    assertFalse(desk.fx(() -> desk.stage.isShowing()));
    assertEquals(1000, settings.placement().get().width());
  }

  private static void emptied(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  private static Node storage(Parent root) {
    return ((javafx.scene.control.ScrollPane) ((javafx.scene.layout.BorderPane) root).getCenter())
        .getContent();
  }

  private StudioAction action(String key) {
    return desk.studio.actions().all().stream()
        .filter(action -> action.key().equals(key))
        .findAny()
        .orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private StudioAction first() {
    return desk.fx(
        () -> ((ListView<StudioAction>) desk.node("#palette-list")).getItems().getFirst());
  }

  private Window window(String title) {
    desk.until(
        title + " is open",
        () -> Window.getWindows().stream().anyMatch(w -> title.equals(title(w))));
    return desk.fx(
        () ->
            Window.getWindows().stream()
                .filter(w -> title.equals(title(w)))
                .findAny()
                .orElseThrow());
  }

  private static String title(Window window) {
    return window instanceof Stage stage ? stage.getTitle() : "";
  }
}
