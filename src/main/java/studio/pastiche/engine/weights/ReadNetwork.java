package studio.pastiche.engine.weights;

import studio.pastiche.engine.network.FeatureNetwork;

/// A network from a file.
///
/// @param evidence how its input was found out
public record ReadNetwork(FeatureNetwork network, InputEvidence evidence) {}
