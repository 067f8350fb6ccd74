package studio.pastiche.ui.action;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/// Something the artist can do, whether by button, menu or key.
///
/// @param key of its words; `key.tip` explains it
/// @param icon its picture
/// @param shortcut its keys, or null
/// @param possible whether it can be done now
/// @param does it
public record StudioAction(
    String key,
    Ikon icon,
    @Nullable KeyCombination shortcut,
    ObservableBooleanValue possible,
    Runnable does) {
  /// Does it, if that is possible now.
  public void run() {
    if (possible.get()) {
      does.run();
    }
  }
}
