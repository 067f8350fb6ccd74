package studio.pastiche.engine;

import org.jspecify.annotations.Nullable;

/// How large the picture becomes, and on what way.
///
/// @param size the wanted long side in pixels, 64 or more
/// @param iterations in all, where they were asked for by hand, or null for as many as the dial has
/// @param stages a pyramid, or one stage
/// @param average whether the running average of the iterates is shown and saved, or the iterate
///   itself
/// @param styleScale the style images' long side as a factor of the picture's
/// @param smallest the long side that a pyramid's first stage has at least, or null for the usual
///   one
/// @param dial how the iterations are shared out and how far their steps go; null, in the recipes
///   of versions that had no dial, stands for what these did, which is [Dial#PEER]
public record Schedule(
    int size,
    @Nullable Integer iterations,
    StagePlan stages,
    boolean average,
    double styleScale,
    @Nullable Integer smallest,
    @Nullable Dial dial) {
  public static final int MIN_SIZE = 64;
  public static final int MAX_SIZE = 16_384;
  public static final int DEFAULT_SIZE = 512;
  public static final int MAX_ITERATIONS = 1_000_000;

  /// Throws IllegalArgumentException, naming the setting, where one is not allowed.
  public Schedule {
    Numbers.between("size", size, MIN_SIZE, MAX_SIZE);
    if (iterations != null) {
      Numbers.between("iterations", iterations, 0, MAX_ITERATIONS);
    }
    Numbers.between("style scale", styleScale, 0.1, 10);
    if (smallest != null) {
      Numbers.between("smallest stage", smallest, 1, MAX_SIZE);
    }
    if (dial == null) {
      if (iterations == null) {
        throw new IllegalArgumentException("a schedule needs a dial or a number of iterations");
      }
      dial = Dial.PEER;
    }
  }

  /// A schedule with iterations by hand, whose pyramid begins with the usual first stage.
  public Schedule(int size, int iterations, StagePlan stages, boolean average, double styleScale) {
    this(size, iterations, stages, average, styleScale, null, Dial.GOOD);
  }

  public static Schedule defaults() {
    return new Schedule(DEFAULT_SIZE, null, StagePlan.PYRAMID, true, 1, null, Dial.GOOD);
  }

  @Override
  public Dial dial() {
    return dial == null ? Dial.PEER : dial;
  }

  /// Iterations in all, whoever decides on them.
  public int total() {
    return iterations == null ? dial().total(Pyramid.sizes(this).size()) : iterations;
  }

  public Schedule withSize(int pixels) {
    return new Schedule(pixels, iterations, stages, average, styleScale, smallest, dial);
  }

  /// @param count by hand, or null for as many as the dial has
  public Schedule withIterations(@Nullable Integer count) {
    return new Schedule(size, count, stages, average, styleScale, smallest, dial);
  }

  public Schedule withStages(StagePlan plan) {
    return new Schedule(size, iterations, plan, average, styleScale, smallest, dial);
  }

  public Schedule withAverage(boolean on) {
    return new Schedule(size, iterations, stages, on, styleScale, smallest, dial);
  }

  public Schedule withStyleScale(double scale) {
    return new Schedule(size, iterations, stages, average, scale, smallest, dial);
  }

  public Schedule withSmallest(@Nullable Integer pixels) {
    return new Schedule(size, iterations, stages, average, styleScale, pixels, dial);
  }

  /// The same with another dial; iterations asked for by hand stay.
  public Schedule withDial(Dial other) {
    return new Schedule(size, iterations, stages, average, styleScale, smallest, other);
  }
}
