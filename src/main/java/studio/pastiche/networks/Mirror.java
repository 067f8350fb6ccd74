package studio.pastiche.networks;

import java.net.URI;
import java.util.Optional;

/// A server that has the same files as the original ones, under the same paths.
public final class Mirror {
  /// What in the environment names it.
  public static final String VARIABLE = "PASTICHE_MIRROR";

  private Mirror() {}

  /// The address that somebody wrote; none where that is blank. Throws IllegalArgumentException
  /// saying what is wrong with it.
  public static Optional<URI> of(String written) {
    if (written.isBlank()) {
      return Optional.empty();
    }
    URI uri;
    try {
      uri = URI.create(written.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'%s' is no address".formatted(written), e);
    }
    if (!"https".equals(uri.getScheme()) || uri.getHost() == null) {
      throw new IllegalArgumentException(
          "an address that begins with https:// is needed, not '%s'".formatted(written));
    }
    return Optional.of(uri);
  }
}
