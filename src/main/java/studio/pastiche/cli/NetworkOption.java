package studio.pastiche.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

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

  /// What was given, or null.
  @Nullable String given() {
    return nameOrFile;
  }
}
