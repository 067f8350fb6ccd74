package studio.pastiche.cli;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.pastiche.engine.Tuning;

/// The options of a [Tuning].
final class TuningOptions {
  @Option(
      names = "--content-weight",
      paramLabel = "NUMBER",
      description =
          "How much the picture keeps of the content image, 0 or more (default:"
              + " ${bundle:default.content-weight}).")
  private @Nullable Double contentWeight;

  @Option(
      names = "--style-weight",
      paramLabel = "NUMBER",
      description =
          "How much it takes of the style images, 0 or more (default:"
              + " ${bundle:default.style-weight}).")
  private @Nullable Double styleWeight;

  @Option(
      names = "--tv-weight",
      paramLabel = "NUMBER",
      description = "How smooth it is, 0 or more (default: ${bundle:default.tv-weight}).")
  private @Nullable Double tvWeight;

  @Option(
      names = "--style-mix",
      paramLabel = "SHARE",
      split = ",",
      description =
          "One share a style image, as in 0.7,0.3; their sum counts as 1 (default: equal shares).")
  private @Nullable List<Double> styleMix;

  @Option(
      names = "--learning-rate",
      paramLabel = "NUMBER",
      description =
          "The optimizer's step, above 0; a pixel goes from 0 to 1 (default:"
              + " ${bundle:default.learning-rate}).")
  private @Nullable Double learningRate;

  /// The tuning with what was given.
  ///
  /// @param styles how many style images there are; a mix of another length becomes equal shares
  Tuning appliedTo(Tuning tuning, int styles) {
    Tuning fitting =
        tuning.styleMix().size() == styles
            ? tuning
            : tuning.withStyleMix(Collections.nCopies(styles, 1.0));
    if (styleMix != null && styleMix.size() != styles) {
      throw new WrongOption(
          "--style-mix",
          "one share a style image is needed, so %d, not %d".formatted(styles, styleMix.size()));
    }
    return new Setting<>(fitting)
        .with("--content-weight", contentWeight, Tuning::withContentWeight)
        .with("--style-weight", styleWeight, Tuning::withStyleWeight)
        .with("--tv-weight", tvWeight, Tuning::withTvWeight)
        .with("--style-mix", styleMix, Tuning::withStyleMix)
        .with("--learning-rate", learningRate, Tuning::withLearningRate)
        .value();
  }
}
