package studio.pastiche.engine;

import studio.pastiche.picture.Picture;

/// What a run ends with.
///
/// @param picture in full precision, with the content image's alpha
/// @param recipe that leads to it
/// @param end why the run ended
public record RunResult(Picture picture, Recipe recipe, End end) {
  /// Why a run ended.
  public enum End {
    FINISHED,
    STOPPED,
    /// The loss or the gradient was not finite for the third time; the picture is the last good
    /// one.
    NOT_FINITE
  }
}
