package studio.pastiche.engine;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import studio.pastiche.engine.network.Layer;

/// How much each layer that is compared counts. A weight of 0 leaves its layer out, as long as
/// another has one.
///
/// @param style weight of each style layer; they are normalised to sum 1
/// @param content weight of each content layer
public record LayerWeights(SortedMap<Layer, Double> style, SortedMap<Layer, Double> content) {
  /// Throws IllegalArgumentException where there is no style or content layer, or a weight is not
  /// allowed.
  public LayerWeights {
    style = Collections.unmodifiableSortedMap(new TreeMap<>(style));
    content = Collections.unmodifiableSortedMap(new TreeMap<>(content));
    check("style", style);
    check("content", content);
  }

  /// Whether these are weights of the very layers that `layers` compares.
  boolean fit(Layers layers) {
    return style.keySet().equals(layers.style().keySet())
        && content.keySet().equals(layers.content().keySet());
  }

  /// A style layer's weight, of weights that sum to 1.
  double styleShare(Layer layer) {
    return style.getOrDefault(layer, 0.0) / sum(style);
  }

  private static void check(String kind, SortedMap<Layer, Double> weights) {
    weights.forEach(
        (layer, weight) -> Numbers.atLeastZero(kind + " layer " + layer + "'s weight", weight));
    if (sum(weights) <= 0) {
      throw new IllegalArgumentException(
          "at least one %s layer needs a weight above 0".formatted(kind));
    }
  }

  private static double sum(SortedMap<Layer, Double> weights) {
    return weights.values().stream().mapToDouble(w -> w).sum();
  }
}
