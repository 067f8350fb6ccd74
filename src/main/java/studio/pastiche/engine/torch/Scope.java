package studio.pastiche.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
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
    // On the processor DJL only lends PyTorch a Java buffer, which goes with this one array. What
    // the program returns may share that memory, as a conversion to the type it has already does,
    // and would be left with memory that Java has given to others.
    return Torch.guarded(
        "copying to the device",
        () -> {
          try (NDArray lent = manager.create(FloatBuffer.wrap(numbers), new Shape(shape))) {
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
