package studio.pastiche.engine.torch;

import ai.djl.pytorch.engine.PtNDArray;
import java.nio.ByteBuffer;

/// Numbers on the device. It belongs to a [Scope] and is gone with it, or earlier by [#close()].
public final class Tensor implements AutoCloseable {
  private final PtNDArray array;

  Tensor(PtNDArray array) {
    this.array = array;
  }

  PtNDArray array() {
    return array;
  }

  /// Its sizes, outermost first.
  public long[] shape() {
    return array.getShape().getShape();
  }

  /// A copy of its numbers, which are float32.
  public float[] toFloats() {
    return Torch.guarded("reading a tensor", array::toFloatArray);
  }

  /// Its own memory, to be read and written: float32 in this machine's order, on the processor and
  /// contiguous.
  public ByteBuffer memory() {
    return Torch.guarded("reaching a tensor", () -> array.toByteBuffer(true));
  }

  /// Its one number, which is float32.
  public double number() {
    return toFloats()[0];
  }

  /// A copy of its numbers, which are unsigned bytes.
  public byte[] toBytes() {
    return Torch.guarded("reading a tensor", array::toByteArray);
  }

  /// Hands it to another scope, so that it outlives its own.
  public Tensor moveTo(Scope scope) {
    array.attach(scope.manager());
    return this;
  }

  @Override
  public void close() {
    array.close();
  }
}
