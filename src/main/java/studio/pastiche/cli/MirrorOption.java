package studio.pastiche.cli;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.pastiche.networks.Mirror;

/// The server that is fetched from in place of the original ones.
final class MirrorOption {
  private static final String NAME = "--mirror";

  @Option(
      names = NAME,
      paramLabel = "URL",
      defaultValue = "${env:PASTICHE_MIRROR}",
      description =
          "Fetch from this server, with the original address's path (default: the environment's"
              + " PASTICHE_MIRROR, if it is set).")
  private @Nullable String address;

  /// Its address, or null where none is named.
  ///
  /// @throws WrongOption where it is no address of a server
  @Nullable URI uri() {
    try {
      return address == null ? null : Mirror.of(address).orElse(null);
    } catch (IllegalArgumentException e) {
      throw new WrongOption(NAME, String.valueOf(e.getMessage()));
    }
  }
}
