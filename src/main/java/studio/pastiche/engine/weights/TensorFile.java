package studio.pastiche.engine.weights;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.pastiche.engine.network.InputSpec;

/// A weight file of any format, open: which tensors it holds, and their numbers when asked for.
sealed interface TensorFile extends AutoCloseable
    permits SafetensorsFile, TorchFile, KerasFile, MatConvNetFile {
  /// The tensors' sizes by name, a convolution's in PyTorch's order: outputs, inputs, height,
  /// width.
  Map<String, List<Integer>> shapes();

  /// A tensor's numbers in the order of its sizes, outside Java's heap, as [Convolution] wants
  /// them. They may be used after the file is closed.
  ///
  /// @param name one of [#shapes()]
  /// @throws WeightsException where they can't be read
  FloatBuffer numbers(String name) throws WeightsException;

  /// The file's own words about itself.
  default Map<String, String> metadata() {
    return Map.of();
  }

  /// The input that networks in this format want, where the format says it.
  default Optional<InputSpec> usualInput() {
    return Optional.empty();
  }

  @Override
  void close() throws WeightsException;
}
