package studio.pastiche.cli;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.pastiche.engine.Layers;
import studio.pastiche.engine.Pooling;
import studio.pastiche.engine.network.Layer;

/// The options of [Layers], but for the statistic, which `measure` has no choice of.
final class LayerOptions {
  @Option(
      names = "--style-layers",
      paramLabel = "LAYERS",
      description = {
        "Layers that the style is compared at, with weights whose sum counts as 1, or a preset:",
        "classic (default):",
        "${bundle:default.style-layers}",
        "wide:",
        "${bundle:default.wide-layers}"
      })
  private @Nullable String styleLayers;

  @Option(
      names = "--content-layers",
      paramLabel = "LAYERS",
      description =
          "Layers that the content is compared at (default: ${bundle:default.content-layers}).")
  private @Nullable String contentLayers;

  @Option(
      names = "--pooling",
      paramLabel = "max|average",
      description = "How the network pools (default: ${bundle:default.pooling}).")
  private @Nullable Pooling pooling;

  /// Whether layers or their weights were given.
  boolean choosesLayers() {
    return styleLayers != null || contentLayers != null;
  }

  Layers appliedTo(Layers layers) {
    return new Setting<>(layers)
        .with("--style-layers", styleLayers, (l, text) -> l.withStyle(style(text)))
        .with("--content-layers", contentLayers, (l, text) -> l.withContent(Layers.weights(text)))
        .with("--pooling", pooling, Layers::withPooling)
        .value();
  }

  private static SortedMap<Layer, Double> style(String text) {
    return switch (text) {
      case "classic" -> Layers.defaults().style();
      case "wide" -> Layers.wideStyle();
      default -> {
        if (!text.contains("relu")) {
          throw new IllegalArgumentException(
              "'%s' is neither classic nor wide nor layers such as relu1_1=0.5,relu2_1"
                  .formatted(text));
        }
        yield Layers.weights(text);
      }
    };
  }
}
