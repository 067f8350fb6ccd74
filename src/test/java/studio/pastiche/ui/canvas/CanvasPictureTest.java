package studio.pastiche.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;

class CanvasPictureTest {
  @Test
  void transparentPixelsArePremultiplied() {
    Picture half = Picture.fromArgb(1, 1, new int[] {0x80ff8000});
    CanvasPicture canvas = CanvasPicture.of(half, half.size());
    assertEquals(0x80804000, canvas.whole().argb()[0]);
  }

  @Test
  void halfTheSizeHasTheMeanOfFourPixels() {
    int[] four = {0xff000000, 0xffffffff, 0xff00ff00, 0x00000000};
    Level half = new Level(new Size(2, 2), four).half();
    assertEquals(new Size(1, 1), half.size());
    assertEquals(0xbf408040, half.argb()[0]);
  }

  @Test
  void anOddSidesLastPixelStandsForItself() {
    int[] three = {0xff000000, 0xff000000, 0xffff0000};
    Level half = new Level(new Size(3, 1), three).half();
    assertEquals(List.of(0xff000000, 0xffff0000), Arrays.stream(half.argb()).boxed().toList());
  }

  @Test
  void theScreenIsHandedAboutAsManyPixelsAsItShows() {
    CanvasPicture picture =
        CanvasPicture.of(new Size(4096, 16), new int[4096 * 16], new Size(4096, 16));
    assertEquals(
        List.of(4096, 2048, 1024, 512),
        picture.levels().stream().map(level -> level.size().width()).toList());
    assertEquals(0, picture.levelFor(65_536));
    assertEquals(0, picture.levelFor(2049));
    assertEquals(1, picture.levelFor(2048));
    assertEquals(2, picture.levelFor(700));
    assertEquals(3, picture.levelFor(3));
  }

  @Test
  void aColourIsToldAsItWasBeforeItWasPremultiplied() {
    PixelColour colour = PixelColour.ofPremultiplied(0x80804000);
    assertEquals(new PixelColour(255, 128, 0, 128), colour);
    assertEquals("#ff800080", colour.hex());
    assertEquals("#1e90ff", PixelColour.ofPremultiplied(0xff1e90ff).hex());
  }
}
