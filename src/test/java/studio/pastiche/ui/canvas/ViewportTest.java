package studio.pastiche.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import studio.pastiche.picture.Size;

class ViewportTest {
  private static final Size PICTURE = new Size(400, 300);
  private final Viewport middle = new Viewport(1, 0.5, 0.5);

  @Test
  void thePointUnderThePointerStaysThere() {
    Viewport zoomed = middle.zoomedAbout(2, 50, -30, PICTURE);
    double before = (50 + 400.0 / 2) / 1;
    double after = (50 + 800 * zoomed.x()) / 2;
    assertEquals(before, after, 1e-9);
    assertEquals(2, zoomed.zoom());
  }

  @Test
  void zoomEndsAtSixteenToOne() {
    assertEquals(Viewport.MOST, middle.zoomedAbout(1000, 0, 0, PICTURE).zoom());
  }

  @Test
  void aPictureCannotBeDraggedOutOfSight() {
    Viewport dragged = middle.dragged(10_000, -10_000, PICTURE);
    assertEquals(new Viewport(1, 0, 1), dragged);
  }

  @Test
  void fittingShowsThePictureWholeAndInTheMiddle() {
    Viewport fitting = Viewport.fitting(PICTURE, 448, 1000);
    assertEquals(1, fitting.zoom());
    assertEquals(24, fitting.left(PICTURE, 448));
    assertEquals(350, fitting.top(PICTURE, 1000));
  }

  @Test
  void thePictureOfAnotherSizeFillsTheSameView() {
    Viewport near = new Viewport(2, 0.3, 0.7);
    Viewport carried = near.carried(PICTURE, new Size(800, 600));
    assertEquals(new Viewport(1, 0.3, 0.7), carried);
  }

  @Test
  void aHugePictureThatFitsIsZoomedFromWhereItIs() {
    Size huge = new Size(30_000, 30_000);
    Viewport fitting = Viewport.fitting(huge, 248, 248);
    assertEquals(fitting.zoom(), fitting.zoomedAbout(0.5, 0, 0, huge).zoom());
    assertEquals(2 * fitting.zoom(), fitting.zoomedAbout(2, 0, 0, huge).zoom(), 0.02);
  }
}
