package studio.pastiche.ui.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.pastiche.ui.text.Texts;

/// The registry of everything the artist can do. Buttons, tooltips and shortcuts come from here, so
/// that they agree.
public final class Actions {
  private final List<StudioAction> all = new ArrayList<>();
  private final Texts texts;

  public Actions(Texts texts) {
    this.texts = texts;
  }

  /// Throws IllegalArgumentException where another action has the same keys.
  public StudioAction add(StudioAction action) {
    KeyCombination shortcut = action.shortcut();
    Optional<StudioAction> other =
        all.stream().filter(a -> shortcut != null && shortcut.equals(a.shortcut())).findAny();
    if (other.isPresent()) {
      throw new IllegalArgumentException(
          "%s and %s both have the keys %s".formatted(other.get().key(), action.key(), shortcut));
    }
    all.add(action);
    return action;
  }

  /// A button with icon and words.
  public Button button(StudioAction action) {
    Button button = iconButton(action);
    button.setContentDisplay(ContentDisplay.LEFT);
    return button;
  }

  /// A button with an icon only; its words are for screen readers and the tooltip.
  public Button iconButton(StudioAction action) {
    Button button = new Button();
    button.setId(action.key().replace('.', '-'));
    button.setGraphic(new FontIcon(action.icon()));
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.disableProperty().bind(Bindings.not(action.possible()));
    button.setOnAction(_ -> action.run());
    texts.label(button, action.key());
    return tip(button, action);
  }

  /// Makes every shortcut work in a scene. What is being typed counts first, as if it had been
  /// left.
  public void install(Scene scene) {
    for (StudioAction action : all) {
      @Nullable KeyCombination shortcut = action.shortcut();
      if (shortcut != null) {
        scene
            .getAccelerators()
            .put(
                shortcut,
                () -> {
                  if (scene.getFocusOwner() instanceof TextField field) {
                    field.fireEvent(new ActionEvent(field, field));
                  }
                  action.run();
                });
      }
    }
  }

  private Button tip(Button button, StudioAction action) {
    KeyCombination shortcut = action.shortcut();
    String keys = shortcut == null ? "" : "  (" + shortcut.getDisplayText() + ")";
    return texts.tip(button, Bindings.concat(texts.bound(action.key() + ".tip"), keys));
  }
}
