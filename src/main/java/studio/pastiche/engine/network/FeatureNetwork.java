package studio.pastiche.engine.network;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import studio.pastiche.file.Sha256;

/// A network of VGG-19's topology at any width, as far down as its file goes (Simonyan and
/// Zisserman 2014, arXiv:1409.1556).
///
/// @param name what people call it: a catalogue name, or the file's name without its folder
/// @param sha256 of its numbers and their sizes, lower-case hexadecimal: the same in whatever kind
///   of file they come
/// @param input how it wants its picture
/// @param convolutions conv1_1, conv1_2, … without a gap
public record FeatureNetwork(
    String name, String sha256, InputSpec input, List<Convolution> convolutions) {

  /// Throws IllegalArgumentException where a convolution is missing or does not fit the one before.
  public FeatureNetwork {
    convolutions = List.copyOf(convolutions);
    if (convolutions.isEmpty()) {
      throw new IllegalArgumentException("a network needs at least conv1_1");
    }
    int channels = 3;
    for (int i = 0; i < convolutions.size(); i++) {
      Convolution convolution = convolutions.get(i);
      Layer expected = Layer.inOrder().get(i);
      if (!convolution.layer().equals(expected)) {
        throw new IllegalArgumentException("the convolution of %s is missing".formatted(expected));
      }
      if (convolution.inputs() != channels) {
        throw new IllegalArgumentException(
            "%s takes %d channels, but %d come in"
                .formatted(expected, convolution.inputs(), channels));
      }
      channels = convolution.outputs();
    }
  }

  /// A network with the SHA-256 of its convolutions: of each a line such as `relu1_1 64×3`, then
  /// its weights, then its biases, as little-endian float32. Its input is no part of it: who
  /// remembers a network remembers that beside.
  ///
  /// Throws IllegalArgumentException as the record does.
  public static FeatureNetwork of(String name, InputSpec input, List<Convolution> convolutions) {
    List<ByteBuffer> bytes = new ArrayList<>();
    for (Convolution c : convolutions) {
      String line = "%s %d×%d\n".formatted(c.layer(), c.outputs(), c.inputs());
      bytes.add(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
      bytes.add(MemorySegment.ofBuffer(c.weight()).asByteBuffer());
      bytes.add(MemorySegment.ofBuffer(c.bias()).asByteBuffer());
    }
    return new FeatureNetwork(name, Sha256.of(bytes), input, convolutions);
  }

  /// The same network by another name.
  public FeatureNetwork called(String other) {
    return new FeatureNetwork(other, sha256, input, convolutions);
  }

  /// How many numbers it has.
  public long parameters() {
    return convolutions.stream()
        .mapToLong(c -> c.weight().remaining() + c.bias().remaining())
        .sum();
  }

  /// The same weights, taken to want another input.
  public FeatureNetwork withInput(InputSpec other) {
    return new FeatureNetwork(name, sha256, other, convolutions);
  }

  /// The last layer it has.
  public Layer deepest() {
    return convolutions.getLast().layer();
  }

  /// Whether every one of these layers is there.
  public boolean has(Collection<Layer> layers) {
    return layers.isEmpty() || Collections.max(layers).compareTo(deepest()) <= 0;
  }

  /// The convolutions from the first to the one that makes `layer`, or as far as the network goes.
  public List<Convolution> upTo(Layer layer) {
    return convolutions.subList(0, Math.min(layer.depth() + 1, convolutions.size()));
  }
}
