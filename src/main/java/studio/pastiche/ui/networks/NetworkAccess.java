package studio.pastiche.ui.networks;

import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.networks.Mirror;
import studio.pastiche.networks.Networks;

/// The networks there are for this user, and where they are fetched from.
///
/// @param mirror a server to fetch from in place of the original ones, or null
public record NetworkAccess(Networks networks, @Nullable URI mirror) {
  private static final Logger LOG = LoggerFactory.getLogger(NetworkAccess.class);

  /// This user's, with the mirror that the environment names.
  ///
  /// @param environment gives a variable's value, or null
  public static NetworkAccess ofThisUser(Function<String, @Nullable String> environment) {
    Networks networks = Networks.ofThisUser();
    String mirror = environment.apply(Mirror.VARIABLE);
    try {
      return new NetworkAccess(networks, mirror == null ? null : Mirror.of(mirror).orElse(null));
    } catch (IllegalArgumentException e) {
      LOG.warn("{} is left out: {}", Mirror.VARIABLE, e.getMessage());
      return new NetworkAccess(networks, null);
    }
  }
}
