package studio.pastiche.ui.painting;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.beans.Observable;

/// Every setting as text, as documents hold them.
final class SettingsText {
  private final List<Parameter> parameters;
  private final List<Choice<?>> choices;

  SettingsText(Settings settings) {
    parameters =
        Stream.concat(
                settings.tunable().stream(),
                Stream.of(
                    settings.size(),
                    settings.iterations(),
                    settings.snapshotEvery(),
                    settings.styleScale(),
                    settings.noiseRatio(),
                    settings.seed()))
            .toList();
    choices =
        List.of(
            settings.optimizer(),
            settings.statistic(),
            settings.pooling(),
            settings.stages(),
            settings.start(),
            settings.precision(),
            settings.device());
  }

  SortedMap<String, String> write() {
    SortedMap<String, String> texts = new TreeMap<>();
    parameters.forEach(p -> texts.put(p.spec().key(), Double.toString(p.get())));
    choices.forEach(c -> texts.put(c.key(), String.valueOf(c.get())));
    return texts;
  }

  /// Sets what a document says, and the rest to its default. What is not allowed any more is as if
  /// nothing were said.
  void read(Map<String, String> texts) {
    for (Parameter each : parameters) {
      OptionalDouble value = each.parse(texts.getOrDefault(each.spec().key(), ""));
      each.set(value.orElse(each.spec().initial()));
    }
    choices.forEach(c -> pick(c, texts.getOrDefault(c.key(), "")));
  }

  private static <T> void pick(Choice<T> choice, String text) {
    choice.reset();
    choice.options().stream()
        .filter(option -> option.toString().equals(text))
        .findFirst()
        .ifPresent(choice.value()::set);
  }

  /// Tells of every change.
  void onChange(Runnable changed) {
    Stream<Observable> all =
        Stream.concat(
            parameters.stream().map(Parameter::value), choices.stream().map(Choice::value));
    all.forEach(each -> each.addListener(_ -> changed.run()));
  }
}
