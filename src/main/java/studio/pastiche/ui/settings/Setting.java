package studio.pastiche.ui.settings;

import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// One thing that is chosen and remembered.
public final class Setting<T> {
  private final String name;
  private final Class<T> type;
  private final T initial;
  private final Predicate<T> allowed;
  private final ObjectProperty<T> value;

  Setting(String name, Class<T> type, T initial, Predicate<T> allowed) {
    this.name = name;
    this.type = type;
    this.initial = initial;
    this.allowed = allowed;
    value = new SimpleObjectProperty<>(initial);
  }

  /// What it is called in the file.
  String name() {
    return name;
  }

  Class<T> type() {
    return type;
  }

  public ObjectProperty<T> value() {
    return value;
  }

  public T get() {
    return value.get();
  }

  /// Takes a value, if it is one that may be; returns whether it was.
  public boolean set(T wanted) {
    boolean fine = allowed.test(wanted);
    if (fine) {
      value.set(wanted);
    }
    return fine;
  }

  public void reset() {
    value.set(initial);
  }
}
