package studio.pastiche.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.pastiche.engine.Engine;
import studio.pastiche.networks.Catalogue;
import studio.pastiche.networks.NetworkStore;
import studio.pastiche.networks.Networks;
import studio.pastiche.networks.download.Settings;
import studio.pastiche.ui.networks.NetworkAccess;
import studio.pastiche.ui.text.Language;
import studio.pastiche.ui.theme.Motion;
import studio.pastiche.ui.theme.Theme;

/// Walks all screens: whoever can't see them, sees little, or has no mouse, must be able to work
/// with them.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
@org.jspecify.annotations.NullUnmarked
class AccessibilityTest {
  @TempDir Path folder;
  private Networks networks;
  private Desk desk;
  private Screens screens;

  @Start
  void open(Stage stage) throws IOException {
    networks =
        new Networks(
            Catalogue.builtIn(),
            new NetworkStore(folder.resolve("networks")),
            () -> {
              throw new IllegalStateException("nothing is fetched");
            },
            Settings.defaults());
    desk = new Desk(stage, new NetworkAccess(networks, null), Engine.FREE_MEMORY);
    screens = new Screens(desk);
  }

  @BeforeEach
  void furnish() {
    screens.furnish(folder);
    furnishNetworks();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void everyControlSaysWhatItIsInEveryLanguage() {
    for (Language language : Language.values()) {
      assertEquals(
          List.of(),
          complaints(language, Walk::controls, AccessibilityTest::saysNothing),
          "controls without accessible text in " + language);
    }
  }

  @Test
  void everyWorkingControlCanBeReachedByKeyboard() {
    // The palette's list is worked from its field, which keeps the keyboard.
    assertEquals(
        List.of(),
        complaints(
            Language.ENGLISH,
            Walk::controls,
            c -> Walk.works(c) && !c.isFocusTraversable() && !"palette-list".equals(c.getId())));
  }

  @Test
  void noWordsAreCutShortInTheSmallestWindow() {
    for (Language language : Language.values()) {
      desk.fx(
          () -> {
            desk.texts.language().set(language);
            screens.layOut(1000, 700);
            return 0;
          });
      assertEquals(
          List.of(),
          complaints(language, Walk::labelled, AccessibilityTest::isCut),
          "controls with cut text in " + language);
    }
  }

  @Test
  void everythingHasRoomInTheSmallestWindow() {
    for (Language language : Language.values()) {
      double least =
          desk.fx(
              () -> {
                desk.texts.language().set(language);
                screens.layOut(1000, 700);
                return desk.stage.getScene().getRoot().minWidth(-1);
              });
      // The frame that the system draws takes a few pixels of the window.
      assertTrue(least <= desk.stage.getMinWidth() - 8, language + " needs " + least);
    }
  }

  @Test
  void noWordsAreCutShortWhereLettersAreLarge() {
    for (Language language : Language.values()) {
      desk.fx(
          () -> {
            desk.texts.language().set(language);
            screens.settings().fontPercent().set(150);
            screens.layOut(1280, 800);
            screens.layOut(1280, 800);
            return 0;
          });
      assertEquals(
          List.of(),
          complaints(language, Walk::labelled, AccessibilityTest::isCut),
          "controls with cut text in " + language);
      assertEquals(
          List.of(),
          complaints(language, Walk::labelled, this::liesOutside),
          "controls outside of the window in " + language);
      assertEquals(
          List.of(),
          complaints(language, Walk::labelled, AccessibilityTest::liesOver),
          "controls that lie over others in " + language);
    }
  }

  @Test
  void everyTextStandsOutFromWhatItStandsOn() {
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      List<String> faint =
          desk.fx(
              () -> {
                screens.settings().theme().set(theme);
                screens.layOut(1000, 700);
                List<String> found = new ArrayList<>();
                for (Parent root : screens.roots()) {
                  found.addAll(new Contrast(root).faint());
                }
                return found;
              });
      assertEquals(List.of(), faint, theme + ": texts of too little contrast");
    }
  }

