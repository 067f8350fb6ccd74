package studio.pastiche.ui.canvas;

/// What a turn of the wheel or a stroke of two fingers asks for. A wheel zooms, as in most viewers;
/// with Shift, or where it turns sideways, it moves the picture. Fingers on a trackpad move the
/// picture, and zoom with Ctrl or Cmd, as which some systems report a pinch.
sealed interface ScrollMeaning {
  /// A notch of a wheel comes to so many units of the window.
  double NOTCH = 40;

  /// A trackpad reports less than half a notch at a time, or both directions at once.
  double FINE = NOTCH / 2;

  /// @param notches of the wheel, up is positive
  record Zoom(double notches) implements ScrollMeaning {}

  /// @param dx how far the picture moves to the right, in units of the window
  /// @param dy how far it moves down
  record Pan(double dx, double dy) implements ScrollMeaning {}

  /// @param deltaX as the system reports it
  /// @param deltaY likewise
  /// @param fingers whether the system says that it is a gesture of fingers
  /// @param zoomKey whether Ctrl or Cmd is down
  /// @param shift whether Shift is down
  static ScrollMeaning of(
      double deltaX, double deltaY, boolean fingers, boolean zoomKey, boolean shift) {
    double main = deltaY == 0 ? deltaX : deltaY;
    if (zoomKey) {
      return new Zoom(Math.clamp(main / NOTCH, -3, 3));
    }
    boolean trackpad =
        fingers || (deltaX != 0 && deltaY != 0) || (Math.abs(main) < FINE && main != 0);
    if (trackpad) {
      return new Pan(deltaX, deltaY);
    }
    if (shift || deltaY == 0) {
      return new Pan(main, 0);
    }
    return new Zoom(Math.clamp(deltaY / NOTCH, -3, 3));
  }
}
