package studio.pastiche.engine;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.engine.network.RandomNetwork;
import studio.pastiche.engine.torch.Program;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.engine.torch.Tensor;
import studio.pastiche.picture.Picture;

/// Finds out whether bfloat16 is faster than float32 here, by evaluating a small random network in
/// both. A device without bfloat16 arithmetic emulates it, slower than float32.
final class PrecisionTrial {
  private static final int SIDE = 192;
  private static final int ROUNDS = 4;

  /// bfloat16 must be worth its coarser numbers.
  private static final double CLEARLY_FASTER = 0.85;

  private final Program program;

  PrecisionTrial(Program program) {
    this.program = program;
  }

  Precision faster() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    FeatureNetwork network = RandomNetwork.of(List.of(32, 64, 64, 64, 64), Layer.of("relu2_2"), 1);
    long wide = fastest(network, Precision.FLOAT32, random);
    long narrow = fastest(network, Precision.BFLOAT16, random);
    return narrow < CLEARLY_FASTER * wide ? Precision.BFLOAT16 : Precision.FLOAT32;
  }

  private long fastest(FeatureNetwork network, Precision precision, RandomGenerator random) {
    Layers layers =
        Layers.defaults()
            .withStyle(Layers.weights("relu2_2"))
            .withContent(Layers.weights("relu2_2"));
    long fastest = Long.MAX_VALUE;
    try (Scope scope = program.newScope()) {
      Features features = Features.load(program, scope, network, layers, precision);
      Picture picture = Picture.of(SIDE, SIDE, pixels(random));
      Objective objective = Objective.of(features, scope, picture, List.of(picture), null);
      Tensor image = Features.tensor(scope, picture);
      for (int i = 0; i < ROUNDS; i++) {
        try (Scope passing = scope.inner()) {
          long start = System.nanoTime();
          objective.evaluate(passing, image, Tuning.defaults(1));
          fastest = Math.min(fastest, System.nanoTime() - start);
        }
      }
    }
    return fastest;
  }

  private static float[] pixels(RandomGenerator random) {
    float[] pixels = new float[3 * SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextFloat();
    }
    return pixels;
  }
}
