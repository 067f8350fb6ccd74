package studio.pastiche.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.engine.torch.Tensor;

/// Planes in the device's memory.
final class DevicePlanes implements Planes {
  private final Scope scope;
  private final int width;
  private final int height;
  private @Nullable Tensor tensor;

  /// All zero, in `scope`.
  DevicePlanes(Scope scope, int width, int height) {
    this.scope = scope;
    this.width = width;
    this.height = height;
  }

  /// A tensor 1×3×H×W, which moves to `scope`.
  static DevicePlanes of(Scope scope, Tensor tensor) {
    long[] shape = tensor.shape();
    DevicePlanes planes = new DevicePlanes(scope, (int) shape[3], (int) shape[2]);
    planes.put(new Band(tensor, 0));
    return planes;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public Band rows(Scope to, int top, int bottom) {
    return new Band(whole(), 0);
  }

  @Override
  public Tensor whole() {
    Tensor all = tensor;
    if (all == null) {
      all = scope.zeros(1, 3, height, width);
      tensor = all;
    }
    return all;
  }

  @Override
  public List<Span> spans() {
    return List.of(new Span(0, height));
  }

  @Override
  public void put(Band band) {
    if (band.tensor() != tensor) {
      close();
      tensor = band.tensor().moveTo(scope);
    }
  }

  @Override
  public void clear() {
    close();
  }

  @Override
  public Planes another() {
    return new DevicePlanes(scope, width, height);
  }

  @Override
  public boolean inFile() {
    return false;
  }

  @Override
  public void close() {
    if (tensor != null) {
      tensor.close();
      tensor = null;
    }
  }
}
