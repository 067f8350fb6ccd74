package studio.pastiche.ui.window;

import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import studio.pastiche.ui.text.Texts;
import studio.pastiche.ui.theme.Themes;

/// A window beside the main one, which one can work on with while it is open. Escape and the
/// system's keys for closing a window close it. It is made when it is first shown.
public final class SideWindow {
  private static final KeyCombination CLOSE =
      new KeyCodeCombination(KeyCode.W, KeyCombination.SHORTCUT_DOWN);

  private final Scene owner;
  private final Spec spec;
  private final Themes themes;
  private final Texts texts;
  private @Nullable Stage stage;

  /// What a window is.
  ///
  /// @param titleKey the key of its title
  /// @param width of its content at the normal size of letters, in pixels
  /// @param height likewise
  /// @param content makes what it shows
  public record Spec(String titleKey, double width, double height, Supplier<Parent> content) {}

  /// @param owner the main window's scene
  public SideWindow(Scene owner, Spec spec, Themes themes, Texts texts) {
    this.owner = owner;
    this.spec = spec;
    this.themes = themes;
    this.texts = texts;
  }

  /// Opens it, or brings it to the front.
  public void show() {
    Stage shown = stage;
    if (shown == null) {
      shown = made();
      stage = shown;
    }
    shown.show();
    shown.toFront();
    shown.requestFocus();
  }

  public void close() {
    if (stage != null) {
      stage.hide();
    }
  }

  public boolean showing() {
    return stage != null && stage.isShowing();
  }

  /// What it shows, or null while it was never shown.
  public @Nullable Scene scene() {
    return stage == null ? null : stage.getScene();
  }

  private Stage made() {
    double scale = themes.scale().get();
    Scene scene = new Scene(spec.content().get(), spec.width() * scale, spec.height() * scale);
    themes.dressToo(scene);
    scene.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE || CLOSE.match(event)) {
            event.consume();
            close();
          }
        });
    Stage made = new Stage();
    Window main = owner.getWindow();
    made.initOwner(main);
    if (main instanceof Stage studio) {
      made.getIcons().setAll(studio.getIcons());
    }
    made.titleProperty().bind(texts.bound(spec.titleKey()));
    made.setScene(scene);
    return made;
  }
}
