package studio.pastiche.ui.canvas;

import java.util.List;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;

/// Pixels for the canvas.
///
/// @param levels the pixels at the picture's own size, then at halves of it
/// @param shownAs the size that 100 % means; an early stage's small picture is shown at the size at
///   which its painting will end, so that the view stays put
public record CanvasPicture(List<Level> levels, Size shownAs) {
  /// A picture for the canvas. Takes some time with large pictures.
  public static CanvasPicture of(Picture picture, Size shownAs) {
    int[] argb = picture.toArgb();
    if (picture.alpha() != null) {
      for (int i = 0; i < argb.length; i++) {
        argb[i] = premultiplied(argb[i]);
      }
    }
    return of(picture.size(), argb, shownAs);
  }

  /// Pixels for the canvas. Takes some time with large pictures.
  ///
  /// @param argb premultiplied, 0xAARRGGBB, row by row; not copied
  public static CanvasPicture of(Size size, int[] argb, Size shownAs) {
    return new CanvasPicture(Level.of(size, argb), shownAs);
  }

  /// The pixels at the picture's own size.
  Level whole() {
    return levels.getFirst();
  }

  /// Which of the levels to draw so many screen pixels wide: the smallest that is no narrower.
  int levelFor(double width) {
    int level = 0;
    while (level + 1 < levels.size() && levels.get(level + 1).size().width() >= width) {
      level++;
    }
    return level;
  }

  private static int premultiplied(int argb) {
    int alpha = argb >>> 24;
    return alpha << 24
        | times(argb >> 16 & 0xff, alpha) << 16
        | times(argb >> 8 & 0xff, alpha) << 8
        | times(argb & 0xff, alpha);
  }

  private static int times(int channel, int alpha) {
    return (channel * alpha + 127) / 255;
  }
}
