package studio.pastiche.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.pastiche.engine.Computation;
import studio.pastiche.engine.Engine;
import studio.pastiche.engine.Precision;

/// The options of a [Computation].
final class ComputationOptions {
  @Option(
      names = "--device",
      paramLabel = "auto|cpu|gpu[:N]",
      description = "Where it is computed (default: ${bundle:default.device}).")
  private @Nullable String device;

  @Option(
      names = "--precision",
      paramLabel = "auto|float32|bfloat16",
      description =
          "The network's numbers; auto takes bfloat16 where that is faster (default:"
              + " ${bundle:default.precision}).")
  private @Nullable Precision precision;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Of the processor; 0 lets PyTorch choose (default: 0).")
  private @Nullable Integer threads;

  Computation appliedTo(Computation computation) {
    return new Setting<>(computation)
        .with("--device", device, (c, d) -> new Computation(d, c.precision(), c.threads()))
        .with("--precision", precision, (c, p) -> new Computation(c.device(), p, c.threads()))
        .with("--threads", threads, (c, t) -> new Computation(c.device(), c.precision(), t))
        .value();
  }

  /// The engine for a computation.
  ///
  /// @throws WrongOption for a device that is not there
  static Engine open(Computation computation) {
    try {
      return Engine.open(computation.device(), computation.threads());
    } catch (IllegalArgumentException e) {
      throw new WrongOption("--device", String.valueOf(e.getMessage()));
    }
  }
}
