package studio.pastiche.ui.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import studio.pastiche.engine.Tuning;
import studio.pastiche.ui.text.Texts;

/// What was tuned, in words.
public final class TuningWords {
  private final Texts texts;

  public TuningWords(Texts texts) {
    this.texts = texts;
  }

  /// One line for each setting that differs, such as "Style weight β: 8 → 20"; none where nothing
  /// does.
  public List<String> between(Tuning before, Tuning now) {
    return lines(
        before,
        now,
        "tuned.line",
        List.of(
            "setting.content-weight",
            "setting.style-weight",
            "setting.tv-weight",
            "setting.learning-rate"));
  }

  /// The same where there is little room, such as "β 8 → 20".
  public List<String> brief(Tuning before, Tuning now) {
    return lines(
        before,
        now,
        "tuned.brief",
        List.of(
            "tuned.brief.content-weight",
            "tuned.brief.style-weight",
            "tuned.brief.tv-weight",
            "tuned.brief.learning-rate"));
  }

  /// @param names the keys of content weight, style weight, total variation and learning rate
  private List<String> lines(Tuning before, Tuning now, String line, List<String> names) {
    List<String> lines = new ArrayList<>();
    double[] then = numbers(before);
    double[] next = numbers(now);
    for (int i = 0; i < then.length; i++) {
      if (then[i] != next[i]) {
        lines.add(
            texts.get(
                line, texts.get(names.get(i)), Figures.brief(then[i]), Figures.brief(next[i])));
      }
    }
    if (!before.styleMix().equals(now.styleMix())) {
      lines.add(
          texts.get(
              line, texts.get("tuned.style-mix"), mix(before.styleMix()), mix(now.styleMix())));
    }
    if (!Objects.equals(before.layers(), now.layers())) {
      lines.add(texts.get("tuned.layers"));
    }
    Integer iterations = now.iterations();
    if (iterations != null && !iterations.equals(before.iterations())) {
      lines.add(texts.get("tuned.to", texts.get("setting.iterations"), String.valueOf(iterations)));
    }
    return lines;
  }

  private static double[] numbers(Tuning tuning) {
    return new double[] {
      tuning.contentWeight(), tuning.styleWeight(), tuning.tvWeight(), tuning.learningRate()
    };
  }

  private static String mix(List<Double> shares) {
    return shares.stream().map(Figures::brief).collect(Collectors.joining(" : "));
  }
}
