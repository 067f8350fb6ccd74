package studio.pastiche.engine;

import org.jspecify.annotations.Nullable;

/// How large the picture becomes, and on what way.
///
/// @param size the wanted long side in pixels, 64 or more
/// @param iterations in all, shared out over the stages
/// @param stages a pyramid, or one stage
/// @param average whether the running average of the iterates is shown and saved, or the iterate
///   itself
/// @param styleScale the style images' long side as a factor of the picture's
/// @param smallest the long side that a pyramid's first stage has at least, or null for the usual
///   one
public record Schedule(
    int size,
    int iterations,
    StagePlan stages,
    boolean average,
    double styleScale,
    @Nullable Integer smallest) {
  public static final int MIN_SIZE = 64;
  public static final int MAX_SIZE = 16_384;
  public static final int DEFAULT_SIZE = 512;
  public static final int MAX_ITERATIONS = 1_000_000;

  /// Throws IllegalArgumentException, naming the setting, where one is not allowed.
  public Schedule {
    Numbers.between("size", size, MIN_SIZE, MAX_SIZE);
    Numbers.between("iterations", iterations, 0, MAX_ITERATIONS);
    Numbers.between("style scale", styleScale, 0.1, 10);
    if (smallest != null) {
      Numbers.between("smallest stage", smallest, 1, MAX_SIZE);
    }
  }

  /// A schedule whose pyramid begins with the usual first stage.
  public Schedule(int size, int iterations, StagePlan stages, boolean average, double styleScale) {
    this(size, iterations, stages, average, styleScale, null);
  }

  public static Schedule defaults() {
    return new Schedule(DEFAULT_SIZE, 600, StagePlan.PYRAMID, true, 1);
  }

  public Schedule withSize(int pixels) {
    return new Schedule(pixels, iterations, stages, average, styleScale, smallest);
  }

  public Schedule withIterations(int count) {
    return new Schedule(size, count, stages, average, styleScale, smallest);
  }

  public Schedule withStages(StagePlan plan) {
    return new Schedule(size, iterations, plan, average, styleScale, smallest);
  }

  public Schedule withAverage(boolean on) {
    return new Schedule(size, iterations, stages, on, styleScale, smallest);
  }

  public Schedule withStyleScale(double scale) {
    return new Schedule(size, iterations, stages, average, scale, smallest);
  }

  public Schedule withSmallest(@Nullable Integer pixels) {
    return new Schedule(size, iterations, stages, average, styleScale, pixels);
  }
}
