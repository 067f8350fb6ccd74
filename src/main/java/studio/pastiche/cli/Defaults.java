package studio.pastiche.cli;

import java.util.ListResourceBundle;
import java.util.SortedMap;
import java.util.stream.Collectors;
import studio.pastiche.engine.Computation;
import studio.pastiche.engine.Init;
import studio.pastiche.engine.Layers;
import studio.pastiche.engine.Optimization;
import studio.pastiche.engine.Pyramid;
import studio.pastiche.engine.Schedule;
import studio.pastiche.engine.Tuning;
import studio.pastiche.engine.network.Layer;

/// The engine's defaults, for the help texts. The options themselves have none: one that was not
/// given leaves the engine's default, or the recipe's value, as it is.
final class Defaults extends ListResourceBundle {
  private final String network;

  /// @param network the one that is painted with where none is named
  Defaults(String network) {
    this.network = network;
  }

  @Override
  protected Object[][] getContents() {
    Tuning tuning = Tuning.defaults(1);
    Schedule schedule = Schedule.defaults();
    Layers layers = Layers.defaults();
    return new Object[][] {
      {"default.content-weight", text(tuning.contentWeight())},
      {"default.style-weight", text(tuning.styleWeight())},
      {"default.tv-weight", text(tuning.tvWeight())},
      {"default.learning-rate", text(tuning.learningRate())},
      {"default.size", text(schedule.size())},
      {"default.schedule", schedule.dial().toString()},
      {"default.stages", schedule.stages().toString()},
      {"default.smallest", text(Pyramid.SMALLEST)},
      {"default.average", schedule.average() ? "on" : "off"},
      {"default.style-scale", text(schedule.styleScale())},
      {"default.optimizer", Optimization.defaults().optimizer().toString()},
      {"default.style-layers", text(layers.style())},
      {"default.wide-layers", text(Layers.wideStyle())},
      {"default.content-layers", text(layers.content())},
      {"default.statistic", layers.statistic().toString()},
      {"default.pooling", layers.pooling().toString()},
      {"default.init", Init.CONTENT.kind().toString()},
      {"default.noise", Init.CONTENT.noise().toString()},
      {"default.noise-ratio", text(Init.CONTENT.noiseRatio())},
      {"default.seed", text(Init.CONTENT.seed())},
      {"default.network", network},
      {"default.device", Computation.AUTO.device()},
      {"default.precision", Computation.AUTO.precision().toString()},
    };
  }

  /// A number as one would type it.
  static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static String text(SortedMap<Layer, Double> weights) {
    return weights.entrySet().stream()
        .map(e -> e.getKey() + "=" + text(e.getValue()))
        .collect(Collectors.joining(","));
  }
}
