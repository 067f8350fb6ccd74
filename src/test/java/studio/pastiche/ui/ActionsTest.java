package studio.pastiche.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.pastiche.ui.action.ActionGroup;
import studio.pastiche.ui.action.Keys;
import studio.pastiche.ui.action.StudioAction;
import studio.pastiche.ui.text.Language;

/// Looks through the registry of the whole studio, whichever area an action comes from.
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
@org.jspecify.annotations.NullUnmarked
class ActionsTest {
  /// What a text field does with keys, beside writing: JavaFX's own list on all systems.
  private static final Set<String> EDITING =
      Stream.of(
              Stream.of("A", "C", "V", "X", "Z", "Y", "H", "Left", "Right", "Home", "End")
                  .flatMap(key -> Stream.of("Shortcut+" + key, "Shift+Shortcut+" + key)),
              Stream.of("Shortcut+Backspace", "Shortcut+Delete", "Shortcut+Insert"),
              Stream.of("Left", "Right", "Up", "Down", "Home", "End", "Insert", "Delete")
                  .flatMap(key -> Stream.of(key, "Shift+" + key)),
              Stream.of("Backspace", "Enter", "Tab", "Shift+Tab"))
          .flatMap(each -> each)
          .collect(Collectors.toUnmodifiableSet());

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
  void noTwoActionsShareKeys() {
    List<Keys> keys = actions().stream().flatMap(a -> a.keys().stream()).toList();
    assertTrue(keys.size() > 10, "the actions have keys");
    List<Keys> twice =
        keys.stream().filter(one -> keys.stream().filter(one::sameAs).count() > 1).toList();
    assertEquals(List.of(), twice);
  }

  @Test
  void keysThatAreSharedCannotBeAdded() {
    StudioAction thief =
        StudioAction.of("action.thief", ActionGroup.FILE, MaterialDesignA.ALERT, () -> {})
            .withKeys(Keys.shortcut(KeyCode.S));
    assertThrows(IllegalArgumentException.class, () -> desk.studio.actions().add(thief));
  }

  @Test
  void noKeysTakeFromATextFieldWhatItEditsWith() {
    List<String> clashes = new ArrayList<>();
    for (StudioAction action : actions()) {
      for (Keys keys : action.keys()) {
        if (keys instanceof Keys.Held held
            && EDITING.contains(held.combination().getName()) != held.sharedWithText()) {
          clashes.add(action.key() + " " + held.combination().getName());
        }
      }
    }
    assertEquals(List.of(), clashes);
  }

  @Test
  void everyActionHasWordsATipAndAReasonInBothLanguages() {
    for (Language language : Language.values()) {
      desk.fx(
          () -> {
            desk.texts.language().set(language);
            return 0;
          });
      for (StudioAction action : actions()) {
        assertFalse(desk.texts.get(action.key()).isBlank(), action.key());
        assertFalse(desk.texts.get(action.key() + ".tip").isBlank(), action.key());
        assertFalse(desk.texts.get(action.group().key()).isBlank(), action.key());
        String whyNot = action.whyNot().getValue();
        assertTrue(whyNot.isEmpty() || !desk.texts.get(whyNot).isBlank(), action.key());
        assertFalse(!action.possible().get() && whyNot.isEmpty(), action.key() + " says not why");
      }
    }
  }

  @Test
  void everyActionIsInTheMenuOfItsGroup() {
    MenuBar bar = (MenuBar) desk.node("#menu-bar");
    List<String> items =
        bar.getMenus().stream()
            .flatMap(menu -> menu.getItems().stream())
            .filter(item -> item.getId() != null && item.getId().startsWith("action-"))
            .map(MenuItem::getText)
            .filter(text -> text != null)
            .toList();
    assertEquals(
        actions().stream().map(a -> desk.texts.get(a.key())).sorted().toList(),
        items.stream().sorted().toList());
  }

  @Test
  void aKeyThatWritesActsOnlyOutsideOfTextFields(FxRobot robot) {
    List<String> done = new ArrayList<>();
    desk.fx(
        () -> {
          desk.studio
              .actions()
              .add(
                  StudioAction.of(
                          "action.test",
                          ActionGroup.VIEW,
                          MaterialDesignA.ALERT,
                          () -> done.add("q"))
                      .withKeys(Keys.plain(KeyCode.Q)));
          desk.node("#size").requestFocus();
          return 0;
        });
    robot.type(KeyCode.Q);
    assertEquals(List.of(), done);
    desk.fx(
        () -> {
          desk.node("#canvas").requestFocus();
          return 0;
        });
    robot.type(KeyCode.Q);
    assertEquals(List.of("q"), done);
  }

  @Test
  void aMenuShowsTheKeysOfItsActions() {
    MenuBar bar = (MenuBar) desk.node("#menu-bar");
    MenuItem save =
        bar.getMenus().stream()
            .flatMap(menu -> menu.getItems().stream())
            .filter(item -> "action-save-item".equals(item.getId()))
            .findAny()
            .orElseThrow();
    assertEquals("Shortcut+E", ((KeyCodeCombination) save.getAccelerator()).getName());
  }

  private List<StudioAction> actions() {
    return desk.studio.actions().all();
  }
}
