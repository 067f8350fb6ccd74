package studio.pastiche.ui.painting;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import studio.pastiche.engine.Layers;

/// Every setting as text, as documents hold them: a number, an option, or `relu1_1=0.5,relu2_1=1`.
final class SettingsText {
  private final Settings settings;

  SettingsText(Settings settings) {
    this.settings = settings;
  }

  SortedMap<String, String> write() {
    SortedMap<String, String> texts = new TreeMap<>();
    for (Setting each : settings.all()) {
      texts.put(
          each.key(),
          switch (each) {
            case Parameter number -> Double.toString(number.get());
            case Choice<?> choice -> String.valueOf(choice.get());
            case LayerTable table ->
                table.get().entrySet().stream()
                    .map(e -> e.getKey() + "=" + e.getValue())
                    .collect(Collectors.joining(","));
          });
    }
    return texts;
  }

  /// Sets what a document says, and the rest to its default. What is not allowed any more is as if
  /// nothing were said.
  void read(Map<String, String> texts) {
    for (Setting each : settings.all()) {
      each.reset();
      String text = texts.get(each.key());
      if (text != null) {
        read(each, text);
      }
    }
  }

  private static void read(Setting setting, String text) {
    switch (setting) {
      case Parameter number -> {
        OptionalDouble value = number.parse(text);
        value.ifPresent(number::set);
      }
      case Choice<?> choice ->
          choice.options().stream()
              .filter(option -> String.valueOf(option).equals(text))
              .findFirst()
              .ifPresent(choice::restore);
      case LayerTable table -> {
        try {
          table.set(Layers.weights(text));
        } catch (IllegalArgumentException e) {
          // As if nothing were said.
        }
      }
    }
  }
}
