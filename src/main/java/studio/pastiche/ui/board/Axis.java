package studio.pastiche.ui.board;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import studio.pastiche.engine.Tuning;
import studio.pastiche.session.RecipeSettings;

/// A setting that the pictures of a board differ in.
public enum Axis {
  STYLE_WEIGHT("setting.style-weight", 4, 2.5, 0, 1_000_000),
  STYLE_SCALE("setting.style-scale", 1.8, 1.4, 0.1, 10),
  TV_WEIGHT("setting.tv-weight", 4, 2.5, 0, 1_000_000),
  CONTENT_WEIGHT("setting.content-weight", 4, 2.5, 0, 1_000_000),
  /// The first style image's share of the mix.
  STYLE_MIX("board.mix", 0, 0, 0, 1);

  private static final MathContext DIGITS = new MathContext(2);

  private final String key;
  private final double wide;
  private final double narrow;
  private final double least;
  private final double most;

  /// @param wide the factor from one picture to the next where there are three
  /// @param narrow that where there are more
  Axis(String key, double wide, double narrow, double least, double most) {
    this.key = key;
    this.wide = wide;
    this.narrow = narrow;
    this.least = least;
    this.most = most;
  }

  /// The key of its words.
  public String key() {
    return key;
  }

  /// Whether it means something for so many style images.
  public boolean fits(int styles) {
    return this != STYLE_MIX || styles > 1;
  }

  /// Its value in these settings.
  public double of(RecipeSettings settings) {
    Tuning tuning = settings.tuning();
    return switch (this) {
      case STYLE_WEIGHT -> tuning.styleWeight();
      case STYLE_SCALE -> settings.schedule().styleScale();
      case TV_WEIGHT -> tuning.tvWeight();
      case CONTENT_WEIGHT -> tuning.contentWeight();
      case STYLE_MIX -> tuning.styleMix().getFirst() / sum(tuning.styleMix());
    };
  }

  /// These settings with another value.
  public RecipeSettings with(RecipeSettings settings, double value) {
    Tuning tuning = settings.tuning();
    return switch (this) {
      case STYLE_WEIGHT -> settings.withTuning(tuning.withStyleWeight(value));
      case STYLE_SCALE -> settings.withSchedule(settings.schedule().withStyleScale(value));
      case TV_WEIGHT -> settings.withTuning(tuning.withTvWeight(value));
      case CONTENT_WEIGHT -> settings.withTuning(tuning.withContentWeight(value));
      case STYLE_MIX -> settings.withTuning(tuning.withStyleMix(mixed(tuning.styleMix(), value)));
    };
  }

  /// So many values in rising order, the present one among them.
  ///
  /// @param usual to go by where the present one is 0
  public List<Double> around(double present, double usual, int count) {
    if (this == STYLE_MIX) {
      return shares(present, count);
    }
    double factor = count == 3 ? wide : narrow;
    int before = (count - 1) / 2;
    if (present <= 0) {
      return Stream.concat(
              Stream.of(0.0),
              IntStream.range(1, count)
                  .mapToObj(i -> rounded(usual * Math.pow(factor, i - 1.0 - before))))
          .toList();
    }
    // at an end of what is allowed the others move to its other side
    int below = before;
    while (below > 0 && present * Math.pow(factor, -below) < least) {
      below--;
    }
    while (below < count - 1 && present * Math.pow(factor, count - 1.0 - below) > most) {
      below++;
    }
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(
          i == below
              ? present
              : Math.clamp(rounded(present * Math.pow(factor, i - (double) below)), least, most));
    }
    return values.stream().distinct().toList();
  }

  /// Evenly from near nothing to near all, with the present one in place of the nearest.
  private static List<Double> shares(double present, int count) {
    List<Double> even =
        new ArrayList<>(
            IntStream.range(0, count).mapToObj(i -> rounded((i + 0.5) / count)).toList());
    int nearest = 0;
    for (int i = 1; i < count; i++) {
      if (Math.abs(even.get(i) - present) < Math.abs(even.get(nearest) - present)) {
        nearest = i;
      }
    }
    even.set(nearest, present);
    return List.copyOf(even);
  }

  /// The mix with this share for the first; the others divide the rest as they did before.
  static List<Double> mixed(List<Double> mix, double first) {
    double others = sum(mix) - mix.getFirst();
    List<Double> next = new ArrayList<>(List.of(first));
    for (double share : mix.subList(1, mix.size())) {
      next.add((1 - first) * (others > 0 ? share / others : 1.0 / (mix.size() - 1)));
    }
    return next;
  }

  private static double sum(List<Double> mix) {
    return mix.stream().mapToDouble(share -> share).sum();
  }

  private static double rounded(double value) {
    return new BigDecimal(value).round(DIGITS).doubleValue();
  }
}
