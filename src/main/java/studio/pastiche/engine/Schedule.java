package studio.pastiche.engine;

/// How large the picture becomes, and on what way.
///
/// @param size the wanted long side in pixels, 64 or more
/// @param iterations in all, shared out over the stages
/// @param stages a pyramid, or one stage
/// @param average whether the running average of the iterates is shown and saved, or the iterate
///   itself
/// @param styleScale the style images' long side as a factor of the picture's
public record Schedule(
    int size, int iterations, StagePlan stages, boolean average, double styleScale) {
  public static final int MIN_SIZE = 64;
  public static final int MAX_SIZE = 16_384;
  public static final int DEFAULT_SIZE = 512;

  /// Throws IllegalArgumentException, naming the setting, where one is not allowed.
  public Schedule {
    Numbers.between("size", size, MIN_SIZE, MAX_SIZE);
    Numbers.between("iterations", iterations, 0, 1_000_000);
    Numbers.between("style scale", styleScale, 0.1, 10);
  }

  public static Schedule defaults() {
    return new Schedule(DEFAULT_SIZE, 600, StagePlan.PYRAMID, true, 1);
  }

  public Schedule withSize(int pixels) {
    return new Schedule(pixels, iterations, stages, average, styleScale);
  }

  public Schedule withIterations(int count) {
    return new Schedule(size, count, stages, average, styleScale);
  }

  public Schedule withStages(StagePlan plan) {
    return new Schedule(size, iterations, plan, average, styleScale);
  }

  public Schedule withAverage(boolean on) {
    return new Schedule(size, iterations, stages, on, styleScale);
  }

  public Schedule withStyleScale(double scale) {
    return new Schedule(size, iterations, stages, average, scale);
  }
}
