package studio.pastiche.cli;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// A value that options change, one at a time: an option that was not given changes nothing, and
/// what the engine refuses is laid at the option's door.
record Setting<T>(T value) {

  /// The setting with what `option` was given.
  ///
  /// @throws WrongOption if `change` refuses it with an IllegalArgumentException
  <V> Setting<T> with(String option, @Nullable V given, BiFunction<T, V, T> change) {
    if (given == null) {
      return this;
    }
    try {
      return new Setting<>(change.apply(value, given));
    } catch (IllegalArgumentException e) {
      throw new WrongOption(option, String.valueOf(e.getMessage()));
    }
  }
}
