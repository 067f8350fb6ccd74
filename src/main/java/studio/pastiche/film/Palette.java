package studio.pastiche.film;

import com.twelvemonkeys.image.ImageUtil;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.util.List;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;

/// The 256 colours of a GIF: one choice for the whole film, since a palette of each picture's own
/// would make what does not change flicker.
final class Palette {
  private static final int COLOURS = 256;

  /// Enough to see every colour that a painting comes by.
  private static final int LOOKED_AT = 12;

  private static final int SMALL = 192;

  private Palette() {}

  /// The colours that serve the film's pictures best.
  static IndexColorModel of(FilmPictures pictures, List<Schedule.Shot> shots, Size size)
      throws IOException {
    int looks = Math.min(LOOKED_AT, shots.size());
    Size small = size.withLongSide(Math.min(SMALL, size.longSide()));
    BufferedImage sheet =
        new BufferedImage(small.width(), looks * small.height(), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < looks; i++) {
      int shot = looks == 1 ? 0 : (int) Math.round(i * (shots.size() - 1.0) / (looks - 1));
      Picture picture = Framing.framed(pictures.at(shots.get(shot).picture()), small);
      int top = i * small.height();
      sheet.setRGB(0, top, small.width(), small.height(), picture.toArgb(), 0, small.width());
    }
    BufferedImage indexed =
        ImageUtil.createIndexed(
            sheet, COLOURS, Color.WHITE, ImageUtil.COLOR_SELECTION_QUALITY | ImageUtil.DITHER_NONE);
    return whole((IndexColorModel) indexed.getColorModel());
  }

  /// The palette with 256 entries, whatever it had: Java's GIF writer forgets the colours of images
  /// that have fewer bits a pixel than eight.
  private static IndexColorModel whole(IndexColorModel palette) {
    int[] colours = new int[COLOURS];
    for (int i = 0; i < COLOURS; i++) {
      colours[i] = palette.getRGB(Math.min(i, palette.getMapSize() - 1));
    }
    return new IndexColorModel(8, COLOURS, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
  }
}
