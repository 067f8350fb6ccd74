package studio.pastiche.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import studio.pastiche.engine.network.Convolution;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.InputSpec;
import studio.pastiche.engine.network.Layer;
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

  /// A network down to relu5_1 with Kaiming's normal weights.
  ///
  /// @param widths the channels of each of the five blocks
  static FeatureNetwork network(List<Integer> widths) {
    if (widths.size() != 5 || widths.stream().anyMatch(w -> w < 1)) {
      throw new WrongOption("--widths", "five numbers above 0 are needed, one a block");
    }
    RandomGenerator random = generator(0);
    List<Convolution> convolutions = new ArrayList<>();
    int channels = 3;
    for (Layer layer : Layer.inOrder().subList(0, LAST.depth() + 1)) {
      int outputs = widths.get(layer.block() - 1);
      double deviation = Math.sqrt(2.0 / (9 * channels));
      float[] weight = new float[outputs * channels * 9];
      for (int i = 0; i < weight.length; i++) {
        weight[i] = (float) random.nextGaussian(0, deviation);
      }
      convolutions.add(new Convolution(layer, channels, outputs, weight, new float[outputs]));
      channels = outputs;
    }
    return new FeatureNetwork("random", "", InputSpec.RGB_IMAGENET, convolutions);
  }

  private static RandomGenerator generator(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }
}
