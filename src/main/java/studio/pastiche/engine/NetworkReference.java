package studio.pastiche.engine;

import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.InputSpec;

/// What a recipe remembers of a network: its name, the SHA-256 of its numbers (the first recipes
/// have that of the built-in one's file), and the input that it was used with.
///
/// @param input null where nobody has said or found out
public record NetworkReference(String name, String sha256, @Nullable InputSpec input) {
  /// One whose file says its input.
  public NetworkReference(String name, String sha256) {
    this(name, sha256, null);
  }

  public static NetworkReference of(FeatureNetwork network) {
    return new NetworkReference(network.name(), network.sha256(), network.input());
  }
}
