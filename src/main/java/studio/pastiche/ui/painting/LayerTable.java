package studio.pastiche.ui.painting;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.pastiche.engine.network.Layer;

/// Layers that are compared, each with its weight. Weights act on a painting in progress, another
/// choice of layers needs a new start.
public final class LayerTable implements Setting {
  /// What a layer that joins the others counts.
  public static final double FRESH = 0.1;

  private final String key;
  private final SortedMap<Layer, Double> initial;
  private final ReadOnlyObjectWrapper<SortedMap<Layer, Double>> weights;

  LayerTable(String key, SortedMap<Layer, Double> initial) {
    this.key = key;
    this.initial = copy(initial);
    weights = new ReadOnlyObjectWrapper<>(this.initial);
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public ReadOnlyObjectProperty<SortedMap<Layer, Double>> value() {
    return weights.getReadOnlyProperty();
  }

  public SortedMap<Layer, Double> get() {
    return weights.get();
  }

  public SortedSet<Layer> layers() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(get().keySet()));
  }

  /// Takes other layers and weights; returns whether that is allowed: one must count.
  public boolean set(Map<Layer, Double> others) {
    boolean counts = others.values().stream().anyMatch(weight -> weight > 0);
    if (counts && !get().equals(others)) {
      weights.set(copy(others));
    }
    return counts;
  }

  /// Sets one layer's weight; returns whether that is allowed: one must count.
  public boolean set(Layer layer, double weight) {
    SortedMap<Layer, Double> next = new TreeMap<>(get());
    next.put(layer, weight);
    return set(next);
  }

  /// Compares these layers from now on; those that were compared before keep their weights. Returns
  /// whether that is allowed: one must count.
  public boolean choose(Set<Layer> layers) {
    SortedMap<Layer, Double> next = new TreeMap<>();
    layers.forEach(layer -> next.put(layer, get().getOrDefault(layer, FRESH)));
    return set(next);
  }

  @Override
  public void restore(Object before) {
    if (before instanceof SortedMap<?, ?> map) {
      SortedMap<Layer, Double> next = new TreeMap<>();
      map.forEach((layer, weight) -> next.put((Layer) layer, (Double) weight));
      set(next);
    }
  }

  @Override
  public void reset() {
    set(initial);
  }

  @Override
  public Object fixedAtStart() {
    return layers();
  }

  private static SortedMap<Layer, Double> copy(Map<Layer, Double> weights) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(weights));
  }
}
