package studio.pastiche.ui.preset;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.pastiche.file.FileException;
import studio.pastiche.session.BuiltInPresets;
import studio.pastiche.session.Look;
import studio.pastiche.session.Preset;
import studio.pastiche.session.PresetStore;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.painting.SettingsTransfer;
import studio.pastiche.ui.painting.StepName;
import studio.pastiche.ui.task.Background;

/// The presets there are, the one that was chosen, and whether the settings still are as it says.
/// Read, called and told on the JavaFX thread.
public final class Presets {
  private final Painting painting;
  private final SettingsTransfer settings;
  private final PresetStore store;
  private final Background background;
  private final ObservableList<Preset> own = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper modified = new ReadOnlyBooleanWrapper();
  private Function<Preset, String> names = Preset::name;

  public Presets(Painting painting, PresetStore store, Background background) {
    this.painting = painting;
    this.store = store;
    this.background = background;
    settings = new SettingsTransfer(painting.settings());
    painting.edits().onChange(this::compare);
  }

  /// How presets are called in the window; built-in ones know only their key.
  void nameBy(Function<Preset, String> naming) {
    names = naming;
  }

  /// Reads the artist's own.
  public void load(Consumer<? super Throwable> failed) {
    background.run(store::all, own::setAll, failed);
  }

  public List<Preset> builtIn() {
    return BuiltInPresets.all();
  }

  public ObservableList<Preset> own() {
    return own;
  }

  /// The one that was chosen last, or null.
  public ReadOnlyObjectProperty<@Nullable Preset> chosen() {
    return painting.preset();
  }

  /// Whether the settings differ from the chosen one.
  public ReadOnlyBooleanProperty modified() {
    return modified.getReadOnlyProperty();
  }

  /// Takes its look, as one step.
  public void choose(Preset preset) {
    painting
        .edits()
        .together(
            StepName.of("preset.step", names.apply(preset)),
            () -> {
              settings.take(preset.look());
              painting.choosePreset(preset);
            });
  }

  /// Brings the chosen preset's own look back.
  public void reset() {
    Preset preset = chosen().get();
    if (preset != null) {
      choose(preset);
    }
  }

  /// Keeps the look that is set under a name, in place of an own preset that has it.
  public void save(String name, Consumer<? super Throwable> failed) {
    Look look = settings.look();
    change(() -> store.save(name, look), failed);
  }

  /// Gives the chosen preset another name, if it is the artist's own.
  public void rename(String name, Consumer<? super Throwable> failed) {
    Preset preset = chosen().get();
    if (preset != null && !preset.builtIn()) {
      change(() -> store.rename(preset, name), failed);
    }
  }

  /// Deletes the chosen preset, if it is the artist's own; the settings stay.
  public void delete(Consumer<? super Throwable> failed) {
    Preset preset = chosen().get();
    if (preset != null && !preset.builtIn()) {
      background.run(
          () -> {
            store.delete(preset);
            return store.all();
          },
          left -> {
            own.setAll(left);
            become(null);
          },
          failed);
    }
  }

  private void change(Change change, Consumer<? super Throwable> failed) {
    background.run(
        () -> {
          Preset preset = change.made();
          return new Changed(preset, store.all());
        },
        changed -> {
          own.setAll(changed.all());
          become(changed.preset());
        },
        failed);
  }

  /// Files are no step: taking one back would not bring them back.
  private void become(@Nullable Preset preset) {
    painting.choosePreset(preset);
    compare();
  }

  private void compare() {
    Preset preset = chosen().get();
    modified.set(preset != null && !settings.look().equals(preset.look()));
  }

  private interface Change {
    Preset made() throws FileException;
  }

  private record Changed(Preset preset, List<Preset> all) {}
}
