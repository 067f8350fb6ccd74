package studio.pastiche.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureTest {
  @ParameterizedTest
  @CsvSource({"3, 5", "200, 7", "1, 1", "31, 300", "64, 48"})
  void aConstantPictureStaysConstant(int width, int height) {
    Picture resized = Pictures.plain(64, 48, 0.25f, 0.5f, 0.75f).resizedTo(width, height);
    assertEquals(new Size(width, height), resized.size());
    Picture wanted = Pictures.plain(width, height, 0.25f, 0.5f, 0.75f);
    assertTrue(Pictures.greatestDifference(wanted.rgb(), resized.rgb()) < 1e-5);
  }

  @Test
  void aFineCheckerboardBecomesMidGrey() {
    int side = 240;
    float[] rgb = new float[3 * side * side];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (i % side + i / side) % 2;
    }
    Picture small = Picture.of(side, side, rgb).resizedTo(67, 50);
    for (int y = 3; y < 47; y++) {
      for (int x = 3; x < 64; x++) {
        assertEquals(0.5, small.rgb()[y * 67 + x], 0.01);
      }
    }
  }

  @Test
  void shrinkingKeepsTheMean() throws PictureException {
    Picture photo = Pictures.odd("photo.bmp");
    double mean = Pictures.mean(photo.rgb());
    for (int side : new int[] {120, 100, 61, 16}) {
      assertEquals(mean, Pictures.mean(photo.scaledToLongSide(side).rgb()), 0.004);
    }
  }

  @Test
  void enlargingAGradientKeepsItAGradientInPlace() {
    Picture large = Pictures.gradient(32, 32).resizedTo(128, 128);
    Picture wanted = Pictures.gradient(128, 128);
    for (int y = 16; y < 112; y++) {
      for (int x = 16; x < 112; x++) {
        assertEquals(wanted.rgb()[y * 128 + x], large.rgb()[y * 128 + x], 0.002);
      }
    }
  }

  @Test
  void resizingIsTheSameAlongBothAxes() {
    Picture picture = Pictures.random(20, 20, 255, false);
    float[] straight = picture.resizedTo(9, 33).rgb();
    float[] turned = Orientation.TRANSPOSED.upright(picture.rgb(), picture.size(), 3);
    float[] resized = Picture.of(20, 20, turned).resizedTo(33, 9).rgb();
    float[] back = Orientation.TRANSPOSED.upright(resized, new Size(33, 9), 3);
    assertTrue(Pictures.greatestDifference(straight, back) < 1e-5);
  }

  @Test
  void valuesStayWithinZeroAndOne() {
    Picture harsh = Pictures.random(16, 16, 1, true).resizedTo(50, 50);
    for (float value : harsh.rgb()) {
      assertTrue(value >= 0 && value <= 1);
    }
    for (float value : Objects.requireNonNull(harsh.alpha())) {
      assertTrue(value >= 0 && value <= 1);
    }
  }

  @Test
  void theSameSizeIsTheSamePicture() {
    Picture picture = Pictures.gradient(5, 4);
    assertSame(picture, picture.resizedTo(5, 4));
    assertSame(picture, picture.coveringCrop(5, 4));
    assertSame(picture, picture.scaledToLongSide(5));
  }

  @ParameterizedTest
  @CsvSource({
    "900, 9, 256, 256, 3",
    "9, 900, 256, 3, 256",
    "2000, 1, 64, 64, 1",
    "640, 480, 512, 512, 384",
    "1, 1, 32, 32, 32"
  })
  void theLongSideDecidesTheSize(int width, int height, int longSide, int newWidth, int newHeight) {
    assertEquals(new Size(newWidth, newHeight), new Size(width, height).withLongSide(longSide));
  }

  @Test
  void aCoveringCropTakesTheMiddle() {
    Picture wide = Pictures.gradient(120, 40);
    Picture crop = wide.coveringCrop(40, 40);
    assertEquals(new Size(40, 40), crop.size());
    for (int x = 0; x < 40; x++) {
      assertEquals(wide.rgb()[20 * 120 + 40 + x], crop.rgb()[20 * 40 + x], 1e-5);
    }
    Picture tall = Pictures.gradient(40, 120).coveringCrop(20, 20);
    assertEquals(0.5, tall.rgb()[400 + 9 * 20 + 5], 0.02);
    assertTrue(tall.rgb()[400] > 0.32, "the top is cut off");
  }

  @Test
  void alphaIsTakenOverAndFitted() {
    Picture clear = Pictures.random(8, 8, 255, true);
    Picture painted = Pictures.plain(16, 4, 1, 0, 0).withAlphaOf(clear);
    float[] alpha = Objects.requireNonNull(painted.alpha());
    assertEquals(64, alpha.length);
    assertArrayEquals(Pictures.plain(16, 4, 1, 0, 0).rgb(), painted.rgb());
    Picture same = Pictures.plain(8, 8, 1, 0, 0).withAlphaOf(clear);
    assertArrayEquals(clear.alpha(), same.alpha());
    assertNull(painted.withAlphaOf(Pictures.gradient(2, 2)).alpha());
  }

  @Test
  void pixelsGoToArgbAndBack() {
    int[] argb = {0xff000000, 0x80ff8040, 0x00123456, 0xffffffff, 0x01020304, 0xfedcba98};
    Picture picture = Picture.fromArgb(3, 2, argb);
    assertNotNull(picture.alpha());
    assertArrayEquals(argb, picture.toArgb());
    assertNull(Picture.fromArgb(1, 1, new int[] {0xff336699}).alpha());
  }

  @Test
  void argbIsRoundedAndClamped() {
    float[] rgb = {100.6f / 255, 100.4f / 255, 1.5f, -0.5f, Float.NaN, 0};
    assertArrayEquals(new int[] {0xff65ff00, 0xff640000}, Picture.of(2, 1, rgb).toArgb());
  }

  @Test
  void arraysOfTheWrongLengthAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Picture.of(2, 2, new float[11]));
    assertThrows(
        IllegalArgumentException.class, () -> Picture.of(2, 2, new float[12], new float[3]));
    assertThrows(IllegalArgumentException.class, () -> Picture.of(0, 2, new float[0]));
  }
}
