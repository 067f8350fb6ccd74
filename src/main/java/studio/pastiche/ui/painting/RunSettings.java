package studio.pastiche.ui.painting;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.LayerWeights;
import studio.pastiche.engine.Layers;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.Tuning;

/// What a run was started with, and what it can take of the settings as they are by now.
final class RunSettings {
  private final Settings settings;
  private final Supplier<List<Double>> mix;
  private final Layers layers;
  private final int iterations;
  private final Map<Setting, Object> fixed;
  private @Nullable LayerWeights lastLayers;
  private @Nullable Integer lastIterations;

  /// Remembers the settings as they are, for a run of these style images.
  RunSettings(Settings settings, List<StyleInput> styles) {
    this(settings, () -> mix(styles), settings.layers(), settings.iterations().getInt());
  }

  /// Remembers the settings as they are, for a run that goes on from another.
  ///
  /// @param mix the style mix as it is set now
  /// @param recipe as that run began
  RunSettings(Settings settings, Supplier<List<Double>> mix, Recipe recipe) {
    this(settings, mix, recipe.layers(), recipe.schedule().total());
  }

  private RunSettings(
      Settings settings, Supplier<List<Double>> mix, Layers layers, int iterations) {
    this.settings = settings;
    this.mix = mix;
    this.layers = layers;
    this.iterations = iterations;
    fixed =
        settings.all().stream()
            .collect(Collectors.toMap(Function.identity(), Setting::fixedAtStart));
  }

  /// Whether something is set that needs a new start.
  boolean outdated() {
    return settings.all().stream().anyMatch(this::outdated);
  }

  /// Whether this is set to what needs a new start.
  boolean outdated(Setting setting) {
    return !setting.fixedAtStart().equals(fixed.get(setting));
  }

  static List<Double> mix(List<StyleInput> styles) {
    return styles.stream().map(style -> style.share().get()).toList();
  }

  /// What is set now, as far as the run can take it. It speaks of the style images that the run was
  /// started with, whatever lies in the wells by now.
  ///
  /// @param dragging whether a slider is under way: a number of iterations that it only passes must
  ///   not end the run
  Tuning tuning(boolean dragging) {
    if (sameLayers()) {
      LayerWeights now = settings.layers().weights();
      lastLayers = now.equals(layers.weights()) ? null : now;
    }
    if (!dragging) {
      int now = settings.iterations().getInt();
      lastIterations = now == iterations ? null : Integer.valueOf(now);
    }
    return settings.tuning(mix.get()).withLayers(lastLayers).withIterations(lastIterations);
  }

  private boolean sameLayers() {
    return settings.styleLayers().layers().equals(layers.style().keySet())
        && settings.contentLayers().layers().equals(layers.content().keySet());
  }
}
