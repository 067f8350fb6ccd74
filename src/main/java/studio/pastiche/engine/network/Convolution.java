package studio.pastiche.engine.network;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import studio.pastiche.file.Sha256;

/// One 3×3 convolution's parameters, outside Java's heap: a network's are tens of megabytes, and
/// PyTorch takes them from where they lie.
///
/// @param layer the layer whose ReLU follows
/// @param inputs channels coming in
/// @param outputs channels going out
/// @param weight outputs×inputs×3×3 numbers, as PyTorch orders them
/// @param bias one number an output
public record Convolution(
    Layer layer, int inputs, int outputs, FloatBuffer weight, FloatBuffer bias) {
  /// Keeps the numbers that remain in the buffers, which must not be changed after.
  ///
  /// Throws IllegalArgumentException where there are no channels, the buffers do not have the sizes
  /// that the channels ask for, or they are no direct, little-endian ones.
  public Convolution {
    if (inputs < 1 || outputs < 1) {
      throw new IllegalArgumentException(
          "%s: 1 channel or more must come in and go out, not %d and %d"
              .formatted(layer, inputs, outputs));
    }
    int weights = weight.remaining();
    boolean weightFits = weights % 9 == 0 && (long) outputs * inputs == weights / 9;
    if (!weightFits || bias.remaining() != outputs) {
      throw new IllegalArgumentException(
          "%s: expected %d×%d×3×3 weights and %d biases, got %d and %d numbers"
              .formatted(layer, outputs, inputs, outputs, weights, bias.remaining()));
    }
    requireOutsideTheHeap(weight);
    requireOutsideTheHeap(bias);
    weight = weight.slice().asReadOnlyBuffer();
    bias = bias.slice().asReadOnlyBuffer();
  }

  /// Room for numbers as a convolution holds them.
  ///
  /// @throws OutOfMemoryError where there is none
  public static FloatBuffer room(int numbers) {
    int bytes = Math.multiplyExact(numbers, Float.BYTES);
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
  }

  /// Where it stands is the caller's own.
  @Override
  public FloatBuffer weight() {
    return weight.duplicate();
  }

  /// Where it stands is the caller's own.
  @Override
  public FloatBuffer bias() {
    return bias.duplicate();
  }

  /// The SHA-256 of the weights as little-endian float32, the same in whatever kind of file they
  /// come.
  public String fingerprint() {
    return Sha256.of(MemorySegment.ofBuffer(weight).asByteBuffer());
  }

  private static void requireOutsideTheHeap(FloatBuffer numbers) {
    if (!numbers.isDirect() || numbers.order() != ByteOrder.LITTLE_ENDIAN) {
      throw new IllegalArgumentException("a direct, little-endian buffer is needed");
    }
  }
}
