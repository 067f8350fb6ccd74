package studio.pastiche.engine.network;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Networks of seeded random weights, for timing and for tests: as much work as trained ones.
public final class RandomNetwork {
  /// VGG-19's own channels, one number a block.
  public static final List<Integer> VGG_WIDTHS = List.of(64, 128, 256, 512, 512);

  private RandomNetwork() {}

  /// A network for torchvision's input, with Kaiming's normal weights (He et al. 2015,
  /// arXiv:1502.01852) and small random biases.
  ///
  /// @param widths the channels of each of the five blocks
  /// @param last its deepest layer
  public static FeatureNetwork of(List<Integer> widths, Layer last, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<Convolution> convolutions = new ArrayList<>();
    int channels = 3;
    for (Layer layer : Layer.inOrder().subList(0, last.depth() + 1)) {
      int outputs = widths.get(layer.block() - 1);
      double deviation = Math.sqrt(2.0 / (9 * channels));
      convolutions.add(
          new Convolution(
              layer,
              channels,
              outputs,
              numbers(random, outputs * channels * 9, deviation),
              numbers(random, outputs, 0.01)));
      channels = outputs;
    }
    return new FeatureNetwork("random", "", InputSpec.RGB_IMAGENET, convolutions);
  }

  private static FloatBuffer numbers(RandomGenerator random, int count, double deviation) {
    FloatBuffer numbers = Convolution.room(count);
    while (numbers.hasRemaining()) {
      numbers.put((float) random.nextGaussian(0, deviation));
    }
    return numbers.flip();
  }
}
