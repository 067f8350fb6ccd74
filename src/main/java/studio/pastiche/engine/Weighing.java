package studio.pastiche.engine;

import java.util.SortedMap;
import java.util.TreeMap;
import studio.pastiche.engine.network.Layer;

/// What a tuning makes of the terms of an objective, in the order of the device program: the
/// content layers, the style layers, the total variation.
///
/// @param layers of the objective
/// @param tuning that rules
record Weighing(Layers layers, Tuning tuning) {
  /// The weight of each term.
  double[] factors() {
    LayerWeights weights = tuning.layers() == null ? layers.weights() : tuning.layers();
    double[] factors = new double[layers.content().size() + layers.style().size() + 1];
    int at = 0;
    for (double weight : weights.content().values()) {
      factors[at++] = tuning.contentWeight() * weight;
    }
    for (Layer layer : weights.style().keySet()) {
      factors[at++] = tuning.styleWeight() * weights.styleShare(layer);
    }
    factors[at] = tuning.tvWeight();
    return factors;
  }

  /// An evaluation from each term's distance.
  ///
  /// @param values the distances, then the gradient's norm
  Evaluation evaluation(double[] values, Planes gradient) {
    double[] factors = factors();
    double loss = 0;
    for (int i = 0; i < factors.length; i++) {
      loss += factors[i] * values[i];
    }
    return new Evaluation(distances(values), loss, gradient, values[factors.length]);
  }

  private Distances distances(double[] values) {
    SortedMap<Layer, Double> content = new TreeMap<>();
    SortedMap<Layer, Double> style = new TreeMap<>();
    int at = 0;
    for (Layer layer : layers.content().keySet()) {
      content.put(layer, values[at++]);
    }
    for (Layer layer : layers.style().keySet()) {
      style.put(layer, values[at++]);
    }
    return new Distances(content, style, values[at]);
  }
}
