package studio.pastiche.engine;

import java.util.List;
import studio.pastiche.engine.network.Convolution;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.torch.Program;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.engine.torch.Tensor;
import studio.pastiche.picture.Size;

/// How much an iteration computes, and how fast a device can compute at all.
final class Arithmetic {
  private static final int SIDE = 1024;
  private static final int ROUNDS = 12;

  private Arithmetic() {}

  /// The multiplications and additions of one evaluation: each convolution forth and back, and of
  /// each style layer's matrix the product that makes it and the one that carries its slope back.
  static double ofEvaluation(FeatureNetwork network, Layers layers, Size size) {
    double sum = 0;
    double positions = size.pixels();
    for (Convolution convolution : network.upTo(layers.deepest())) {
      double outputs = convolution.outputs();
      sum += 2 * 2.0 * 9 * convolution.inputs() * outputs * positions;
      if (layers.style().containsKey(convolution.layer())) {
        sum += 2 * 2.0 * outputs * outputs * positions;
      }
      positions = convolution.layer().poolingFollows() ? positions / 4 : positions;
    }
    return sum;
  }

  /// The multiplications and additions a second in a product of two square matrices. The best of
  /// some: what else the machine does only makes it less.
  static double productRate(Program program, Precision precision) {
    try (Scope scope = program.newScope()) {
      Tensor zeros = scope.zeros(SIDE, SIDE);
      Tensor matrix = program.callForOne(scope, "prepare", precision.scalarType(), List.of(zeros));
      long least = Long.MAX_VALUE;
      for (int i = 0; i < ROUNDS; i++) {
        try (Scope passing = scope.inner()) {
          long start = System.nanoTime();
          program.callForOne(passing, "product", matrix);
          least = Math.min(least, System.nanoTime() - start);
        }
      }
      return 2.0 * SIDE * SIDE * SIDE / (least / 1e9);
    }
  }
}
