package studio.pastiche.engine.network;

/// One 3×3 convolution's parameters.
///
/// @param layer the layer whose ReLU follows
/// @param inputs channels coming in
/// @param outputs channels going out
/// @param weight outputs×inputs×3×3 numbers, as PyTorch orders them
/// @param bias one number an output
public record Convolution(Layer layer, int inputs, int outputs, float[] weight, float[] bias) {
  /// Throws IllegalArgumentException where there are no channels, or the arrays do not have the
  /// sizes that the channels ask for.
  public Convolution {
    if (inputs < 1 || outputs < 1) {
      throw new IllegalArgumentException(
          "%s: 1 channel or more must come in and go out, not %d and %d"
              .formatted(layer, inputs, outputs));
    }
    boolean weightFits = weight.length % 9 == 0 && (long) outputs * inputs == weight.length / 9;
    if (!weightFits || bias.length != outputs) {
      throw new IllegalArgumentException(
          "%s: expected %d×%d×3×3 weights and %d biases, got %d and %d numbers"
              .formatted(layer, outputs, inputs, outputs, weight.length, bias.length));
    }
  }
}
