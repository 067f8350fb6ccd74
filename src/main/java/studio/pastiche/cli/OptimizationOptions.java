package studio.pastiche.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.pastiche.engine.Optimization;
import studio.pastiche.engine.OptimizerKind;

/// The options of an [Optimization].
final class OptimizationOptions {
  @Option(
      names = "--optimizer",
      paramLabel = "adam|lbfgs",
      description = "What moves the pixels (default: ${bundle:default.optimizer}).")
  private @Nullable OptimizerKind optimizer;

  @Option(
      names = "--learning-rate-decay",
      paramLabel = "FACTOR,STEPS",
      description =
          "Multiply the learning rate by FACTOR over every STEPS iterations, gradually; 1,1 for"
              + " none (default: none).")
  private @Nullable String decay;

  @Option(
      names = "--clip-gradient",
      paramLabel = "NORM",
      description = "Cut the gradient down to this norm, above 0 (default: not at all).")
  private @Nullable Double clipGradient;

  Optimization appliedTo(Optimization optimization) {
    return new Setting<>(optimization)
        .with("--optimizer", optimizer, Optimization::withOptimizer)
        .with("--learning-rate-decay", decay, (o, text) -> o.withDecay(parsed(text)))
        .with("--clip-gradient", clipGradient, Optimization::withClipGradient)
        .value();
  }

  private static Optimization.Decay parsed(String text) {
    String[] parts = text.split(",", -1);
    try {
      if (parts.length == 2) {
        return new Optimization.Decay(
            Double.parseDouble(parts[0].strip()), Integer.parseInt(parts[1].strip()));
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(decayNeeded(text), e);
    }
    throw new IllegalArgumentException(decayNeeded(text));
  }

  private static String decayNeeded(String text) {
    return "a factor and a number of iterations are needed, such as 0.5,100, not '" + text + "'";
  }
}
