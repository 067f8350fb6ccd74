package studio.pastiche.ui.action;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import studio.pastiche.ui.text.Texts;

/// Something the artist can do, whether by button, menu, key or the command palette. Made by [#of],
/// and refined by the methods that return it.
///
/// @param key of its words; `key.tip` explains it
/// @param group where it is found
/// @param icon its picture
/// @param does it
/// @param keys any of them does it; the first is shown
/// @param possible whether it can be done now
/// @param whyNot the key of the words that say what is missing while it is not possible
/// @param toggles what it switches on and off, if that is what it does
/// @param name its words where they change, in place of the key's
public record StudioAction(
    String key,
    ActionGroup group,
    Ikon icon,
    Runnable does,
    List<Keys> keys,
    ObservableBooleanValue possible,
    ObservableValue<String> whyNot,
    @Nullable BooleanProperty toggles,
    @Nullable ObservableValue<String> name) {
  /// An action that is always possible and has no keys.
  public static StudioAction of(String key, ActionGroup group, Ikon icon, Runnable does) {
    return new StudioAction(
        key, group, icon, does, List.of(), ALWAYS, new ReadOnlyStringWrapper(""), null, null);
  }

  /// One that switches something on and off.
  public static StudioAction toggle(String key, ActionGroup group, Ikon icon, BooleanProperty on) {
    return new StudioAction(
        key,
        group,
        icon,
        () -> on.set(!on.get()),
        List.of(),
        ALWAYS,
        new ReadOnlyStringWrapper(""),
        on,
        null);
  }

  private static final ObservableBooleanValue ALWAYS = Bindings.createBooleanBinding(() -> true);

  /// This action with keys.
  public StudioAction withKeys(Keys... any) {
    return new StudioAction(key, group, icon, does, List.of(any), possible, whyNot, toggles, name);
  }

  /// This action, possible only at times.
  ///
  /// @param whyNot the key of what is missing at other times
  public StudioAction when(ObservableBooleanValue possible, String whyNot) {
    return when(possible, new ReadOnlyStringWrapper(whyNot));
  }

  /// As [#when(ObservableBooleanValue, String)], with a reason that changes.
  public StudioAction when(ObservableBooleanValue possible, ObservableValue<String> whyNot) {
    return new StudioAction(key, group, icon, does, keys, possible, whyNot, toggles, name);
  }

  /// This action, with words that change; the key's say what it is where these are not at hand.
  public StudioAction called(ObservableValue<String> words) {
    return new StudioAction(key, group, icon, does, keys, possible, whyNot, toggles, words);
  }

  /// Its words, as the registry's texts have them.
  ObservableValue<String> words(Texts texts) {
    return name == null ? texts.bound(key) : name;
  }

  /// The keys as they are shown, if it has any.
  public Optional<String> shortcut() {
    return keys.stream().findFirst().map(Keys::words);
  }

  /// Does it, if that is possible now.
  public void run() {
    if (possible.get()) {
      does.run();
    }
  }
}
