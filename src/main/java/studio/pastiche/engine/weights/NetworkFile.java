package studio.pastiche.engine.weights;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.pastiche.engine.network.Convolution;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.file.FileException;

/// A network as Pastiche keeps it: safetensors with torchvision's names, float32, and its input in
/// the metadata, so that it is never in doubt.
public final class NetworkFile {
  private NetworkFile() {}

  /// Writes a network, replacing what is there as a whole or not at all.
  ///
  /// @param metadata more words about it, such as its origin; `name` and `input` are the network's
  /// @throws FileException if it cannot be written
  public static void write(FeatureNetwork network, Map<String, String> metadata, Path file)
      throws FileException {
    Map<String, String> words = new LinkedHashMap<>(metadata);
    words.put("name", network.name());
    words.put("input", network.input().toString());
    SafetensorsWriter.write(file, words, tensors(network));
  }

  /// Its convolutions with torchvision's names.
  static List<StoredTensor> tensors(FeatureNetwork network) {
    List<Integer> places = VggKind.VGG_19.counted(2);
    List<StoredTensor> tensors = new ArrayList<>();
    for (int i = 0; i < network.convolutions().size(); i++) {
      Convolution c = network.convolutions().get(i);
      String name = "features." + places.get(i);
      tensors.add(
          StoredTensor.of(name + ".weight", List.of(c.outputs(), c.inputs(), 3, 3), c.weight()));
      tensors.add(StoredTensor.of(name + ".bias", List.of(c.outputs()), c.bias()));
    }
    return tensors;
  }
}
