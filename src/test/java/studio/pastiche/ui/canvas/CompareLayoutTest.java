package studio.pastiche.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import studio.pastiche.picture.Size;

class CompareLayoutTest {
  private static final Part ALL = new Part(0, 0, 1000, 600);

  @Test
  void aWipeShowsBothInTheSamePlaceOnEitherSideOfTheEdge() {
    CompareLayout layout = CompareLayout.of(CompareMode.WIPE, 0.3, 1000, 600);
    assertEquals(new CompareLayout.Side(ALL, new Part(300, 0, 700, 600)), layout.painting());
    assertEquals(new CompareLayout.Side(ALL, new Part(0, 0, 300, 600)), layout.other());
    assertTrue(layout.isOther(299, 10));
    assertFalse(layout.isOther(300, 10));
  }

  @Test
  void aWipeDownHasTheOtherPictureAbove() {
    CompareLayout layout = CompareLayout.of(CompareMode.WIPE_DOWN, 0.5, 1000, 600);
    assertTrue(layout.isOther(900, 299));
    assertFalse(layout.isOther(900, 300));
  }

  @Test
  void sideBySideEachHasHalfTheViewToItself() {
    CompareLayout layout = CompareLayout.of(CompareMode.SIDE_BY_SIDE, 0.5, 1000, 600);
    assertEquals(new Part(0, 0, 499, 600), layout.areaAt(10, 10));
    assertEquals(new Part(501, 0, 499, 600), layout.areaAt(990, 10));
    assertEquals(499, layout.areaToFit().width());
  }

  @Test
  void withoutComparisonThereIsOnlyThePainting() {
    CompareLayout layout = CompareLayout.of(CompareMode.OFF, 0.5, 1000, 600);
    assertNull(layout.other());
    assertEquals(ALL, layout.areaAt(10, 10));
  }

  @Test
  void peekingShowsTheOtherPictureAlone() {
    CompareLayout layout = CompareLayout.peeking(1000, 600);
    assertNull(layout.painting());
    assertTrue(layout.isOther(999, 599));
    assertEquals(ALL, layout.areaToFit());
  }

  @Test
  void aPictureOfTheSameShapeCoversTheCanvas() {
    assertEquals(new Part(0, 0, 512, 384), Part.of(new Size(4000, 3000), new Size(512, 384)));
    assertEquals(new Part(0, 0, 512, 341), Part.of(new Size(1000, 667), new Size(512, 341)));
    assertEquals(new Part(0, 0, 1024, 683), Part.of(new Size(64, 43), new Size(1024, 683)));
  }

  @Test
  void aPictureOfAnotherShapeLiesWholeInTheMiddle() {
    assertEquals(new Part(100, 0, 200, 200), Part.of(new Size(50, 50), new Size(400, 200)));
    assertFalse(Part.sameShape(new Size(400, 300), new Size(300, 400)));
  }
}
