package studio.pastiche.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.InputSpec;
import studio.pastiche.engine.weights.InputEvidence;
import studio.pastiche.engine.weights.ReadNetwork;
import studio.pastiche.networks.Choice;
import studio.pastiche.networks.NetworkException;
import studio.pastiche.networks.Networks;
import studio.pastiche.session.InputLookup;
import studio.pastiche.session.InputLookup.Found;

/// The options that name a feature network and its input.
final class NetworkOption {
  static final String NAME = "--network";
  static final String INPUT = "--input";

  private final Networks networks;

  @Option(
      names = NAME,
      paramLabel = "NAME|FILE",
      description =
          "The feature network: one that 'pastiche networks list' names, or a file of VGG-19's"
              + " weights, .safetensors, .pth, .h5 or .mat (default: ${bundle:default.network}).")
  private @Nullable String nameOrFile;

  @Option(
      names = INPUT,
      paramLabel = "rgb-imagenet|bgr-caffe|rgb-caffe",
      description =
          "How the network wants its picture: as torchvision, Caffe and Keras, or MatConvNet have"
              + " it (default: found out from the file).")
  private @Nullable InputSpec input;

  NetworkOption(Networks networks) {
    this.networks = networks;
  }

  boolean given() {
    return nameOrFile != null;
  }

  /// The file that the network is read from, or null for the built-in one.
  ///
  /// @throws NetworkException where there is no such network
  @Nullable Path file() throws NetworkException {
    return choice().file();
  }

  /// The network that a recipe remembers.
  Found<FeatureNetwork> recalled(NetworkReference remembered, InputLookup lookup)
      throws IOException {
    return lookup.network(appliedTo(remembered), NAME, networks);
  }

  /// The input that is given, or null.
  @Nullable InputSpec input() {
    return input;
  }

  /// What a recipe remembers, with the input that is given instead of its own.
  private NetworkReference appliedTo(NetworkReference remembered) {
    return input == null
        ? remembered
        : new NetworkReference(remembered.name(), remembered.sha256(), input);
  }

  /// The network that is named, or the default one.
  ///
  /// @param notes hears, in a line, what the user should know of how its input was found out
  /// @throws IOException where it can't be used
  FeatureNetwork load(Consumer<String> notes) throws IOException {
    ReadNetwork read = networks.load(choice(), input);
    note(read, notes);
    return read.network();
  }

  private Choice choice() throws NetworkException {
    if (nameOrFile == null) {
      return networks.chosen();
    }
    // what can be no file's name is a wrong option
    PathConverter.path(nameOrFile);
    return networks.choice(nameOrFile);
  }

  private static void note(ReadNetwork read, Consumer<String> notes) {
    note(read.network().name(), read.network().input(), read.evidence(), notes);
  }

  /// Says how an input was found out, where that was no more than likely.
  static void note(String name, InputSpec input, InputEvidence evidence, Consumer<String> notes) {
    InputEvidence.Source source = evidence.source();
    if (source == InputEvidence.Source.FORMAT || source == InputEvidence.Source.KEYS) {
      notes.accept(
          "%s: its input is taken for %s, going by %s; --input says otherwise%s"
              .formatted(
                  name,
                  input,
                  source == InputEvidence.Source.FORMAT
                      ? "the kind of file"
                      : "the names of its tensors",
                  evidence.question().map(q -> ". But " + q).orElse("")));
    }
  }
}
