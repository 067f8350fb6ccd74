package studio.pastiche.engine;

import java.util.SortedMap;
import java.util.TreeMap;
import studio.pastiche.engine.network.Layer;

/// Which of the network's layers are compared, and how.
///
/// @param style weight of each style layer; they are normalised to sum 1
/// @param content weight of each content layer
/// @param statistic what is compared of a style layer
/// @param pooling how the network pools
public record Layers(
    SortedMap<Layer, Double> style,
    SortedMap<Layer, Double> content,
    Statistic statistic,
    Pooling pooling) {

  /// Throws IllegalArgumentException where there is no style or content layer, or a weight is not
  /// allowed.
  public Layers {
    LayerWeights checked = new LayerWeights(style, content);
    style = checked.style();
    content = checked.content();
  }

  /// The classic five style layers with Pastiche's weights, and relu4_2 for the content.
  public static Layers defaults() {
    return new Layers(
        weights("relu1_1=0.3,relu2_1=0.25,relu3_1=0.2,relu4_1=0.15,relu5_1=0.1"),
        weights("relu4_2=1"),
        Statistic.MOMENTS,
        Pooling.MAX);
  }

  /// Another choice of five: the third and fourth block's last layers see further than their first,
  /// for broader shapes. With the default weights.
  public static SortedMap<Layer, Double> wideStyle() {
    return weights("relu1_1=0.3,relu2_1=0.25,relu3_3=0.2,relu4_4=0.15,relu5_1=0.1");
  }

  /// Reads `relu1_1=0.5,relu2_1=0.2`; a layer without a weight has 1. Throws
  /// IllegalArgumentException, saying what is allowed, for other text.
  public static SortedMap<Layer, Double> weights(String text) {
    SortedMap<Layer, Double> weights = new TreeMap<>();
    for (String part : text.split(",", -1)) {
      String[] sides = part.trim().split("=", -1);
      if (sides.length > 2) {
        throw new IllegalArgumentException(
            "'%s' is not a layer with a weight, such as relu2_1=0.25".formatted(part));
      }
      try {
        weights.put(
            Layer.of(sides[0]), sides.length == 1 ? 1.0 : Double.parseDouble(sides[1].trim()));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "'%s' is not a weight, such as 0.25".formatted(sides[1]), e);
      }
    }
    return weights;
  }

  public Layers withStyle(SortedMap<Layer, Double> weights) {
    return new Layers(weights, content, statistic, pooling);
  }

  public Layers withContent(SortedMap<Layer, Double> weights) {
    return new Layers(style, weights, statistic, pooling);
  }

  public Layers withStatistic(Statistic other) {
    return new Layers(style, content, other, pooling);
  }

  public Layers withPooling(Pooling other) {
    return new Layers(style, content, statistic, other);
  }

  /// The deepest layer that is compared: the network is computed no further.
  public Layer deepest() {
    return style.lastKey().compareTo(content.lastKey()) > 0 ? style.lastKey() : content.lastKey();
  }

  /// How much each layer counts.
  public LayerWeights weights() {
    return new LayerWeights(style, content);
  }
}
