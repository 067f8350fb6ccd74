package studio.pastiche.engine;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.engine.torch.Program;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.engine.torch.Tensor;
import studio.pastiche.picture.Picture;

/// What a network's layer sees in a picture: the layer's ReLU output, 0 or more.
///
/// @param layer which
/// @param channels how many maps there are
/// @param height of a map
/// @param width of a map
/// @param values channels×height×width
public record FeatureMaps(Layer layer, int channels, int height, int width, float[] values) {
  /// One map, height×width.
  public float[] map(int channel) {
    int size = height * width;
    return Arrays.copyOfRange(values, channel * size, (channel + 1) * size);
  }

  /// Computes them in float32 and no deeper than the layer. A picture with a side under 32 px is
  /// extended to 32, as when it is painted.
  ///
  /// @throws IllegalArgumentException where the network lacks the layer
  static FeatureMaps of(
      Program program, FeatureNetwork network, Layer layer, Pooling pooling, Picture picture) {
    SortedMap<Layer, Double> only = new TreeMap<>();
    only.put(layer, 1.0);
    Layers layers = new Layers(only, only, Statistic.MOMENTS, pooling);
    try (Scope scope = program.newScope()) {
      Features features = Features.load(program, scope, network, layers, Precision.FLOAT32);
      Tensor maps = features.contentTargets(scope, picture).getFirst();
      long[] shape = maps.shape();
      return new FeatureMaps(
          layer, (int) shape[1], (int) shape[2], (int) shape[3], maps.toFloats());
    }
  }
}
