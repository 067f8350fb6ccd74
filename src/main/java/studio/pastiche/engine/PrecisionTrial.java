package studio.pastiche.engine;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.engine.network.RandomNetwork;
import studio.pastiche.engine.torch.Program;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.picture.Picture;

/// Finds out whether bfloat16 is faster than float32 here, by evaluating a small random network in
/// both. A device without bfloat16 arithmetic emulates it, slower than float32.
final class PrecisionTrial {
  private static final int SIDE = 192;
  private static final int ROUNDS = 8;

  /// bfloat16 must be worth its coarser numbers.
  private static final double CLEARLY_FASTER = 0.85;

  private final Program program;

  PrecisionTrial(Program program) {
    this.program = program;
  }

  /// In turns, and the least of each counts: what else the machine does only makes them longer, and
  /// must not fall on one of them alone.
  Precision faster() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    FeatureNetwork network = RandomNetwork.of(List.of(32, 64, 64, 64, 64), Layer.of("relu2_2"), 1);
    Picture picture = Picture.of(SIDE, SIDE, pixels(random));
    long wide = Long.MAX_VALUE;
    long narrow = Long.MAX_VALUE;
    try (Scope scope = program.newScope()) {
      Planes image = DevicePlanes.of(scope, Features.tensor(scope, picture));
      Objective inWide = objective(scope, network, Precision.FLOAT32, picture);
      Objective inNarrow = objective(scope, network, Precision.BFLOAT16, picture);
      for (int i = 0; i < ROUNDS; i++) {
        wide = Math.min(wide, nanos(scope, inWide, image));
        narrow = Math.min(narrow, nanos(scope, inNarrow, image));
      }
    }
    return narrow < CLEARLY_FASTER * wide ? Precision.BFLOAT16 : Precision.FLOAT32;
  }

  private Objective objective(
      Scope scope, FeatureNetwork network, Precision precision, Picture picture) {
    Layers layers =
        Layers.defaults()
            .withStyle(Layers.weights("relu2_2"))
            .withContent(Layers.weights("relu2_2"));
    Features features = Features.load(program, scope, network, layers, precision);
    return Objective.whole(features, scope, picture, List.of(picture));
  }

  private static long nanos(Scope scope, Objective objective, Planes image) {
    try (Scope passing = scope.inner()) {
      long start = System.nanoTime();
      objective.evaluate(passing, image, Tuning.defaults(1));
      return System.nanoTime() - start;
    }
  }

  private static float[] pixels(RandomGenerator random) {
    float[] pixels = new float[3 * SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextFloat();
    }
    return pixels;
  }
}
