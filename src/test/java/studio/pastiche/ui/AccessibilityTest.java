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
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
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

/// Walks the whole window: whoever can't see it, or has no mouse, must be able to work with it.
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
@org.jspecify.annotations.NullUnmarked
class AccessibilityTest {
  @TempDir Path folder;
  private Networks networks;
  private Desk desk;

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
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void everyControlSaysWhatItIsInEveryLanguage() {
    furnish();
    for (Language language : Language.values()) {
      List<String> silent =
          desk.fx(
              () -> {
                desk.texts.language().set(language);
                return controls().stream().filter(this::saysNothing).map(this::name).toList();
              });
      assertEquals(List.of(), silent, "controls without accessible text in " + language);
    }
  }

  @Test
  void everyWorkingControlCanBeReachedByKeyboard() {
    furnish();
    List<String> unreachable =
        desk.fx(
            () ->
                controls().stream()
                    .filter(c -> works(c) && !c.isFocusTraversable() && c != palette())
                    .map(this::name)
                    .toList());
    assertEquals(List.of(), unreachable);
  }

  @Test
  void noWordsAreCutShortInTheSmallestWindow() {
    furnish();
    for (Language language : Language.values()) {
      List<String> cut =
          desk.fx(
              () -> {
                desk.texts.language().set(language);
                for (Parent root : List.of(desk.stage.getScene().getRoot(), NetworksDesk.root())) {
                  root.applyCss();
                  root.layout();
                }
                return labelled().stream().filter(this::isCut).map(this::name).toList();
              });
      assertEquals(List.of(), cut, "controls with cut text in " + language);
    }
  }

  /// Pictures in the wells, a message, and everything unfolded.
  private void furnish() {
    desk.drop("#content-well .well", Desk.waves(folder.resolve("photo.png"), 40, 30, 0.3));
    desk.drop(
        "#style-wells .well",
        Desk.waves(folder.resolve("one.png"), 30, 30, 1.7),
        Desk.waves(folder.resolve("two.png"), 30, 30, 2.3));
    desk.until("all are read", () -> desk.painting().styles().size() == 2);
    furnishNetworks();
    desk.fx(
        () -> {
          ((TitledPane) desk.node("#more")).setExpanded(true);
          desk.studio.notices().error("What happened", "What to do");
          desk.stage.getScene().getRoot().applyCss();
          desk.stage.getScene().getRoot().layout();
          return 0;
        });
    assertTrue(controls().size() > 50, "the walk finds the controls");
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
    desk.fx(
        () -> {
          desk.studio.actions().all().stream()
              .filter(action -> action.key().equals("action.networks"))
              .findAny()
              .orElseThrow()
              .run();
          return 0;
        });
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

  /// The palette's list is worked from its field, which keeps the keyboard.
  private Node palette() {
    return desk.node("#palette-list");
  }

  private boolean saysNothing(Control control) {
    return control.getAccessibleText() == null || control.getAccessibleText().isBlank();
  }

  /// File names may be shortened in their middle, and what wraps goes on in the next line.
  private boolean isCut(Control control) {
    return control instanceof Labeled labeled
        && labeled.isVisible()
        && labeled.getWidth() > 0
        && labeled.getTextOverrun() != OverrunStyle.CENTER_ELLIPSIS
        && (labeled.isWrapText()
            ? labeled.getHeight() + 1 < labeled.prefHeight(labeled.getWidth())
            : labeled.getWidth() + 1 < labeled.prefWidth(-1));
  }

  private boolean works(Control control) {
    return control instanceof ButtonBase
        || control instanceof Slider
        || control instanceof TextInputControl
        || control instanceof ComboBoxBase<?>
        || control instanceof ListView<?>;
  }

  /// The controls that the studio made; what is inside them is JavaFX's own.
  private List<Control> controls() {
    List<Control> found = new ArrayList<>();
    Predicate<Control> wanted =
        c -> works(c) || c instanceof ProgressBar || c instanceof TitledPane;
    walk(desk.stage.getScene().getRoot(), wanted, found);
    walk(NetworksDesk.root(), wanted, found);
    return found;
  }

  private List<Control> labelled() {
    List<Control> found = new ArrayList<>();
    Predicate<Control> wanted = c -> c instanceof Labeled && !(c instanceof TitledPane);
    walk(desk.stage.getScene().getRoot(), wanted, found);
    walk(NetworksDesk.root(), wanted, found);
    return found;
  }

  private void walk(Node node, Predicate<Control> wanted, List<Control> found) {
    if (node instanceof Control control && wanted.test(control)) {
      found.add(control);
    }
    switch (node) {
      case ScrollPane pane -> walk(pane.getContent(), wanted, found);
      case TitledPane pane -> walk(pane.getContent(), wanted, found);
      case Control _ -> {}
      case Parent parent ->
          parent.getChildrenUnmodifiable().forEach(child -> walk(child, wanted, found));
      default -> {}
    }
  }

  private String name(Control control) {
    String words = control instanceof Labeled labeled ? labeled.getText() : "";
    return control.getClass().getSimpleName() + " " + control.getId() + " " + words;
  }
}
