package studio.pastiche.engine.weights;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.List;

/// A tensor of float32 that is to be written.
///
/// @param numbers write as many numbers as the sizes make, little-endian
record StoredTensor(String name, List<Integer> shape, Numbers numbers) {
  StoredTensor {
    shape = List.copyOf(shape);
  }

  /// Where the numbers come from.
  @FunctionalInterface
  interface Numbers {
    void writeTo(WritableByteChannel channel) throws IOException;
  }

  /// One whose numbers are at hand.
  ///
  /// @param numbers in a direct, little-endian buffer
  static StoredTensor of(String name, List<Integer> shape, FloatBuffer numbers) {
    return new StoredTensor(
        name, shape, channel -> writeAll(channel, MemorySegment.ofBuffer(numbers).asByteBuffer()));
  }

  /// How many numbers it has.
  long count() {
    return shape.stream().mapToLong(size -> size).reduce(1, Math::multiplyExact);
  }

  static void writeAll(WritableByteChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
