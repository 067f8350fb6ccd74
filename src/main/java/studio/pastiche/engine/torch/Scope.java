package studio.pastiche.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import java.lang.foreign.MemorySegment;
import java.nio.Buffer;
import java.nio.FloatBuffer;

/// Owns tensors, and lets them go when it is closed: an iteration's, a stage's, a run's.
public final class Scope implements AutoCloseable {
  private final PtNDManager manager;

  Scope(PtNDManager manager) {
    this.manager = manager;
  }

  PtNDManager manager() {
    return manager;
  }

  /// A scope inside this one: closed with it at the latest.
  public Scope inner() {
    return new Scope((PtNDManager) manager.newSubManager());
  }

  /// Copies numbers to the device.
  public Tensor tensor(float[] numbers, long... shape) {
    return copy(FloatBuffer.wrap(numbers), shape);
  }

  /// Copies numbers that lie outside Java's heap to the device, straight from there.
  ///
  /// @param numbers in a direct buffer, little-endian
  public Tensor tensor(FloatBuffer numbers, long... shape) {
    // the only kind of buffer that DJL does not copy itself before it hands it over
    return copy(MemorySegment.ofBuffer(numbers).asByteBuffer(), shape);
  }

  private Tensor copy(Buffer numbers, long... shape) {
    // On the processor DJL only lends PyTorch a Java buffer, which goes with this one array. What
    // the program returns may share that memory, as a conversion to the type it has already does,
    // and would be left with memory that Java has given to others.
    return Torch.guarded(
        "copying to the device",
        () -> {
          try (NDArray lent = manager.create(numbers, new Shape(shape), DataType.FLOAT32)) {
            return new Tensor((PtNDArray) lent.duplicate());
          }
        });
  }

  /// Zeros, float32.
  public Tensor zeros(long... shape) {
    return Torch.guarded(
        "making zeros", () -> new Tensor((PtNDArray) manager.zeros(new Shape(shape))));
  }

  @Override
  public void close() {
    manager.close();
  }
}
