package studio.pastiche.engine.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.engine.network.RandomNetwork;
import studio.pastiche.file.FileException;

/// A VGG-19 of seeded random weights with its classifier, as a file like those that are published:
/// what the bench imports, and tests fetch, without a network.
///
/// @param widths the channels of each of the five blocks
/// @param hidden the width of the classifier
/// @param seed the same gives the same file
public record RandomVgg(List<Integer> widths, int hidden, long seed) {
  private static final int POOLED = 7;
  private static final int CLASSES = 1000;
  private static final int PIECE = 1 << 18;

  public RandomVgg {
    widths = List.copyOf(widths);
  }

  /// One as large as the real one: its files take 575 MB.
  public static RandomVgg fullSize(long seed) {
    return new RandomVgg(RandomNetwork.VGG_WIDTHS, 4096, seed);
  }

  /// Its convolutions.
  public FeatureNetwork network() {
    return RandomNetwork.of(widths, Layer.inOrder().getLast(), seed);
  }

  /// Writes it as timm publishes torchvision's.
  public void writeSafetensors(Path file) throws FileException {
    SafetensorsWriter.write(
        file,
        Map.of(),
        withClassifier(
            List.of(
                random("pre_logits.fc1.weight", hidden, widths.getLast(), POOLED, POOLED),
                random("pre_logits.fc1.bias", hidden),
                random("pre_logits.fc2.weight", hidden, hidden, 1, 1),
                random("pre_logits.fc2.bias", hidden),
                random("head.fc.weight", CLASSES, hidden),
                random("head.fc.bias", CLASSES))));
  }

  /// Writes it as torchvision publishes it: in PyTorch's older format.
  public void writePth(Path file) throws FileException {
    TorchLegacyWriter.write(
        file,
        withClassifier(
            List.of(
                random("classifier.0.weight", hidden, widths.getLast() * POOLED * POOLED),
                random("classifier.0.bias", hidden),
                random("classifier.3.weight", hidden, hidden),
                random("classifier.3.bias", hidden),
                random("classifier.6.weight", CLASSES, hidden),
                random("classifier.6.bias", CLASSES))));
  }

  private List<StoredTensor> withClassifier(List<StoredTensor> classifier) {
    List<StoredTensor> tensors = new ArrayList<>(NetworkFile.tensors(network()));
    tensors.addAll(classifier);
    return tensors;
  }

  /// A tensor whose numbers are made as they are written.
  private StoredTensor random(String name, Integer... sizes) {
    List<Integer> shape = List.of(sizes);
    return new StoredTensor(
        name,
        shape,
        channel -> {
          RandomGenerator random =
              RandomGeneratorFactory.of("L64X128MixRandom").create(seed + name.hashCode());
          ByteBuffer piece =
              ByteBuffer.allocateDirect(PIECE * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
          long left = shape.stream().mapToLong(size -> size).reduce(1, Math::multiplyExact);
          while (left > 0) {
            FloatBuffer numbers = piece.clear().asFloatBuffer();
            numbers.limit((int) Math.min(left, PIECE));
            while (numbers.hasRemaining()) {
              numbers.put((random.nextFloat() - 0.5f) / 32);
            }
            left -= numbers.position();
            StoredTensor.writeAll(channel, piece.limit(numbers.position() * Float.BYTES));
          }
        });
  }
}
