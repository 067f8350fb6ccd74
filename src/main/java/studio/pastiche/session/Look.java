package studio.pastiche.session;

import studio.pastiche.engine.Init;
import studio.pastiche.engine.Layers;
import studio.pastiche.engine.Schedule;
import studio.pastiche.engine.Tuning;

/// The settings that decide what a picture looks like, rather than how large it is or how long it
/// takes.
///
/// @param contentWeight α
/// @param styleWeight β
/// @param tvWeight the weight of the total variation
/// @param learningRate the optimiser's step
/// @param styleScale the style images' long side as a factor of the picture's
/// @param layers what is compared
/// @param start what the first stage starts from; not a picture, which would be another input
/// @param noiseRatio where it starts from a mix
public record Look(
    double contentWeight,
    double styleWeight,
    double tvWeight,
    double learningRate,
    double styleScale,
    Layers layers,
    Init.Kind start,
    double noiseRatio) {
  /// Throws IllegalArgumentException, naming the setting, where one is not allowed.
  public Look {
    var _ =
        Tuning.defaults(1)
            .withContentWeight(contentWeight)
            .withStyleWeight(styleWeight)
            .withTvWeight(tvWeight)
            .withLearningRate(learningRate);
    var _ = Schedule.defaults().withStyleScale(styleScale);
    var _ = new Init(start, noiseRatio, Init.CONTENT.noise(), 0);
    if (start == Init.Kind.PICTURE) {
      throw new IllegalArgumentException("a look starts from the content image or noise");
    }
  }

  /// The engine's own defaults.
  public static Look defaults() {
    Tuning tuning = Tuning.defaults(1);
    return new Look(
        tuning.contentWeight(),
        tuning.styleWeight(),
        tuning.tvWeight(),
        tuning.learningRate(),
        Schedule.defaults().styleScale(),
        Layers.defaults(),
        Init.CONTENT.kind(),
        Init.CONTENT.noiseRatio());
  }

  public Look withWeights(double content, double style, double tv) {
    return new Look(content, style, tv, learningRate, styleScale, layers, start, noiseRatio);
  }

  public Look withStyleScale(double scale) {
    return new Look(
        contentWeight, styleWeight, tvWeight, learningRate, scale, layers, start, noiseRatio);
  }

  public Look withLayers(Layers others) {
    return new Look(
        contentWeight, styleWeight, tvWeight, learningRate, styleScale, others, start, noiseRatio);
  }

  public Look withStart(Init.Kind kind, double noise) {
    return new Look(
        contentWeight, styleWeight, tvWeight, learningRate, styleScale, layers, kind, noise);
  }
}