  @Test
  void whereMotionIsReducedNothingTurnsByItself() {
    desk.fx(
        () -> {
          screens.settings().motion().set(Motion.REDUCED);
          return 0;
        });
    List<String> turning =
        complaints(
            Language.ENGLISH,
            Walk::controls,
            c -> c instanceof ProgressBar bar && bar.isIndeterminate());
    assertEquals(List.of(), turning);
  }

  /// The networks' window with one of each kind, a question, and everything unfolded.
  private void furnishNetworks() {
    Path reference = Path.of("src/test/resources/reference/torchvision-zip.pth");
    try {
      networks.imports().keep(reference, "mine", null);
      Files.writeString(networks.store().folder().resolve("bad.safetensors"), "broken");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    desk.act("action.networks");
    desk.until("it shows them", () -> NetworksDesk.find("change-input-mine").isPresent());
    desk.fx(
        () -> {
          ((ButtonBase) NetworksDesk.find("change-input-mine").orElseThrow()).fire();
          ((ButtonBase) NetworksDesk.find("by-hand-vgg19").orElseThrow()).fire();
          NetworksDesk.root().applyCss();
          NetworksDesk.root().layout();
          return 0;
        });
  }

  private List<String> complaints(
      Language language,
      java.util.function.Function<Parent, List<Control>> walk,
      Predicate<Control> wrong) {
    return desk.fx(
        () -> {
          desk.texts.language().set(language);
          List<Control> all = new ArrayList<>();
          screens.roots().forEach(root -> all.addAll(walk.apply(root)));
          assertTrue(all.size() > 60, "the walk finds the controls");
          return all.stream().filter(wrong).map(Walk::name).toList();
        });
  }

  private static boolean saysNothing(Control control) {
    return control.getAccessibleText() == null || control.getAccessibleText().isBlank();
  }

  /// File names may be shortened in their middle, and what wraps goes on in the next line.
  private static boolean isCut(Control control) {
    return control instanceof Labeled labeled
        && shows(labeled)
        && labeled.getTextOverrun() != OverrunStyle.CENTER_ELLIPSIS
        && (labeled.isWrapText()
            ? labeled.getHeight() + 1 < labeled.prefHeight(labeled.getWidth())
            : labeled.getWidth() + 1 < labeled.prefWidth(-1));
  }

  /// What lies in a pane that scrolls can be brought into sight.
  private boolean liesOutside(Control control) {
    if (!shows(control) || scrolls(control)) {
      return false;
    }
    Bounds there = control.localToScene(control.getLayoutBounds());
    Bounds all = control.getScene().getRoot().getLayoutBounds();
    return there.getMinX() < -1
        || there.getMaxX() > all.getWidth() + 1
        || there.getMinY() < -1
        || there.getMaxY() > all.getHeight() + 1;
  }

  /// In a row, a column or a grid everything has a place of its own.
  private static boolean liesOver(Control control) {
    return shows(control)
        && !(control.getParent() instanceof StackPane)
        && control.getParent().getChildrenUnmodifiable().stream()
            .filter(other -> other != control && other.isVisible() && other.isManaged())
            .map(other -> overlap(control.getBoundsInParent(), other.getBoundsInParent()))
            .anyMatch(over -> over > 2);
  }

  /// How far two rectangles lie over each other, across or down, whichever is less.
  private static double overlap(Bounds a, Bounds b) {
    double across = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
    double down = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
    return Math.min(across, down);
  }

  private static boolean scrolls(Node node) {
    for (Node each = node.getParent(); each != null; each = each.getParent()) {
      if (each instanceof ScrollPane) {
        return true;
      }
    }
    return false;
  }

  private static boolean shows(Control control) {
    for (Node each = control; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return control.getWidth() > 0;
  }
}
