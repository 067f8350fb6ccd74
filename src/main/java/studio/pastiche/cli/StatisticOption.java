package studio.pastiche.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.pastiche.engine.Layers;
import studio.pastiche.engine.Statistic;

/// The option that names what of a style layer is compared.
final class StatisticOption {
  @Option(
      names = "--statistic",
      paramLabel = "moments|gram",
      description =
          "What of the style is compared: means and covariances, or Gram matrices (default:"
              + " ${bundle:default.statistic}).")
  private @Nullable Statistic statistic;

  Layers appliedTo(Layers layers) {
    return statistic == null ? layers : layers.withStatistic(statistic);
  }
}
