package studio.pastiche.session;

import studio.pastiche.engine.Computation;
import studio.pastiche.engine.Init;
import studio.pastiche.engine.Inputs;
import studio.pastiche.engine.LayerWeights;
import studio.pastiche.engine.Layers;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.Optimization;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.Schedule;
import studio.pastiche.engine.Tuning;

/// What a recipe says of how to paint, whatever the pictures: to be carried from one to another.
///
/// @param tuning as the run starts with it; its style mix goes with the pictures it was made for
public record RecipeSettings(
    Layers layers,
    Schedule schedule,
    Optimization optimization,
    Init init,
    Tuning tuning,
    Computation computation) {
  public static RecipeSettings of(Recipe recipe) {
    return new RecipeSettings(
        recipe.layers(),
        recipe.schedule(),
        recipe.optimization(),
        recipe.init(),
        recipe.tuning(),
        recipe.computation());
  }

  public RecipeSettings withTuning(Tuning other) {
    return new RecipeSettings(layers, schedule, optimization, init, other, computation);
  }

  public RecipeSettings withSchedule(Schedule other) {
    return new RecipeSettings(layers, other, optimization, init, tuning, computation);
  }

  /// As [#of(Recipe)], but as they were when the painting was left: what was tuned since its start
  /// is in its place.
  public static RecipeSettings asLeft(Recipe recipe) {
    Tuning last = recipe.lastTuning();
    RecipeSettings start = of(recipe);
    LayerWeights weights = last.layers();
    Integer iterations = last.iterations();
    Layers layers =
        weights == null
            ? start.layers()
            : start.layers().withStyle(weights.style()).withContent(weights.content());
    Schedule schedule =
        iterations == null ? start.schedule() : start.schedule().withIterations(iterations);
    return new RecipeSettings(
        layers,
        schedule,
        start.optimization(),
        start.init(),
        last.withLayers(null).withIterations(null),
        start.computation());
  }

  /// The recipe that paints these pictures so. Throws IllegalArgumentException where the style mix
  /// is for another number of style images.
  public Recipe of(Inputs inputs, NetworkReference network) {
    return Recipe.defaults(inputs, network)
        .withLayers(layers)
        .withSchedule(schedule)
        .withOptimization(optimization)
        .withInit(init)
        .withTuning(tuning)
        .withComputation(computation);
  }
}
