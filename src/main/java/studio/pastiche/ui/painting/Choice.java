package studio.pastiche.ui.painting;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// One of several that the artist picks.
public final class Choice<T> implements Setting {
  private final String key;
  private final List<T> options;
  private final T initial;
  private final ObjectProperty<T> value;

  /// @param key of its words; `key.tip` explains it, `key.OPTION` names an option
  public Choice(String key, List<T> options, T initial) {
    this.key = key;
    this.options = List.copyOf(options);
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

  public List<T> options() {
    return options;
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
    return value.get();
  }
}
