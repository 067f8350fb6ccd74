package studio.pastiche.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.NetworkCatalogue;
import studio.pastiche.engine.weights.NetworkLoader;
import studio.pastiche.engine.weights.WeightsException;

/// The option that names a feature network.
final class NetworkOption {
  static final String NAME = "--network";

  @Option(
      names = NAME,
      paramLabel = "compact|FILE",
      description =
          "The feature network: the built-in one, or a file of VGG-19's weights (default:"
              + " ${bundle:default.network}).")
  private @Nullable String nameOrFile;

  boolean given() {
    return nameOrFile != null;
  }

  /// The file that is named, or null where none is, or the built-in one.
  @Nullable Path file() {
    return nameOrFile == null || NetworkCatalogue.find(nameOrFile).isPresent()
        ? null
        : PathConverter.path(nameOrFile);
  }

  /// The network that is named, or the built-in one. Throws WeightsException where it can't be
  /// used.
  FeatureNetwork load() throws WeightsException {
    Path file = file();
    if (file != null) {
      return NetworkLoader.read(file);
    }
    return NetworkLoader.load(nameOrFile == null ? NetworkCatalogue.COMPACT : nameOrFile);
  }
}
