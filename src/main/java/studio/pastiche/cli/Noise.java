package studio.pastiche.cli;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.engine.network.RandomNetwork;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;

/// Pictures and networks of seeded noise: as much work as real ones, and nothing to download.
final class Noise {
  private static final Layer LAST = Layer.of("relu5_1");

  private Noise() {}

  static Picture picture(Size size, long seed) {
    RandomGenerator random = generator(seed);
    float[] rgb = new float[Math.toIntExact(3 * size.pixels())];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = random.nextFloat();
    }
    return Picture.of(size.width(), size.height(), rgb);
  }

  /// A random network down to relu5_1.
  ///
  /// @param widths the channels of each of the five blocks
  static FeatureNetwork network(List<Integer> widths) {
    if (widths.size() != 5 || widths.stream().anyMatch(w -> w < 1)) {
      throw new WrongOption("--widths", "five numbers above 0 are needed, one a block");
    }
    return RandomNetwork.of(widths, LAST, 0);
  }

  private static RandomGenerator generator(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }
}
