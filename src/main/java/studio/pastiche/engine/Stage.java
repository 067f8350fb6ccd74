package studio.pastiche.engine;

import studio.pastiche.picture.Size;

/// One size of the pyramid.
///
/// @param number from 0
/// @param width in pixels
/// @param height in pixels
/// @param iterations painted at this size
/// @param before iterations painted in the stages before
public record Stage(int number, int width, int height, int iterations, int before) {
  public Size size() {
    return new Size(width, height);
  }

  /// The longer of the two sides, in pixels.
  public int longSide() {
    return Math.max(width, height);
  }
}
