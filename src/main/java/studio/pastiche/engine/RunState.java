package studio.pastiche.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A run off the device, whole: a run that goes on from it ends bit for bit like one that was never
/// interrupted, on the same machine with the same threads and precision. Arrays are 3×H×W of the
/// moment's stage, and not to be written.
///
/// @param moment the iteration to paint next
/// @param image the iterate
/// @param average the running average's sum, or null
/// @param averaged the images in it
/// @param optimizer what the optimiser remembers
/// @param tuning that rules
/// @param changes every tuning since the start
/// @param recoveries how often the run had to go back
public record RunState(
    Moment moment,
    float[] image,
    float @Nullable [] average,
    int averaged,
    OptimizerState optimizer,
    Tuning tuning,
    List<TuningChange> changes,
    int recoveries) {
  public RunState {
    changes = List.copyOf(changes);
  }
}
