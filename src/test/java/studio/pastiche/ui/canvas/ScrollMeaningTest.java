package studio.pastiche.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import studio.pastiche.ui.canvas.ScrollMeaning.Pan;
import studio.pastiche.ui.canvas.ScrollMeaning.Zoom;

class ScrollMeaningTest {
  @Test
  void aWheelZooms() {
    assertEquals(new Zoom(1), ScrollMeaning.of(0, 40, false, false, false));
    assertEquals(new Zoom(-2), ScrollMeaning.of(0, -80, false, false, false));
  }

  @Test
  void aWheelWithShiftMovesSideways() {
    assertEquals(new Pan(40, 0), ScrollMeaning.of(0, 40, false, false, true));
    // Most systems turn the direction themselves.
    assertEquals(new Pan(-40, 0), ScrollMeaning.of(-40, 0, false, false, true));
  }

  @Test
  void twoFingersMoveThePicture() {
    assertEquals(new Pan(0, 120), ScrollMeaning.of(0, 120, true, false, false));
    assertEquals(new Pan(3.5, -40), ScrollMeaning.of(3.5, -40, false, false, false));
    assertEquals(new Pan(0, 2.5), ScrollMeaning.of(0, 2.5, false, false, false));
  }

  @Test
  void theZoomKeyZoomsWithFingersToo() {
    assertEquals(new Zoom(0.25), ScrollMeaning.of(0, 10, true, true, false));
  }

  @Test
  void aWildTurnIsTamed() {
    assertEquals(new Zoom(3), ScrollMeaning.of(0, 4000, false, false, false));
  }
}
