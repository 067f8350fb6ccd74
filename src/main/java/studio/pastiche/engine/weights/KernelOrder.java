package studio.pastiche.engine.weights;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import studio.pastiche.engine.network.Convolution;

/// Turns a convolution's kernel that is stored as height×width×inputs×outputs into PyTorch's
/// outputs×inputs×height×width. Other tensors stay as they are.
final class KernelOrder {
  private KernelOrder() {}

  /// The sizes in PyTorch's order.
  static List<Integer> shape(List<Integer> stored) {
    return stored.size() == 4
        ? List.of(stored.get(3), stored.get(2), stored.get(0), stored.get(1))
        : stored;
  }

  /// The numbers in PyTorch's order.
  ///
  /// @param shape in PyTorch's order
  /// @param columnFirst whether the first stored size runs fastest, as in MATLAB, or the last
  /// @param stored the number at a place
  static FloatBuffer numbers(List<Integer> shape, boolean columnFirst, IntToDoubleFunction stored) {
    int count = shape.stream().reduce(1, Math::multiplyExact);
    FloatBuffer numbers = Convolution.room(count);
    if (shape.size() != 4) {
      for (int i = 0; i < count; i++) {
        numbers.put(i, (float) stored.applyAsDouble(i));
      }
      return numbers;
    }
    int outputs = shape.get(0);
    int inputs = shape.get(1);
    int height = shape.get(2);
    int width = shape.get(3);
    for (int o = 0; o < outputs; o++) {
      for (int i = 0; i < inputs; i++) {
        for (int y = 0; y < height; y++) {
          for (int x = 0; x < width; x++) {
            int at =
                columnFirst
                    ? y + height * (x + width * (i + inputs * o))
                    : ((y * width + x) * inputs + i) * outputs + o;
            numbers.put((float) stored.applyAsDouble(at));
          }
        }
      }
    }
    return numbers.flip();
  }
}
