package studio.pastiche.engine;

import java.util.function.Supplier;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;

/// What a run goes on from, whole: the recipe of the run before, up to where it was left. So a
/// picture that was painted in several runs can be painted again from its inputs alone.
///
/// @param recipe that leads to where the other run was left
/// @param at where in its own plan the run goes on
/// @param optimizer whether the optimiser's state and the running average are taken over from the
///   other run's end, or only its picture, rounded to 16 bits
public record Continuation(Recipe recipe, Moment at, boolean optimizer) {
  /// The same from another run.
  public Continuation of(Recipe other) {
    return new Continuation(other, at, optimizer);
  }

  /// The state that a run of `recipe` begins with.
  ///
  /// @param recipe that has this continuation
  /// @param picture what the run before ended with
  /// @param ended its state then
  /// @param content the size of the photo
  public RunState start(Recipe recipe, Picture picture, Supplier<RunState> ended, Size content) {
    return optimizer
        ? ended.get().goingOn(recipe, at)
        : RunState.ofPicture(recipe, at, picture, content);
  }
}
