package studio.pastiche.ui.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import studio.pastiche.engine.FeatureMaps;
import studio.pastiche.engine.network.Layer;

class MapImageTest {
  private static final int BLACK = 0xff000000;
  private static final int WHITE = 0xffffffff;

  private final FeatureMaps maps =
      new FeatureMaps(
          Layer.of("relu1_1"), 2, 2, 3, new float[] {0, 5, 10, 0, 10, 10, 0, 0, 0, 0, 0, 0});

  @Test
  void aMapRunsFromBlackToItsOwnWhite() {
    MapImage image = MapImage.large(maps, 0, 3);
    assertArrayEquals(new int[] {BLACK, 0xff808080, WHITE, BLACK, WHITE, WHITE}, image.argb());
    assertEquals(10, image.peak());
  }

  @Test
  void aMapThatSeesNothingIsBlack() {
    MapImage image = MapImage.large(maps, 1, 3);
    assertEquals(1, Arrays.stream(image.argb()).distinct().count());
    assertEquals(BLACK, image.argb()[0]);
    assertEquals(0, image.peak());
  }

  @Test
  void enlargingRepeatsEveryValueAsASquare() {
    MapImage image = MapImage.large(maps, 0, 6);
    assertEquals(6, image.width());
    assertEquals(4, image.height());
    assertEquals(WHITE, image.argb()[4]);
    assertEquals(WHITE, image.argb()[6 + 5]);
    assertEquals(BLACK, image.argb()[2 * 6 + 1]);
  }

  @Test
  void shrinkingAverages() {
    MapImage image = MapImage.small(maps, 0, 2);
    assertEquals(2, image.width());
    assertEquals(1, image.height());
    assertEquals(WHITE, image.argb()[1]);
    assertEquals(0xff606060, image.argb()[0], "3.75 of 10");
  }
}
