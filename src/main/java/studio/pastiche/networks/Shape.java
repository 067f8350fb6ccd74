package studio.pastiche.networks;

import java.util.List;
import studio.pastiche.engine.network.Convolution;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.engine.weights.SafetensorsHeader;
import studio.pastiche.engine.weights.WeightsException;

/// How wide and deep a network is.
///
/// @param file that it is in, for the messages
/// @param widths the channels of its blocks
/// @param deepest its last layer
record Shape(String file, List<Integer> widths, String deepest) {
  static Shape of(String file, SafetensorsHeader header) throws WeightsException {
    return of(file, StoredHeader.outputs(file, header));
  }

  static Shape of(String file, FeatureNetwork network) {
    return of(file, network.convolutions().stream().map(Convolution::outputs).toList());
  }

  private static Shape of(String file, List<Integer> outputs) {
    Layer deepest = Layer.inOrder().get(outputs.size() - 1);
    return new Shape(file, StoredHeader.widths(outputs), deepest.toString());
  }

  /// Throws WeightsException where it is of another shape than that network.
  void require(CatalogueNetwork wanted) throws WeightsException {
    if (!widths.equals(wanted.widths()) || !deepest.equals(wanted.deepest())) {
      throw new WeightsException(
          file,
          "is not %s: its blocks have %s channels down to %s, where %s down to %s are expected"
              .formatted(wanted.name(), widths, deepest, wanted.widths(), wanted.deepest()));
    }
  }
}
