package studio.pastiche.engine;

import java.util.Map;
import java.util.SortedMap;
import studio.pastiche.engine.network.Layer;

/// How far an image is from its targets, without weights: c, g or m, and t of docs/objective.md.
///
/// @param content by content layer
/// @param style by style layer, of the run's statistic
/// @param totalVariation the smoothness term
public record Distances(
    SortedMap<Layer, Double> content, SortedMap<Layer, Double> style, double totalVariation) {
  /// The content distance over the layers, with their weights: c of docs/objective.md.
  public double content(Layers layers) {
    return weighted(content, layers.content());
  }

  /// The style distance over the layers, their weights brought to the sum 1.
  public double style(Layers layers) {
    double sum = layers.style().values().stream().mapToDouble(w -> w).sum();
    return weighted(style, layers.style()) / sum;
  }

  private static double weighted(Map<Layer, Double> distances, Map<Layer, Double> weights) {
    return weights.entrySet().stream()
        .mapToDouble(w -> w.getValue() * distances.getOrDefault(w.getKey(), 0.0))
        .sum();
  }
}
