package studio.pastiche.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.torch.Program;
import studio.pastiche.picture.Picture;

/// Times a few iterations of a recipe at two small sizes, on noise.
final class PaceTrial {
  private static final int SMALL = 96;
  private static final int LARGE = 224;

  /// PyTorch prepares itself in the first.
  private static final int WARM_UP = 2;

  private static final int TIMED = 3;

  private final Program program;
  private final Recipe recipe;
  private final FeatureNetwork network;

  /// @param recipe with its computation settled; its size and pictures do not matter
  PaceTrial(Program program, Recipe recipe, FeatureNetwork network) {
    this.program = program;
    this.recipe = recipe;
    this.network = network;
  }

  Pace pace() {
    double small = seconds(SMALL);
    double large = seconds(LARGE);
    return Pace.of((long) SMALL * SMALL, small, (long) LARGE * LARGE, large);
  }

  /// An iteration at a size. The least of some: what else the machine does only makes them longer.
  private double seconds(int side) {
    PictureReference noise = new PictureReference("noise", "");
    Recipe trial =
        Recipe.defaults(new Inputs(noise, List.of(noise), null), recipe.network())
            .withLayers(recipe.layers())
            .withOptimization(recipe.optimization())
            .withComputation(recipe.computation())
            .withSchedule(
                Schedule.defaults()
                    .withStages(StagePlan.SINGLE)
                    .withSize(side)
                    .withIterations(WARM_UP + TIMED));
    Materials materials = new Materials(noise(side, 1), List.of(noise(side, 2)), null, network);
    List<Long> moments = new ArrayList<>();
    try (Run run = Run.open(program, trial, materials, null)) {
      run.paint(_ -> moments.add(System.nanoTime()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the trial was interrupted", e);
    }
    long least = Long.MAX_VALUE;
    for (int i = WARM_UP; i < moments.size(); i++) {
      least = Math.min(least, moments.get(i) - moments.get(i - 1));
    }
    return least / 1e9;
  }

  private static Picture noise(int side, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    float[] rgb = new float[3 * side * side];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = random.nextFloat();
    }
    return Picture.of(side, side, rgb);
  }
}
