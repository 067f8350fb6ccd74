package studio.pastiche.cli;

import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Precision;

/// What `render --json` writes, one object a line; other programs rely on these names. Stages and
/// iterations count from 1. Every line has `event`, the name of what happened.
sealed interface Report {

  /// The painting begins.
  ///
  /// @param width of the finished picture, in pixels
  /// @param height of the finished picture, in pixels
  /// @param stages how many there will be
  /// @param total iterations in all
  /// @param tile the side in pixels of the tiles it is computed in, null where it is computed whole
  record Started(
      String event,
      int width,
      int height,
      int stages,
      int total,
      String network,
      String device,
      Precision precision,
      int threads,
      @Nullable Integer tile)
      implements Report {}

  /// A stage begins.
  ///
  /// @param iterations in this stage
  record Entered(String event, int stage, int stages, int width, int height, int iterations)
      implements Report {}

  /// An iteration is done.
  ///
  /// @param iteration in this stage
  /// @param done iterations in all so far
  /// @param total iterations there will be in all
  /// @param loss α·content + β·style + TV weight·total_variation, of the image it started from
  /// @param content the content distance: the weighted sum over its layers
  /// @param style the style distance: the weighted mean over its layers
  /// @param totalVariation the smoothness term
  /// @param ms what it took
  record Iteration(
      String event,
      int stage,
      int stages,
      int width,
      int height,
      int iteration,
      int done,
      int total,
      double loss,
      double content,
      double style,
      double totalVariation,
      double ms)
      implements Report {}

  /// A loss was not finite, and the run went back.
  record Recovered(String event, int stage, int iteration, double learningRate, boolean gaveUp)
      implements Report {}

  /// A stage ends early, as the distance hardly falls any more.
  ///
  /// @param iteration in this stage, its last
  /// @param leftOut iterations that it would have had
  record LevelledOff(String event, int stage, int iteration, int leftOut) implements Report {}

  /// A snapshot is saved.
  record Snapshot(String event, String file, int stage, int iteration, int done)
      implements Report {}

  /// Something worth knowing, in words.
  record Note(String event, String text) implements Report {}

  /// The user asked to stop.
  record Stopping(String event) implements Report {}

  /// The picture is saved: the last line.
  ///
  /// @param end `finished`; `stopped` where the recipe says; `interrupted` by the user;
  ///   `not_finite`
  /// @param seconds from the first stage's beginning
  record Saved(String event, String file, int width, int height, Outcome.End end, double seconds)
      implements Report {}
}
