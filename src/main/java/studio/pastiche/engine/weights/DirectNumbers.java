package studio.pastiche.engine.weights;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import studio.pastiche.engine.network.Convolution;

/// Stored numbers as float32 outside Java's heap.
final class DirectNumbers {
  private DirectNumbers() {}

  /// The numbers in these little-endian bytes. Float32 that is aligned stays where it is.
  ///
  /// @param bytes outside Java's heap, and no more than 2 GiB
  /// @throws WeightsException where they are no floating-point numbers
  static FloatBuffer of(MemorySegment bytes, NumberKind kind, String file, String tensor)
      throws WeightsException {
    ByteBuffer stored = bytes.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    if (kind == NumberKind.F32 && bytes.address() % Float.BYTES == 0) {
      return stored.asFloatBuffer();
    }
    if (!readable(kind)) {
      throw new WeightsException(
          file, "%s holds %s; floating-point numbers are needed".formatted(tensor, kind));
    }
    FloatBuffer numbers = Convolution.room(stored.remaining() / kind.bytes());
    while (numbers.hasRemaining()) {
      numbers.put(
          switch (kind) {
            case F64 -> (float) stored.getDouble();
            case F16 -> Float.float16ToFloat(stored.getShort());
            case BF16 -> Float.intBitsToFloat(stored.getShort() << 16);
            default -> stored.getFloat();
          });
    }
    return numbers.flip();
  }

  private static boolean readable(NumberKind kind) {
    return switch (kind) {
      case F64, F32, F16, BF16 -> true;
      default -> false;
    };
  }

  /// How many bytes a tensor takes.
  ///
  /// @throws WeightsException where that is more than can be held
  static long bytes(List<Integer> shape, NumberKind kind, String file, String tensor)
      throws WeightsException {
    long count = shape.contains(0) ? 0 : 1;
    for (int size : shape) {
      count *= size;
      if (count > Integer.MAX_VALUE / Double.BYTES) {
        throw new WeightsException(
            file,
            "%s with the sizes %s is larger than any layer of a VGG".formatted(tensor, shape));
      }
    }
    return count * kind.bytes();
  }

  /// Whether each is finite.
  static boolean finite(FloatBuffer numbers) {
    for (int i = numbers.position(); i < numbers.limit(); i++) {
      if (!Float.isFinite(numbers.get(i))) {
        return false;
      }
    }
    return true;
  }
}
