package studio.pastiche.cli;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.InputSpec;
import studio.pastiche.engine.network.NetworkCatalogue;
import studio.pastiche.engine.weights.InputEvidence;
import studio.pastiche.engine.weights.NetworkLoader;
import studio.pastiche.engine.weights.NetworkReader;
import studio.pastiche.engine.weights.ReadNetwork;
import studio.pastiche.engine.weights.WeightsException;

/// The options that name a feature network and its input.
final class NetworkOption {
  static final String NAME = "--network";

  @Option(
      names = NAME,
      paramLabel = "compact|FILE",
      description =
          "The feature network: the built-in one, or a file of VGG-19's weights, .safetensors,"
              + " .pth, .h5 or .mat (default: ${bundle:default.network}).")
  private @Nullable String nameOrFile;

  @Option(
      names = "--input",
      paramLabel = "rgb-imagenet|bgr-caffe|rgb-caffe",
      description =
          "How the network wants its picture: as torchvision, Caffe and Keras, or MatConvNet have"
              + " it (default: found out from the file).")
  private @Nullable InputSpec input;

  boolean given() {
    return nameOrFile != null;
  }

  /// The file that is named, or null where none is, or the built-in one.
  @Nullable Path file() {
    return nameOrFile == null || NetworkCatalogue.find(nameOrFile).isPresent()
        ? null
        : PathConverter.path(nameOrFile);
  }

  /// The input that is given, or null.
  @Nullable InputSpec input() {
    return input;
  }

  /// What a recipe remembers, with the input that is given instead of its own.
  NetworkReference appliedTo(NetworkReference remembered) {
    return input == null
        ? remembered
        : new NetworkReference(remembered.name(), remembered.sha256(), input);
  }

  /// The network that is named, or the built-in one.
  ///
  /// @param notes hears, in a line, what the user should know of how its input was found out
  /// @throws WeightsException where it can't be used
  FeatureNetwork load(Consumer<String> notes) throws WeightsException {
    Path file = file();
    ReadNetwork read =
        file != null
            ? NetworkReader.read(file, input)
            : NetworkLoader.load(nameOrFile == null ? NetworkCatalogue.COMPACT : nameOrFile, input);
    note(read, notes);
    return read.network();
  }

  private static void note(ReadNetwork read, Consumer<String> notes) {
    InputEvidence.Source source = read.evidence().source();
    if (source == InputEvidence.Source.FORMAT || source == InputEvidence.Source.KEYS) {
      notes.accept(
          "%s: its input is taken for %s, going by %s; --input says otherwise%s"
              .formatted(
                  read.network().name(),
                  read.network().input(),
                  source == InputEvidence.Source.FORMAT
                      ? "the kind of file"
                      : "the names of its tensors",
                  read.evidence().question().map(q -> ". But " + q).orElse("")));
    }
  }
}
