package studio.pastiche.ui.painting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Init;
import studio.pastiche.engine.Layers;
import studio.pastiche.engine.Optimization;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.Schedule;
import studio.pastiche.engine.Tuning;
import studio.pastiche.session.Look;
import studio.pastiche.session.RecipeSettings;

/// Brings looks and recipes' settings into the settings, and looks out of them.
public final class SettingsTransfer {
  private final Settings settings;

  public SettingsTransfer(Settings settings) {
    this.settings = settings;
  }

  /// What of the settings decides what the picture looks like.
  public Look look() {
    return new Look(
        settings.contentWeight().get(),
        settings.styleWeight().get(),
        settings.tvWeight().get(),
        settings.learningRate().get(),
        settings.styleScale().get(),
        settings.layers(),
        settings.start().get(),
        settings.noiseRatio().get());
  }

  /// Takes a look and leaves the other settings alone.
  public void take(Look look) {
    settings.contentWeight().set(look.contentWeight());
    settings.styleWeight().set(look.styleWeight());
    settings.tvWeight().set(look.tvWeight());
    settings.learningRate().set(look.learningRate());
    settings.styleScale().set(look.styleScale());
    settings.start().restore(look.start());
    settings.noiseRatio().set(look.noiseRatio());
    take(look.layers());
  }

  /// Takes all of a recipe's settings, but for a picture to start from, which is no setting, and
  /// the style mix where there are other style images. Numbers that the settings do not reach give
  /// way to the nearest.
  ///
  /// @param styles the style images there are
  public void take(RecipeSettings recipe, List<StyleInput> styles) {
    take(recipe.layers());
    take(recipe.schedule());
    take(recipe.optimization());
    take(recipe.init());
    take(recipe.tuning(), styles);
    settings.precision().restore(recipe.computation().precision());
    settings.device().restore(recipe.computation().device());
  }

  /// Takes what a recipe says, as it was when that painting was left; the device stays the
  /// artist's.
  ///
  /// @return whether all of it could be set here; the command line can paint what could not
  public boolean restore(Recipe recipe) {
    String device = settings.device().get();
    RecipeSettings left = RecipeSettings.asLeft(recipe);
    take(left, List.of());
    settings.device().value().set(device);
    RecipeSettings taken = settings.recipeSettings(left.tuning().styleMix());
    return taken.layers().equals(left.layers())
        && taken.schedule().equals(left.schedule())
        && taken.optimization().equals(left.optimization())
        && taken.init().equals(left.init())
        && taken.tuning().equals(left.tuning());
  }

  private void take(Layers layers) {
    settings.styleLayers().set(layers.style());
    settings.contentLayers().set(layers.content());
    settings.statistic().restore(layers.statistic());
    settings.pooling().restore(layers.pooling());
  }

  private void take(Schedule schedule) {
    settings.size().set(schedule.size());
    settings.stages().restore(schedule.stages());
    settings.turnTo(schedule.dial());
    settings.iterations().set(schedule.total());
    settings.average().restore(schedule.average());
    settings.styleScale().set(schedule.styleScale());
  }

  private void take(Optimization optimization) {
    settings.optimizer().restore(optimization.optimizer());
    Optimization.@Nullable Decay decay = optimization.decay();
    if (decay == null) {
      settings.decay().reset();
      settings.decaySteps().reset();
    } else {
      settings.decay().set(decay.factor());
      settings.decaySteps().set(decay.steps());
    }
    @Nullable Double clip = optimization.clipGradient();
    settings.clipGradient().set(clip == null ? 0 : clip);
  }

  private void take(Init init) {
    settings.start().restore(init.kind());
    settings.noiseRatio().set(init.noiseRatio());
    settings.noise().restore(init.noise());
    settings.seed().set(init.seed());
  }

  private void take(Tuning tuning, List<StyleInput> styles) {
    settings.contentWeight().set(tuning.contentWeight());
    settings.styleWeight().set(tuning.styleWeight());
    settings.tvWeight().set(tuning.tvWeight());
    settings.learningRate().set(tuning.learningRate());
    if (styles.size() == tuning.styleMix().size()) {
      for (int i = 0; i < styles.size(); i++) {
        styles.get(i).share().set(tuning.styleMix().get(i));
      }
    }
  }
}
