package studio.pastiche.ui.painting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.PictureReference;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.session.Branch;
import studio.pastiche.session.BuiltInPresets;
import studio.pastiche.session.Document;
import studio.pastiche.session.InputPicture;
import studio.pastiche.session.Look;
import studio.pastiche.session.Preset;
import studio.pastiche.session.RecipeSettings;
import studio.pastiche.session.Snapshot;

/// What the artist has chosen: the pictures in the wells, the settings, and the preset they came
/// from; and what a run would begin with.
final class Chosen {
  private final Settings settings = new Settings();
  private final ObjectProperty<@Nullable InputPicture> content = new SimpleObjectProperty<>();
  private final ObservableList<StyleInput> styles = FXCollections.observableArrayList();
  private final SettingsText text = new SettingsText(settings);
  private final ObjectProperty<@Nullable Preset> preset =
      new SimpleObjectProperty<>(BuiltInPresets.BALANCED);
  private final Edits edits;
  private final BooleanBinding canPaint;

  /// @param easel is cleared for each new photo; while it is busy the pictures must stay
  Chosen(Easel easel) {
    canPaint =
        Bindings.createBooleanBinding(
            () -> content.get() != null && !styles.isEmpty() && !easel.busy(),
            content,
            styles,
            easel.phase());
    content.addListener((_, _, _) -> easel.clear());
    edits = new Edits(settings, content, styles, preset, easel.busyBinding());
  }

  /// A run of these pictures and settings, as they are now.
  ///
  /// @param settings of the recipe
  /// @param run what the run can take of changes
  record Start(
      RecipeSettings settings, InputPicture photo, List<StyleInput> styles, RunSettings run) {}

  Settings settings() {
    return settings;
  }

  ObjectProperty<@Nullable InputPicture> content() {
    return content;
  }

  ObservableList<StyleInput> styles() {
    return styles;
  }

  ObjectProperty<@Nullable Preset> preset() {
    return preset;
  }

  Edits edits() {
    return edits;
  }

  /// Whether there is what a run needs, and none in hand.
  BooleanBinding canPaint() {
    return canPaint;
  }

  /// Tells of pictures that come and go.
  void onInputs(Runnable changed) {
    content.addListener((_, _, _) -> changed.run());
    styles.addListener((ListChangeListener<StyleInput>) _ -> changed.run());
  }

  /// All that goes into a recipe besides the pictures, as it is set now.
  RecipeSettings recipeSettings() {
    return settings.recipeSettings(RunSettings.mix(styles));
  }

  /// What a run would begin with now; nothing where a picture is missing.
  Optional<Start> start() {
    InputPicture photo = content.get();
    if (photo == null || styles.isEmpty()) {
      return Optional.empty();
    }
    List<StyleInput> now = List.copyOf(styles);
    return Optional.of(new Start(recipeSettings(), photo, now, new RunSettings(settings, now)));
  }

  /// The recipe that a run would begin with now; nothing where a picture is missing.
  Optional<Function<FeatureNetwork, Recipe>> planned() {
    return start()
        .map(
            start ->
                network ->
                    start
                        .settings()
                        .of(
                            RunPlans.references(start.photo(), start.styles()),
                            NetworkReference.of(network)));
  }

  RunPlans.Wells wells() {
    return new RunPlans.Wells(content.get(), styles);
  }

  /// Sets what a run in progress can't be given any more to what it is in a snapshot's run, but for
  /// the device.
  RunSettings takeFrom(Branch branch, Snapshot snapshot) {
    Map<Setting, Object> live = new HashMap<>();
    settings.tunable().forEach(each -> live.put(each, each.get()));
    edits.together(
        StepName.of("action.continue-from"),
        () -> {
          SettingsTransfer transfer = new SettingsTransfer(settings);
          String device = settings.device().get();
          transfer.take(RecipeSettings.asLeft(snapshot.recipe()), List.of());
          settings.device().restore(device);
          settings.network().restore(snapshot.recipe().network().name());
          live.forEach(Setting::restore);
        });
    List<StyleInput> now = List.copyOf(styles);
    List<PictureReference> here = now.stream().map(s -> s.input().reference()).toList();
    List<Double> last = snapshot.recipe().lastTuning().styleMix();
    Supplier<List<Double>> mix =
        here.equals(branch.recipe().inputs().styles()) ? () -> RunSettings.mix(now) : () -> last;
    return new RunSettings(settings, mix, branch.recipe());
  }

  /// The pictures with their shares, as a document holds them.
  List<Document.Style> documentStyles() {
    return styles.stream().map(s -> new Document.Style(s.input(), s.share().get())).toList();
  }

  /// The settings, as a document holds them.
  SortedMap<String, String> documentSettings() {
    return text.write();
  }

  /// Takes what a document holds, but for the device, which is this machine's; there is no step
  /// back from it.
  void open(Document document) {
    edits.together(
        StepName.of("action.open-project"),
        () -> {
          String device = settings.device().get();
          text.read(document.settings());
          settings.device().restore(device);
          content.set(document.content());
          styles.setAll(
              document.styles().stream().map(s -> StyleInput.of(s.input(), s.share())).toList());
          preset.set(builtInAsSet());
        });
    edits.forget();
  }

  /// The preset that comes with Pastiche and is set as the settings are, if any.
  private @Nullable Preset builtInAsSet() {
    Look now = new SettingsTransfer(settings).look();
    return BuiltInPresets.all().stream()
        .filter(each -> each.look().equals(now))
        .findFirst()
        .orElse(null);
  }
}
