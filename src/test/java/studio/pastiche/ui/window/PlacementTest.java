package studio.pastiche.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class PlacementTest {
  private static final Rectangle2D LEFT = new Rectangle2D(0, 0, 1920, 1080);
  private static final Rectangle2D RIGHT = new Rectangle2D(1920, 0, 1280, 1024);

  @Test
  void aWindowThatCanBeSeenStaysWhereItWas() {
    Placement there = new Placement(2000, 50, 1100, 800, false);
    assertEquals(there, there.onScreen(List.of(LEFT, RIGHT)));
  }

  @Test
  void aWindowOnAScreenThatIsGoneComesBack() {
    assertEquals(
        new Placement(820, 50, 1100, 800, true),
        new Placement(2000, 50, 1100, 800, true).onScreen(List.of(LEFT)));
  }

  @Test
  void aWindowWhoseTitleBarCannotBeTakenHoldOfIsPulledIn() {
    assertEquals(0, new Placement(100, -400, 1100, 800, false).onScreen(List.of(LEFT)).y());
    assertEquals(0, new Placement(-1050, 10, 1100, 800, false).onScreen(List.of(LEFT)).x());
    assertEquals(280, new Placement(100, 1060, 1100, 800, false).onScreen(List.of(LEFT)).y());
  }

  @Test
  void aWindowLargerThanTheScreenShrinksToIt() {
    Placement small = new Placement(1950, 0, 3000, 2000, false).onScreen(List.of(LEFT, RIGHT));
    assertEquals(new Placement(1920, 0, 1280, 1024, false), small);
  }
}
