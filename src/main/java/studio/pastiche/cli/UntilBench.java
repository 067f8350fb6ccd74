package studio.pastiche.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Dial;
import studio.pastiche.engine.Engine;
import studio.pastiche.engine.Materials;
import studio.pastiche.engine.Painted;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.Run;
import studio.pastiche.engine.RunListener;
import studio.pastiche.engine.Stage;
import studio.pastiche.engine.Yardstick;

/// Finds how long a schedule takes to a distance at full size. The distance is that of the picture
/// as it is shown, in float32; the time is the iterations' alone, without what the measuring takes.
final class UntilBench {
  /// At full size, the distance is measured after as many iterations.
  private static final int EVERY = 5;

  private final Engine engine;
  private final Materials materials;

  UntilBench(Engine engine, Materials materials) {
    this.engine = engine;
    this.materials = materials;
  }

  /// How far a schedule went.
  ///
  /// @param reached whether the distance was reached; then the rest was not painted
  /// @param distance that was measured last
  /// @param seconds of all iterations until then
  /// @param perIteration milliseconds at full size
  record Reached(
      Dial schedule,
      boolean reached,
      double distance,
      int iterations,
      double seconds,
      double perIteration) {
    String words() {
      return String.format(
          Locale.ROOT,
          "%s: distance %.4f%s after %d iterations in %.2f s (%.1f ms each at full size)",
          schedule,
          distance,
          reached ? "" : " at its end",
          iterations,
          seconds,
          perIteration);
    }
  }

  /// What `bench --until` and `bench --against` print.
  ///
  /// @param until the distance asked for
  /// @param against the schedule whose end gave it, or null where it was named
  /// @param ratio of the times, or null where there is no other or the distance was not reached
  record Result(
      int width,
      int height,
      String network,
      int threads,
      String precision,
      String device,
      double until,
      @Nullable Reached against,
      Reached schedule,
      @Nullable Double ratio) {}

  /// Runs the schedule until the distance.
  Result until(Recipe recipe, double distance) throws InterruptedException {
    return compared(recipe, distance, null);
  }

  /// Runs the other schedule to its end first, and then the recipe's until the distance there.
  Result against(Recipe recipe, Dial other) throws InterruptedException {
    Recipe to = recipe.withSchedule(recipe.schedule().withDial(other).withIterations(null));
    Reached goal = reach(to, Double.NEGATIVE_INFINITY).reached();
    return compared(recipe, goal.distance(), goal);
  }

  private Result compared(Recipe recipe, double distance, @Nullable Reached goal)
      throws InterruptedException {
    Done done = reach(recipe, distance);
    Reached found = done.reached();
    Recipe settled = done.recipe();
    return new Result(
        done.last().width(),
        done.last().height(),
        settled.network().name(),
        settled.computation().threads(),
        settled.computation().precision().toString(),
        settled.computation().device(),
        distance,
        goal,
        found,
        goal == null || !found.reached()
            ? null
            : Json.rounded(found.seconds() / goal.seconds(), 3));
  }

  private record Done(Reached reached, Recipe recipe, Stage last) {}

  private Done reach(Recipe recipe, double distance) throws InterruptedException {
    try (Yardstick yardstick = engine.yardstick(recipe, materials);
        Run run = engine.start(recipe, materials)) {
      Watch watch = new Watch(run, yardstick, distance);
      double end = yardstick.distance(run.paint(watch).picture());
      return new Done(
          new Reached(
              recipe.schedule().dial(),
              end <= distance,
              end,
              watch.iterations,
              Json.rounded(watch.nanos / 1e9, 3),
              Json.rounded(watch.fullSizeNanos / 1e6 / Math.max(1, watch.atFullSize), 2)),
          run.recipe(),
          run.pyramid().last());
    }
  }

  /// Counts and times, and stops the run where the distance is reached.
  private static final class Watch implements RunListener {
    private final Run run;
    private final Yardstick yardstick;
    private final double distance;
    private int iterations;
    private int atFullSize;
    private long nanos;
    private long fullSizeNanos;
    private long since;

    Watch(Run run, Yardstick yardstick, double distance) {
      this.run = run;
      this.yardstick = yardstick;
      this.distance = distance;
    }

    @Override
    public void stageStarted(Stage stage, int stages) {
      since = System.nanoTime();
    }

    @Override
    public void painted(Painted painted) {
      long taken = System.nanoTime() - since;
      nanos += taken;
      iterations++;
      if (painted.stage().number() == painted.stages() - 1) {
        fullSizeNanos += taken;
        atFullSize++;
        if (painted.iteration() % EVERY == 0
            && Double.isFinite(distance)
            && yardstick.distance(painted.picture()) <= distance) {
          run.stop();
        }
      }
      since = System.nanoTime();
    }
  }
}
