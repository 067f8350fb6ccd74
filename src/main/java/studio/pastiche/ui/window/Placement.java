package studio.pastiche.ui.window;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Where a window stands, in pixels of the desktop.
///
/// @param maximized whether it fills its screen; the rest is where it goes when it no longer does
public record Placement(double x, double y, double width, double height, boolean maximized) {
  /// As much of the upper edge as must be in sight, so that the window can be taken hold of.
  private static final double GRIP = 120;

  /// Where a window stands now.
  public static Placement of(Stage stage) {
    return new Placement(
        stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
  }

  /// Puts a window there, or where it can be seen if screens have changed since.
  public void applyTo(Stage stage) {
    Placement seen = onScreen(Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
    stage.setX(seen.x());
    stage.setY(seen.y());
    stage.setWidth(seen.width());
    stage.setHeight(seen.height());
    stage.setMaximized(seen.maximized());
  }

  /// The same where enough of it is in sight; else as near to it as a screen allows.
  ///
  /// @param screens what windows may cover of each, at least one
  public Placement onScreen(List<Rectangle2D> screens) {
    Rectangle2D home = screens.getFirst();
    double most = 0;
    for (Rectangle2D screen : screens) {
      double shared = shared(screen);
      if (shared > most) {
        most = shared;
        home = screen;
      }
    }
    double wide = Math.min(width, home.getWidth());
    double high = Math.min(height, home.getHeight());
    boolean fits = wide == width && high == height;
    boolean reachable =
        fits && shared(home) >= GRIP && y >= home.getMinY() && y + GRIP / 2 <= home.getMaxY();
    if (reachable) {
      return new Placement(x, y, wide, high, maximized);
    }
    return new Placement(
        Math.clamp(x, home.getMinX(), home.getMaxX() - wide),
        Math.clamp(y, home.getMinY(), home.getMaxY() - high),
        wide,
        high,
        maximized);
  }

  /// How much of the upper edge lies on a screen.
  private double shared(Rectangle2D screen) {
    boolean inHeight = y + GRIP / 2 > screen.getMinY() && y < screen.getMaxY();
    double across = Math.min(x + width, screen.getMaxX()) - Math.max(x, screen.getMinX());
    return inHeight ? Math.max(0, across) : 0;
  }
}
