package studio.pastiche.ui.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.pastiche.ui.text.Texts;

/// The registry of everything the artist can do. Menus, buttons, tooltips, shortcuts and the
/// command palette come from here, so that they agree. Each area of the studio adds its own.
public final class Actions {
  private final List<StudioAction> all = new ArrayList<>();
  private final Texts texts;

  public Actions(Texts texts) {
    this.texts = texts;
  }

  /// Throws IllegalArgumentException where another action has the same name or keys.
  public StudioAction add(StudioAction action) {
    for (StudioAction other : all) {
      if (other.key().equals(action.key())) {
        throw new IllegalArgumentException("there are two actions " + action.key());
      }
      Optional<Keys> both =
          action.keys().stream()
              .filter(keys -> other.keys().stream().anyMatch(keys::sameAs))
              .findAny();
      if (both.isPresent()) {
        throw new IllegalArgumentException(
            "%s and %s both have the keys %s"
                .formatted(other.key(), action.key(), both.get().words()));
      }
    }
    all.add(action);
    return action;
  }

  /// In the order in which they were added.
  public List<StudioAction> all() {
    return List.copyOf(all);
  }

  /// Those of a group, in the order in which they were added.
  public List<StudioAction> in(ActionGroup group) {
    return all.stream().filter(action -> action.group() == group).toList();
  }

  /// A button with icon and words.
  public Button button(StudioAction action) {
    Button button = iconButton(action);
    button.setContentDisplay(ContentDisplay.LEFT);
    return button;
  }

  /// A button with an icon only; its words are for screen readers and the tooltip.
  public Button iconButton(StudioAction action) {
    Button button = dress(new Button(), action);
    button.setOnAction(_ -> action.run());
    return button;
  }

  /// A button with an icon only that stays down while the action's switch is on. Throws
  /// IllegalArgumentException for an action that switches nothing.
  public ToggleButton toggleButton(StudioAction action) {
    var on = action.toggles();
    if (on == null) {
      throw new IllegalArgumentException(action.key() + " switches nothing");
    }
    ToggleButton button = dress(new ToggleButton(), action);
    button.selectedProperty().bindBidirectional(on);
    return button;
  }

  /// Makes every shortcut work in a scene.
  public void install(Scene scene) {
    new KeyListener(this).listen(scene);
  }

  private <T extends ButtonBase> T dress(T button, StudioAction action) {
    button.setId(action.key().replace('.', '-'));
    button.setGraphic(new FontIcon(action.icon()));
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.disableProperty().bind(Bindings.not(action.possible()));
    button.textProperty().bind(action.words(texts));
    button.accessibleTextProperty().bind(action.words(texts));
    String keys = action.shortcut().map(words -> "  (" + words + ")").orElse("");
    return texts.tip(button, Bindings.concat(texts.bound(action.key() + ".tip"), keys));
  }
}
