package studio.pastiche.ui.painting;

import studio.pastiche.engine.RunListener;
import studio.pastiche.engine.RunResult;
import studio.pastiche.engine.Stage;

/// What happens to a painting that the artist should be told in words.
public sealed interface PaintingEvent {
  /// The run is over, and its last picture kept.
  record Ended(RunResult.End end) implements PaintingEvent {}

  /// The run could not begin or go on.
  record Failed(Throwable problem) implements PaintingEvent {}

  /// A snapshot could not be kept: the disk did not take it, for example.
  record NotKept(Throwable problem) implements PaintingEvent {}

  /// The run's state could not be kept, though the picture was.
  record StateNotKept(Throwable problem) implements PaintingEvent {}

  /// A stage ended before its time, as the picture hardly changed any more.
  ///
  /// @param iteration that was its last
  record LevelledOff(Stage stage, int iteration) implements PaintingEvent {}

  /// The loss was not finite, and the run went back.
  record Recovered(RunListener.Recovery recovery) implements PaintingEvent {}

  /// The session could not be written down, so that less than the artist expects would be left if
  /// the process were killed.
  record NotWritten(Throwable problem) implements PaintingEvent {}

  /// Old snapshots were given up, as the artist wished.
  record ThinnedOut(int count) implements PaintingEvent {}
}
