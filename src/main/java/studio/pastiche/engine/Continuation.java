package studio.pastiche.engine;

import java.util.List;
import java.util.function.Supplier;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;

/// What a run goes on from, whole: the recipe of the run before, up to where it was left. So a
/// picture that was painted in several runs can be painted again from its inputs alone.
///
/// @param recipe that leads to where the other run was left
/// @param at where in its own plan the run goes on
/// @param plan whether its plan is the other run's, with every tuning up to there; these tunings
///   are the first of its own recipe, too
/// @param optimizer whether the optimiser's state and the running average are taken over from the
///   other run's end, or only its picture, rounded to 16 bits
public record Continuation(Recipe recipe, Moment at, boolean plan, boolean optimizer) {
  /// The same from another run.
  public Continuation of(Recipe other) {
    return new Continuation(other, at, plan, optimizer);
  }

  /// The state that a run of `recipe` begins with.
  ///
  /// @param recipe that has this continuation
  /// @param picture what the run before ended with
  /// @param ended its state then; asked for only where it is needed
  /// @param content the size of the photo
  public RunState start(Recipe recipe, Picture picture, Supplier<RunState> ended, Size content) {
    return optimizer ? start(recipe, ended.get()) : start(recipe, picture, content);
  }

  /// As the other, where the optimiser's state is taken over.
  public RunState start(Recipe recipe, RunState ended) {
    return planned(recipe, ended.goingOn(at));
  }

  /// As the other, where only the picture is taken over.
  public RunState start(Recipe recipe, Picture picture, Size content) {
    return planned(recipe, RunState.ofPicture(recipe, at, picture, content));
  }

  private RunState planned(Recipe recipe, RunState from) {
    return plan
        ? from.after(this.recipe.lastTuning(), this.recipe.changes())
        : from.after(recipe.tuning(), List.of());
  }
}
