package studio.pastiche.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.pastiche.engine.Dial;
import studio.pastiche.engine.Schedule;
import studio.pastiche.engine.StagePlan;

/// The options of a [Schedule].
final class ScheduleOptions {
  @Option(
      names = "--size",
      paramLabel = "PIXELS",
      description = "The picture's long side, 64 to 16384 (default: ${bundle:default.size}).")
  private @Nullable Integer size;

  @Option(
      names = "--schedule",
      paramLabel = "draft|good|print|peer",
      description =
          "How much work goes into the picture: how many iterations each stage has, and how far"
              + " they step (default: ${bundle:default.schedule}). peer is the one other programs"
              + " have, to compare with.")
  private @Nullable Dial dial;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      description =
          "In all, by hand; shared out over the stages as the schedule's own are (default: as many"
              + " as the schedule has).")
  private @Nullable Integer iterations;

  @Option(
      names = "--stages",
      paramLabel = "pyramid|single",
      description = "Coarse to fine, or at once at full size (default: ${bundle:default.stages}).")
  private @Nullable StagePlan stages;

  @Option(
      names = "--smallest",
      paramLabel = "PIXELS",
      description =
          "The long side that the pyramid begins with at least; a start from a finished picture"
              + " keeps its details where this is its size (default: ${bundle:default.smallest}).")
  private @Nullable Integer smallest;

  @Option(
      names = "--average",
      paramLabel = "on|off",
      description =
          "Show and save the running average, calmer than the iterate itself (default:"
              + " ${bundle:default.average}).")
  private @Nullable OnOff average;

  @Option(
      names = "--style-scale",
      paramLabel = "FACTOR",
      description =
          "The style images' long side as a factor of the picture's: less for finer strokes, more"
              + " for larger (default: ${bundle:default.style-scale}).")
  private @Nullable Double styleScale;

  Schedule appliedTo(Schedule schedule) {
    return new Setting<>(schedule)
        .with("--size", size, Schedule::withSize)
        // another schedule has iterations of its own, whatever a recipe had by hand
        .with("--schedule", dial, (s, d) -> s.withDial(d).withIterations(null))
        .with("--iterations", iterations, Schedule::withIterations)
        .with("--stages", stages, Schedule::withStages)
        .with("--smallest", smallest, Schedule::withSmallest)
        .with("--average", average, (s, on) -> s.withAverage(on == OnOff.ON))
        .with("--style-scale", styleScale, Schedule::withStyleScale)
        .value();
  }

  /// Whether the stages or their iterations are asked for, so that moments of another schedule mean
  /// something else.
  boolean changesStages() {
    return size != null || dial != null || iterations != null || stages != null || smallest != null;
  }

  /// Whether the iterations are asked for, so that what was tuned of them has no say.
  boolean choosesIterations() {
    return dial != null || iterations != null;
  }
}
