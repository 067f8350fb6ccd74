package studio.pastiche.ui.task;

import studio.pastiche.engine.Computation;
import studio.pastiche.engine.Stage;
import studio.pastiche.session.LossTrace;

/// How far a painting is.
///
/// @param stage it is in
/// @param stages in all
/// @param iteration of the stage, from 1
/// @param done iterations in all
/// @param total iterations there will be
/// @param loss now
/// @param milliseconds an iteration
/// @param secondsLeft until the end
/// @param computation device and precision
/// @param memory of the process, in bytes
/// @param trace the distances of every iteration so far; it goes on while the run does
public record Progress(
    Stage stage,
    int stages,
    int iteration,
    int done,
    int total,
    double loss,
    double milliseconds,
    double secondsLeft,
    Computation computation,
    long memory,
    LossTrace trace) {
  public double fraction() {
    return total == 0 ? 1 : (double) done / total;
  }
}
