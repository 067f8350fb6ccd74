package studio.pastiche.ui.canvas;

import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;

/// Pixels for the canvas.
///
/// @param size of the pixels
/// @param argb premultiplied, 0xAARRGGBB, row by row
/// @param shownAs the size that 100 % means; an early stage's small picture is shown at the size at
///   which its painting will end, so that the view stays put
public record CanvasPicture(Size size, int[] argb, Size shownAs) {
  /// A picture for the canvas. Takes some time with large pictures.
  public static CanvasPicture of(Picture picture, Size shownAs) {
    int[] argb = picture.toArgb();
    if (picture.alpha() != null) {
      for (int i = 0; i < argb.length; i++) {
        argb[i] = premultiplied(argb[i]);
      }
    }
    return new CanvasPicture(new Size(picture.width(), picture.height()), argb, shownAs);
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
