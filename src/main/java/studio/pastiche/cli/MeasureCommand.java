package studio.pastiche.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.pastiche.engine.Computation;
import studio.pastiche.engine.Distances;
import studio.pastiche.engine.Engine;
import studio.pastiche.engine.Layers;
import studio.pastiche.engine.Precision;
import studio.pastiche.engine.Statistic;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.networks.Networks;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.PictureReader;

/// `measure`: says how far an image is from a content and a style image.
@Command(
    name = "measure",
    description = {
      "Measures an image: every distance from the content image and the style image, by layer.",
      "The pictures are taken at their own size, and it computes in float32."
    })
final class MeasureCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private StandardOptions standard = new StandardOptions();

  @Option(names = "--content", required = true, paramLabel = "FILE", description = "The photo.")
  private Path content = Path.of("");

  @Option(names = "--style", required = true, paramLabel = "FILE", description = "The painting.")
  private Path style = Path.of("");

  @Option(
      names = "--image",
      required = true,
      paramLabel = "FILE",
      description = "What is measured; of the content image's size.")
  private Path image = Path.of("");

  @Mixin private NetworkOption network;
  @Mixin private LayerOptions layers = new LayerOptions();
  @Mixin private ComputationOptions computation = new ComputationOptions();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  MeasureCommand(Console console, Networks networks) {
    network = new NetworkOption(networks);
    this.console = console;
  }

  /// What is found, by layer name.
  record Found(
      SortedMap<String, Double> content,
      SortedMap<String, Double> gram,
      SortedMap<String, Double> moments,
      double totalVariation) {
    static Found of(Map<Statistic, Distances> distances) {
      Distances gram = distances.get(Statistic.GRAM);
      Distances moments = distances.get(Statistic.MOMENTS);
      if (gram == null || moments == null) {
        throw new IllegalStateException("each statistic is measured");
      }
      return new Found(
          byName(gram.content()),
          byName(gram.style()),
          byName(moments.style()),
          gram.totalVariation());
    }

    private static SortedMap<String, Double> byName(SortedMap<Layer, Double> values) {
      SortedMap<String, Double> named = new TreeMap<>();
      values.forEach((layer, value) -> named.put(layer.toString(), value));
      return named;
    }
  }

  @Override
  public Integer call() throws IOException {
    Layers measured = layers.appliedTo(Layers.defaults());
    Computation where = computation.appliedTo(Computation.AUTO);
    if (where.precision() == Precision.BFLOAT16) {
      throw new WrongOption("--precision", "measure computes in float32 always");
    }
    Picture photo = PictureReader.read(content);
    Picture painting = PictureReader.read(style);
    Picture picture = PictureReader.read(image);
    if (picture.width() != photo.width() || picture.height() != photo.height()) {
      throw new UnusableFile(
          image,
          "it is %d×%d, but the content image %d×%d; they must be of one size"
              .formatted(picture.width(), picture.height(), photo.width(), photo.height()));
    }
    FeatureNetwork loaded = network.load(console.err()::println);
    Ingredients.requireLayers(loaded, measured);
    try (Engine engine = computation.open(where)) {
      print(Found.of(engine.measure(photo, painting, picture, loaded, measured)));
    }
    return ExitCode.OK;
  }

  private void print(Found found) {
    PrintWriter out = console.out();
    if (json) {
      out.println(new Json().line(found));
      return;
    }
    out.println("content");
    found.content().forEach((layer, value) -> out.println(row(layer, List.of(value))));
    out.println("style           moments          gram");
    found
        .moments()
        .forEach(
            (layer, value) ->
                out.println(
                    row(layer, List.of(value, found.gram().getOrDefault(layer, Double.NaN)))));
    out.println("total variation");
    out.println(row("", List.of(found.totalVariation())));
  }

  private static String row(String name, List<Double> values) {
    StringBuilder row = new StringBuilder("  ").append(String.format(Locale.ROOT, "%-9s", name));
    values.forEach(value -> row.append(String.format(Locale.ROOT, "%14.6g", value)));
    return row.toString();
  }
}
