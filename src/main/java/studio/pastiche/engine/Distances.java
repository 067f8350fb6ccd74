package studio.pastiche.engine;

import java.util.SortedMap;
import studio.pastiche.engine.network.Layer;

/// How far an image is from its targets, without weights: c, g or m, and t of docs/objective.md.
///
/// @param content by content layer
/// @param style by style layer, of the run's statistic
/// @param totalVariation the smoothness term
public record Distances(
    SortedMap<Layer, Double> content, SortedMap<Layer, Double> style, double totalVariation) {}
