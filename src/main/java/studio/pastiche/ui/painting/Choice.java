package studio.pastiche.ui.painting;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One of several that the artist picks.
public final class Choice<T> implements Setting {
  private final String key;
  private final ObservableList<T> options = FXCollections.observableArrayList();
  private final ObservableList<T> seen = FXCollections.unmodifiableObservableList(options);
  private final ObjectProperty<T> value;
  private final boolean live;
  private T initial;

  /// @param key of its words; `key.tip` explains it, `key.OPTION` names an option
  public Choice(String key, List<T> options, T initial) {
    this(key, options, initial, false);
  }

  /// @param live whether a painting in progress takes it, or what follows from it
  Choice(String key, List<T> options, T initial, boolean live) {
    this.key = key;
    this.live = live;
    this.options.setAll(options);
    this.initial = initial;
    value = new SimpleObjectProperty<>(initial);
  }

  @Override
  public String key() {
    return key;
  }

  /// The key of an option's words.
  public String keyOf(T option) {
    return key + "." + option;
  }

  /// What there is to pick from now.
  public ObservableList<T> options() {
    return seen;
  }

  /// Changes what there is to pick from. What is none of it any more gives way to the default, and
  /// what was the default follows it.
  ///
  /// @param now the options, the default among them
  public void offer(List<T> now, T initial) {
    boolean follows = value.get().equals(this.initial) || !now.contains(value.get());
    this.initial = initial;
    if (!options.equals(now)) {
      options.setAll(now);
    }
    if (follows) {
      value.set(initial);
    }
  }

  @Override
  public ObjectProperty<T> value() {
    return value;
  }

  public T get() {
    return value.get();
  }

  /// Leaves it as it is where this is none of the options.
  @Override
  public void restore(Object before) {
    options.stream().filter(option -> option.equals(before)).findFirst().ifPresent(value::set);
  }

  @Override
  public void reset() {
    value.set(initial);
  }

  @Override
  public Object fixedAtStart() {
    return live ? "" : value.get();
  }
}
