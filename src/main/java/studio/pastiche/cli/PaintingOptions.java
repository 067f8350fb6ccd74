package studio.pastiche.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import studio.pastiche.engine.Engine;
import studio.pastiche.engine.Init;
import studio.pastiche.engine.Inputs;
import studio.pastiche.engine.Moment;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.Pyramid;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.Run;
import studio.pastiche.engine.Schedule;
import studio.pastiche.engine.Tuning;
import studio.pastiche.engine.TuningChange;
import studio.pastiche.engine.Version;

/// Every option of a recipe, but for the inputs.
final class PaintingOptions {
  @Mixin private TuningOptions tuning = new TuningOptions();

  @Mixin private ScheduleOptions schedule = new ScheduleOptions();

  @Mixin private InitOptions init = new InitOptions();

  @Mixin private LayerOptions layers = new LayerOptions();
  @Mixin private StatisticOption statistic = new StatisticOption();

  @Mixin private OptimizationOptions optimization = new OptimizationOptions();

  @Mixin private ComputationOptions computation = new ComputationOptions();

  /// The engine that a recipe is painted with.
  Engine open(Recipe recipe) {
    return computation.open(recipe.computation());
  }

  /// Starts a run within the memory that was given.
  Run start(Supplier<Run> starting) {
    return computation.start(starting);
  }

  InitOptions init() {
    return init;
  }

  /// The recipe with what was given, for other inputs and another network. An option of the tuning
  /// holds for the whole painting, so it overrides the recipe's later tunings too.
  ///
  /// @param base the recipe to repeat, or the defaults
  /// @param notes hears, in a line, what of the recipe had to be left out
  Recipe appliedTo(Recipe base, Inputs inputs, NetworkReference network, Consumer<String> notes) {
    int styles = inputs.styles().size();
    Schedule wanted = schedule.appliedTo(base.schedule());
    @Nullable Moment end = schedule.changesStages() ? null : base.end();
    List<TuningChange> changes =
        fitting(base.changes().stream().map(change -> overridden(change, styles)).toList(), wanted);
    boolean goesOn = base.continues() != null && !schedule.changesStages() && !init.given();
    note(base, end, changes, goesOn, notes);
    return new Recipe(
        inputs,
        network,
        statistic.appliedTo(layers.appliedTo(base.layers())),
        wanted,
        optimization.appliedTo(base.optimization()),
        init(base.init()),
        tuning.appliedTo(base.tuning(), styles),
        computation.appliedTo(base.computation()),
        changes,
        end,
        goesOn ? base.continues() : null,
        Version.CURRENT);
  }

  private Init init(Init base) {
    return init.appliedTo(base);
  }

  private TuningChange overridden(TuningChange change, int styles) {
    Tuning later = tuning.appliedTo(change.tuning(), styles);
    return new TuningChange(
        change.at(),
        change.recoveries(),
        later
            .withLayers(layers.choosesLayers() ? null : later.layers())
            .withIterations(schedule.choosesIterations() ? null : later.iterations()));
  }

  /// The tunings whose moments come in the stages of this schedule, and of what the tunings before
  /// make of it.
  private static List<TuningChange> fitting(List<TuningChange> changes, Schedule schedule) {
    // how many stages, and how long, depends on the schedule alone
    Pyramid pyramid = Pyramid.of(1, 1, schedule);
    List<TuningChange> fitting = new ArrayList<>();
    for (TuningChange change : changes) {
      if (pyramid.after(fitting).has(change.at())) {
        fitting.add(change);
      }
    }
    return fitting;
  }

  private static void note(
      Recipe base,
      @Nullable Moment end,
      List<TuningChange> changes,
      boolean goesOn,
      Consumer<String> notes) {
    List<String> leftOut = new ArrayList<>();
    if (base.end() != null && end == null) {
      leftOut.add("its early end");
    }
    int lost = base.changes().size() - changes.size();
    if (lost > 0) {
      leftOut.add("%d of its %d tunings".formatted(lost, base.changes().size()));
    }
    if (base.continues() != null && !goesOn) {
      leftOut.add("the painting it goes on from");
    }
    if (!leftOut.isEmpty()) {
      notes.accept(
          "The recipe's start or stages are overridden: %s left out."
              .formatted(String.join(" and ", leftOut)));
    }
  }
}
