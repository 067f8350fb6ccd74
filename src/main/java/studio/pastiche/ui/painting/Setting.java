package studio.pastiche.ui.painting;

import javafx.beans.value.ObservableValue;

/// Something the artist sets, whatever its kind.
public sealed interface Setting permits Parameter, Choice, LayerTable {
  /// The key of its words; `key.tip` explains it.
  String key();

  /// Its value now; values are immutable.
  ObservableValue<?> value();

  /// Sets it to what [#value()] was before.
  void restore(Object before);

  /// Brings its default back.
  void reset();

  /// What of its value a painting in progress cannot take: nothing, all of it, or some. Equal
  /// answers ask for no new start.
  Object fixedAtStart();
}
