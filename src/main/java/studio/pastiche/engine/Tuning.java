package studio.pastiche.engine;

import java.util.List;

/// What may change while a picture is painted. Swapped whole: the next iteration takes the new one.
///
/// @param contentWeight α, the weight of the content distance
/// @param styleWeight β, the weight of the style distance
/// @param tvWeight the weight of the total variation
/// @param learningRate Adam's step in units of the pixels' range 0..1; for L-BFGS the largest
///   change of a pixel in the first step after a start
/// @param styleMix one share a style image; they are normalised to sum 1
public record Tuning(
    double contentWeight,
    double styleWeight,
    double tvWeight,
    double learningRate,
    List<Double> styleMix) {

  /// Throws IllegalArgumentException, naming the setting, where one is not allowed.
  public Tuning {
    styleMix = List.copyOf(styleMix);
    Numbers.atLeastZero("content weight", contentWeight);
    Numbers.atLeastZero("style weight", styleWeight);
    Numbers.atLeastZero("total-variation weight", tvWeight);
    Numbers.aboveZero("learning rate", learningRate);
    styleMix.forEach(share -> Numbers.atLeastZero("a share of the style mix", share));
    if (styleMix.isEmpty() || styleMix.stream().mapToDouble(s -> s).sum() <= 0) {
      throw new IllegalArgumentException("the style mix needs at least one share above 0");
    }
  }

  /// The default weights for that many styles, mixed equally.
  public static Tuning defaults(int styles) {
    return new Tuning(1, 8, 6, 0.02, java.util.Collections.nCopies(styles, 1.0));
  }

  public Tuning withContentWeight(double weight) {
    return new Tuning(weight, styleWeight, tvWeight, learningRate, styleMix);
  }

  public Tuning withStyleWeight(double weight) {
    return new Tuning(contentWeight, weight, tvWeight, learningRate, styleMix);
  }

  public Tuning withTvWeight(double weight) {
    return new Tuning(contentWeight, styleWeight, weight, learningRate, styleMix);
  }

  public Tuning withLearningRate(double rate) {
    return new Tuning(contentWeight, styleWeight, tvWeight, rate, styleMix);
  }

  public Tuning withStyleMix(List<Double> mix) {
    return new Tuning(contentWeight, styleWeight, tvWeight, learningRate, mix);
  }

  /// The style mix with sum 1.
  double[] normalisedMix() {
    double sum = styleMix.stream().mapToDouble(s -> s).sum();
    return styleMix.stream().mapToDouble(s -> s / sum).toArray();
  }
}
