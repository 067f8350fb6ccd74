package studio.pastiche.ui.action;

import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/// Hears the keys that nothing else in a scene has taken, and does the action they stand for. Menus
/// show the same keys, but come later: what is being typed counts first, as if it had been left.
final class KeyListener {
  private final Actions actions;

  KeyListener(Actions actions) {
    this.actions = actions;
  }

  void listen(Scene scene) {
    scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> heard(scene, event));
    scene.addEventHandler(KeyEvent.KEY_TYPED, event -> heard(scene, event));
  }

  private void heard(Scene scene, KeyEvent event) {
    boolean writing =
        scene.getFocusOwner() instanceof TextInputControl field
            && field.isEditable()
            && !field.isDisabled();
    for (StudioAction action : actions.all()) {
      for (Keys keys : action.keys()) {
        if (keys.pressed(event) && !(writing && keys.typesText())) {
          event.consume();
          act(scene, action);
          return;
        }
      }
    }
  }

  private static void act(Scene scene, StudioAction action) {
    if (scene.getFocusOwner() instanceof TextField field) {
      field.fireEvent(new ActionEvent(field, field));
    }
    action.run();
  }
}
