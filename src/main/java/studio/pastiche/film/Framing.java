package studio.pastiche.film;

import java.util.Arrays;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;

/// Brings pictures of any size and shape to the film's.
final class Framing {
  /// Sides are whole pixels, so that one photo's stages differ a little in shape.
  private static final double SAME_SHAPE = 0.03;

  private static final float GREY = 0x6e / 255f;

  private Framing() {}

  /// The picture on white at the film's size; one of another shape stands whole in the middle of
  /// the canvas' grey.
  static Picture framed(Picture picture, Size film) {
    Picture opaque = picture.overWhite();
    double shape = (double) picture.width() * film.height() / picture.height() / film.width();
    if (Math.abs(Math.log(shape)) < SAME_SHAPE) {
      return opaque.resizedTo(film.width(), film.height());
    }
    double scale =
        Math.min(
            (double) film.width() / picture.width(), (double) film.height() / picture.height());
    int width = Math.clamp(Math.round(picture.width() * scale), 1, film.width());
    int height = Math.clamp(Math.round(picture.height() * scale), 1, film.height());
    return centred(opaque.resizedTo(width, height), film);
  }

  private static Picture centred(Picture picture, Size film) {
    float[] rgb = new float[(int) (3 * film.pixels())];
    Arrays.fill(rgb, GREY);
    int left = (film.width() - picture.width()) / 2;
    int top = (film.height() - picture.height()) / 2;
    for (int row = 0; row < 3 * picture.height(); row++) {
      int plane = row / picture.height();
      int y = top + row % picture.height();
      System.arraycopy(
          picture.rgb(),
          row * picture.width(),
          rgb,
          (plane * film.height() + y) * film.width() + left,
          picture.width());
    }
    return Picture.of(film.width(), film.height(), rgb);
  }
}
