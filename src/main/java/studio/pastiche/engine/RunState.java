package studio.pastiche.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;

/// A run off the device, whole: a run that goes on from it ends bit for bit like one that was never
/// interrupted, on the same machine with the same threads and precision; unless its very next
/// iteration is not finite, since the image before this one is not kept. Arrays are 3×H×W of the
/// moment's stage, and not to be written.
///
/// @param moment the iteration to paint next
/// @param image the iterate
/// @param average the running average's sum, or null
/// @param averaged the images in it
/// @param optimizer what the optimiser remembers
/// @param tuning that rules
/// @param wanted the tuning asked for last, which rules from this moment on
/// @param changes every tuning since the start
/// @param recoveries how often the run had to go back
/// @param replayed how many of its recipe's own changes it has taken
/// @param level what the run has seen of the stage's distance, to end it where that has levelled
///   off, or null where it has not looked yet
public record RunState(
    Moment moment,
    float[] image,
    float @Nullable [] average,
    int averaged,
    OptimizerState optimizer,
    Tuning tuning,
    Tuning wanted,
    List<TuningChange> changes,
    int recoveries,
    int replayed,
    @Nullable Double level) {
  public RunState {
    changes = List.copyOf(changes);
  }

  /// The state of a run that goes on from a picture alone: the optimiser begins anew.
  ///
  /// @param recipe of the run that goes on
  /// @param at where in its plan; may lie at a stage's end
  /// @param picture scaled and cropped to the stage, and rounded to the 16 bits that snapshots are
  ///   kept in, so that it makes no difference whether it was kept in between
  /// @param content the size of the photo, which the plan depends on
  static RunState ofPicture(Recipe recipe, Moment at, Picture picture, Size content) {
    List<Stage> stages = Pyramid.of(content.width(), content.height(), recipe.schedule()).stages();
    Stage stage = stages.get(at.stage());
    float[] image = picture.coveringCrop(stage.width(), stage.height()).rgb().clone();
    for (int i = 0; i < image.length; i++) {
      image[i] = Math.round(Math.clamp(image[i], 0f, 1f) * 65535) / 65535f;
    }
    Tuning tuning = recipe.tuning();
    return new RunState(
        at, image, null, 0, new OptimizerState.Forgotten(), tuning, tuning, List.of(), 0, 0, null);
  }

  /// This state as the start of another run, at another moment of a stage of the same size.
  RunState goingOn(Moment next) {
    return new RunState(
        next, image, average, averaged, optimizer, tuning, wanted, changes, 0, replayed, null);
  }

  /// The same after these tunings, which are the first of its recipe and have been taken.
  ///
  /// @param last the one that rules
  RunState after(Tuning last, List<TuningChange> tunings) {
    return new RunState(
        moment, image, average, averaged, optimizer, last, last, tunings, 0, tunings.size(), level);
  }

  /// The same with another tuning asked for.
  public RunState wanting(Tuning other) {
    return new RunState(
        moment,
        image,
        average,
        averaged,
        optimizer,
        tuning,
        other,
        changes,
        recoveries,
        replayed,
        level);
  }
}
