package studio.pastiche.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
    int replayed) {
  public RunState {
    changes = List.copyOf(changes);
  }
}
