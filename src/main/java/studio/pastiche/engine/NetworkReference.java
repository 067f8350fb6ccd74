package studio.pastiche.engine;

import studio.pastiche.engine.network.FeatureNetwork;

/// What a recipe remembers of a network: its name, and the SHA-256 of its file.
public record NetworkReference(String name, String sha256) {
  public static NetworkReference of(FeatureNetwork network) {
    return new NetworkReference(network.name(), network.sha256());
  }
}
