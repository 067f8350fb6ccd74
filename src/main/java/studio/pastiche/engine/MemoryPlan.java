package studio.pastiche.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.picture.Size;

/// How a recipe is painted within some memory: whole where it fits, else in the largest tiles that
/// do, for their surroundings cost the less; and with the whole pictures in files where even they
/// are too much.
///
/// @param recipe with its tiles
/// @param held the pixels that a picture kept in memory may have
/// @param need of the stage that needs most
/// @param files the bytes of the files that are made
record MemoryPlan(Recipe recipe, long held, MemoryNeed need, long files) {
  private static final long ALL = Long.MAX_VALUE;

  /// The plan within `free` bytes, or the one that needs least where none fits. A recipe's own
  /// tiles are taken as they are where they fit, so that it paints the very same picture.
  ///
  /// @param recipe with its device and precision settled
  /// @param content the content image's size
  static MemoryPlan of(Recipe recipe, Size content, FeatureNetwork network, long free) {
    MemoryPlan least = of(recipe, content, network, recipe.computation().tile(), ALL);
    if (least.need.bytes() <= free) {
      return least;
    }
    for (Integer side : sides(recipe.computation().tile())) {
      for (long held : places(recipe, content, network, side, free)) {
        MemoryPlan plan = of(recipe, content, network, side, held);
        if (plan.need.bytes() <= free) {
          return plan;
        }
        least = plan.need.bytes() < least.need.bytes() ? plan : least;
      }
    }
    return least;
  }

  /// The tiles to try, largest first.
  private static List<Integer> sides(@Nullable Integer wish) {
    List<Integer> sides = new ArrayList<>();
    if (wish != null) {
      sides.add(wish);
    }
    Tile.SIDES.stream().filter(side -> wish == null || side < wish).forEach(sides::add);
    return sides;
  }

  /// The two ways to keep the pictures: all in memory, and as many stages of it as fit. L-BFGS
  /// knows only the first.
  private static List<Long> places(
      Recipe recipe, Size content, FeatureNetwork network, Integer side, long free) {
    if (recipe.optimization().optimizer() == OptimizerKind.LBFGS) {
      return List.of(ALL);
    }
    long held = 0;
    for (Stage stage : Pyramid.of(content.width(), content.height(), recipe.schedule())) {
      if (need(stage, recipe, network, side, false).bytes() <= free) {
        held = Math.max(held, stage.size().pixels());
      }
    }
    return List.of(ALL, held);
  }

  private static MemoryPlan of(
      Recipe recipe, Size content, FeatureNetwork network, @Nullable Integer side, long held) {
    MemoryNeed most = new MemoryNeed(0);
    long files = 0;
    for (Stage stage : Pyramid.of(content.width(), content.height(), recipe.schedule())) {
      boolean inFiles = stage.size().pixels() > held;
      MemoryNeed need = need(stage, recipe, network, side, inFiles);
      most = need.bytes() > most.bytes() ? need : most;
      files = inFiles ? MemoryNeed.files(stage, network, recipe.layers()) : files;
    }
    return new MemoryPlan(
        recipe.withComputation(recipe.computation().withTile(side)), held, most, files);
  }

  private static MemoryNeed need(
      Stage stage, Recipe recipe, FeatureNetwork network, @Nullable Integer side, boolean inFiles) {
    return MemoryNeed.of(
        stage,
        network,
        recipe.layers(),
        recipe.optimization().optimizer(),
        recipe.computation().precision(),
        side,
        inFiles);
  }
}
