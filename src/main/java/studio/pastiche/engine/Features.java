package studio.pastiche.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import studio.pastiche.engine.network.Convolution;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.engine.torch.Program;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.engine.torch.Tensor;
import studio.pastiche.picture.Picture;

/// A network on the device, ready to be compared at one choice of layers.
final class Features {
  /// The network sees nothing smaller: images are extended to as many pixels a side.
  static final int LEAST_SIDE = 32;

  /// What the mean square of a target's features is taken for at least.
  static final double LEAST_ENERGY = 1e-12;

  private final Program program;
  private final Layers layers;
  private final List<Tensor> weights;
  private final Tensor input;
  private final long[] plan;
  private final long[] options;
  private final SortedMap<Layer, Integer> channels;

  private Features(
      Program program,
      Layers layers,
      List<Tensor> weights,
      Tensor input,
      long[] plan,
      long[] options,
      SortedMap<Layer, Integer> channels) {
    this.program = program;
    this.layers = layers;
    this.weights = weights;
    this.input = input;
    this.plan = plan;
    this.options = options;
    this.channels = channels;
  }

  /// Copies the network's convolutions, as deep as the layers need them, into `scope`. Throws
  /// IllegalArgumentException where the network lacks a layer.
  static Features load(
      Program program, Scope scope, FeatureNetwork network, Layers layers, Precision precision) {
    if (!network.has(List.of(layers.deepest()))) {
      throw new IllegalArgumentException(
          "network %s ends at %s, before %s"
              .formatted(network.name(), network.deepest(), layers.deepest()));
    }
    List<Tensor> ready;
    try (Scope loading = scope.inner()) {
      List<Tensor> raw = new ArrayList<>();
      for (Convolution c : network.upTo(layers.deepest())) {
        raw.add(loading.tensor(c.weight(), c.outputs(), c.inputs(), 3, 3));
        raw.add(loading.tensor(c.bias(), c.outputs()));
      }
      ready = program.call(loading, "prepare", precision.scalarType(), raw);
      ready.forEach(tensor -> tensor.moveTo(scope));
    }
    Tensor input = scope.tensor(network.input().scaleAndOffset(), 2, 3);
    long[] options = {
      layers.statistic().ordinal(), layers.pooling().ordinal(), network.input().bgr() ? 1 : 0
    };
    SortedMap<Layer, Integer> channels = new TreeMap<>();
    network.upTo(layers.deepest()).forEach(c -> channels.put(c.layer(), c.outputs()));
    long[] plan = plan(layers, layers.deepest());
    return new Features(program, layers, ready, input, plan, options, channels);
  }

  Layers layers() {
    return layers;
  }

  Program program() {
    return program;
  }

  List<Tensor> weights() {
    return weights;
  }

  Tensor input() {
    return input;
  }

  long[] options() {
    return options;
  }

  /// The program's plan, down to the deepest layer that is compared.
  long[] plan() {
    return plan;
  }

  /// The program's plan, down to the deepest style layer.
  long[] stylePlan() {
    return plan(layers, layers.style().lastKey());
  }

  /// How many channels a layer has.
  int channels(Layer layer) {
    return channels.getOrDefault(layer, 0);
  }

  /// [features, mean square] of each content layer: what the content distance is measured against.
  List<Tensor> contentTargets(Scope scope, Picture picture) {
    return ofPicture(scope, "content_targets", picture);
  }

  /// [mean, second moment] of each style layer.
  List<Tensor> styleStatistics(Scope scope, Picture picture) {
    return ofPicture(scope, "statistics", picture);
  }

  /// What the style distance is measured against: the statistics of all styles, blended.
  List<Tensor> styleTargets(Scope scope, double[] mix, List<Tensor> statistics) {
    return program.call(scope, "style_targets", options, mix, statistics);
  }

  /// [distances, gradient] of an image: the factors are those of the content layers, the style
  /// layers and the total variation, and the distances have the gradient's norm last.
  List<Tensor> evaluate(
      Scope scope, Tensor image, double[] factors, List<Tensor> content, List<Tensor> style) {
    return program.call(
        scope, "evaluate", image, plan, options, factors, input, weights, content, style);
  }

  private List<Tensor> ofPicture(Scope scope, String method, Picture picture) {
    try (Scope passing = scope.inner()) {
      Tensor image = tensor(passing, picture);
      List<Tensor> found = program.call(passing, method, image, plan, options, input, weights);
      found.forEach(tensor -> tensor.moveTo(scope));
      return found;
    }
  }

  /// A picture as 1×3×H×W.
  static Tensor tensor(Scope scope, Picture picture) {
    return scope.tensor(picture.rgb(), 1, 3, picture.height(), picture.width());
  }

  /// Three numbers a layer, down to the deepest: whether pooling follows, its place among the
  /// content layers or -1, its place among the style layers or -1.
  private static long[] plan(Layers layers, Layer deepest) {
    List<Layer> all = Layer.inOrder().subList(0, deepest.depth() + 1);
    return all.stream()
        .flatMapToLong(
            layer ->
                Arrays.stream(
                    new long[] {
                      layer.poolingFollows() ? 1 : 0,
                      place(layer, layers.content().keySet()),
                      place(layer, layers.style().keySet())
                    }))
        .toArray();
  }

  private static long place(Layer layer, Collection<Layer> among) {
    return List.copyOf(among).indexOf(layer);
  }
}
