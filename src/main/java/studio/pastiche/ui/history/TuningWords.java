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
    List<String> lines = new ArrayList<>();
    add(lines, "setting.content-weight", before.contentWeight(), now.contentWeight());
    add(lines, "setting.style-weight", before.styleWeight(), now.styleWeight());
    add(lines, "setting.tv-weight", before.tvWeight(), now.tvWeight());
    add(lines, "setting.learning-rate", before.learningRate(), now.learningRate());
    if (!before.styleMix().equals(now.styleMix())) {
      lines.add(line("tuned.style-mix", mix(before.styleMix()), mix(now.styleMix())));
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

  private void add(List<String> lines, String key, double before, double now) {
    if (before != now) {
      lines.add(line(key, Figures.brief(before), Figures.brief(now)));
    }
  }

  private String line(String key, String before, String now) {
    return texts.get("tuned.line", texts.get(key), before, now);
  }

  private static String mix(List<Double> shares) {
    return shares.stream().map(Figures::brief).collect(Collectors.joining(" : "));
  }
}
