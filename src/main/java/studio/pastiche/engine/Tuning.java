package studio.pastiche.engine;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What may change while a picture is painted. Swapped whole: the next iteration takes the new one.
///
/// @param contentWeight α, the weight of the content distance
/// @param styleWeight β, the weight of the style distance
/// @param tvWeight the weight of the total variation
/// @param learningRate Adam's step in units of the pixels' range 0..1; for L-BFGS the largest
///   change of a pixel in the first step after a start
/// @param styleMix one share a style image; they are normalised to sum 1
/// @param layers weights of the recipe's layers, or null for the recipe's own
/// @param iterations in all, or null for as many as the recipe's schedule says
public record Tuning(
    double contentWeight,
    double styleWeight,
    double tvWeight,
    double learningRate,
    List<Double> styleMix,
    @Nullable LayerWeights layers,
    @Nullable Integer iterations) {

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
    if (iterations != null) {
      Numbers.between("iterations", iterations, 0, Schedule.MAX_ITERATIONS);
    }
  }

  /// A tuning that leaves the recipe's layers and iterations as they are.
  public Tuning(
      double contentWeight,
      double styleWeight,
      double tvWeight,
      double learningRate,
      List<Double> styleMix) {
    this(contentWeight, styleWeight, tvWeight, learningRate, styleMix, null, null);
  }

  /// The default weights for that many styles, mixed equally.
  public static Tuning defaults(int styles) {
    return new Tuning(1, 8, 6, 0.02, Collections.nCopies(styles, 1.0));
  }

  public Tuning withContentWeight(double weight) {
    return new Tuning(weight, styleWeight, tvWeight, learningRate, styleMix, layers, iterations);
  }

  public Tuning withStyleWeight(double weight) {
    return new Tuning(contentWeight, weight, tvWeight, learningRate, styleMix, layers, iterations);
  }

  public Tuning withTvWeight(double weight) {
    return new Tuning(
        contentWeight, styleWeight, weight, learningRate, styleMix, layers, iterations);
  }

  public Tuning withLearningRate(double rate) {
    return new Tuning(contentWeight, styleWeight, tvWeight, rate, styleMix, layers, iterations);
  }

  public Tuning withStyleMix(List<Double> mix) {
    return new Tuning(contentWeight, styleWeight, tvWeight, learningRate, mix, layers, iterations);
  }

  public Tuning withLayers(@Nullable LayerWeights weights) {
    return new Tuning(
        contentWeight, styleWeight, tvWeight, learningRate, styleMix, weights, iterations);
  }

  public Tuning withIterations(@Nullable Integer count) {
    return new Tuning(contentWeight, styleWeight, tvWeight, learningRate, styleMix, layers, count);
  }

  /// Iterations in all, where the recipe's schedule says so many.
  int iterationsOr(int scheduled) {
    return iterations == null ? scheduled : iterations;
  }

  /// Whether this asks for the same picture, if not for the same number of iterations.
  boolean aimsLike(Tuning other) {
    return withIterations(null).equals(other.withIterations(null));
  }

  /// The style mix with sum 1.
  double[] normalisedMix() {
    double sum = styleMix.stream().mapToDouble(s -> s).sum();
    return styleMix.stream().mapToDouble(s -> s / sum).toArray();
  }
}
