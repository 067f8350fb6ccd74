package studio.pastiche.ui.painting;

import java.util.List;

/// What a step of the history is called.
///
/// @param key of its words
/// @param values that are put into them
public record StepName(String key, List<String> values) {
  public StepName {
    values = List.copyOf(values);
  }

  public static StepName of(String key, String... values) {
    return new StepName(key, List.of(values));
  }
}
