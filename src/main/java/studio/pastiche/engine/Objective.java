package studio.pastiche.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.engine.torch.Tensor;
import studio.pastiche.picture.Picture;

/// The distances of an image from its targets, and the gradient of their weighted sum. The targets
/// are computed once.
final class Objective implements AutoCloseable {
  private final Features features;
  private final Scope scope;
  private final List<Tensor> contentTargets;
  private final List<Tensor> statistics = new ArrayList<>();
  private List<Tensor> styleTargets = List.of();
  private double[] mix = {};

  private Objective(Features features, Scope scope, List<Tensor> contentTargets) {
    this.features = features;
    this.scope = scope;
    this.contentTargets = contentTargets;
  }

  /// An objective for images of the content picture's size.
  ///
  /// @param parent the scope that the targets live in until [#close()]
  /// @param styles at the sizes they are compared at
  static Objective of(Features features, Scope parent, Picture content, List<Picture> styles) {
    Scope scope = parent.inner();
    Objective objective = new Objective(features, scope, features.contentTargets(scope, content));
    for (Picture style : styles) {
      objective.statistics.addAll(features.styleStatistics(scope, style));
    }
    return objective;
  }

  /// Evaluates an image, 1×3×H×W, in 0..1. The gradient belongs to `iteration`.
  Evaluation evaluate(Scope iteration, Tensor image, Tuning now) {
    blend(now.normalisedMix());
    double[] factors = factors(now);
    List<Tensor> found = features.evaluate(iteration, image, factors, contentTargets, styleTargets);
    float[] values = found.get(0).toFloats();
    double loss = 0;
    for (int i = 0; i < factors.length; i++) {
      loss += factors[i] * values[i];
    }
    return new Evaluation(distances(values), loss, found.get(1), values[factors.length]);
  }

  @Override
  public void close() {
    scope.close();
  }

  private void blend(double[] wanted) {
    if (!Arrays.equals(wanted, mix)) {
      styleTargets.forEach(Tensor::close);
      styleTargets = features.styleTargets(scope, wanted, statistics);
      mix = wanted;
    }
  }

  /// Weights in the order of the program's distances: content layers, style layers, total
  /// variation.
  private double[] factors(Tuning now) {
    Layers layers = features.layers();
    LayerWeights weights = now.layers() == null ? layers.weights() : now.layers();
    double[] factors = new double[layers.content().size() + layers.style().size() + 1];
    int at = 0;
    for (double weight : weights.content().values()) {
      factors[at++] = now.contentWeight() * weight;
    }
    for (Layer layer : weights.style().keySet()) {
      factors[at++] = now.styleWeight() * weights.styleShare(layer);
    }
    factors[at] = now.tvWeight();
    return factors;
  }

  private Distances distances(float[] values) {
    SortedMap<Layer, Double> content = new TreeMap<>();
    SortedMap<Layer, Double> style = new TreeMap<>();
    int at = 0;
    for (Layer layer : features.layers().content().keySet()) {
      content.put(layer, (double) values[at++]);
    }
    for (Layer layer : features.layers().style().keySet()) {
      style.put(layer, (double) values[at++]);
    }
    return new Distances(content, style, values[at]);
  }
}
