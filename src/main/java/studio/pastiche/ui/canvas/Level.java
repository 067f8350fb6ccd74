package studio.pastiche.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import studio.pastiche.picture.Size;

/// A picture's pixels at one size.
///
/// @param size of the pixels
/// @param argb premultiplied, 0xAARRGGBB, row by row
public record Level(Size size, int[] argb) {
  private static final int SMALL_ENOUGH = 512;

  /// A picture at its own size, at half of it, a quarter, and so on: a screen that shows a large
  /// picture small is handed the few pixels it needs, each the mean of those it stands for.
  static List<Level> of(Size size, int[] argb) {
    List<Level> levels = new ArrayList<>();
    Level level = new Level(size, argb);
    levels.add(level);
    while (level.size.longSide() > SMALL_ENOUGH) {
      level = level.half();
      levels.add(level);
    }
    return List.copyOf(levels);
  }

  /// Half as wide and high; where a side is odd, its last pixels stand for one each.
  Level half() {
    int width = size.width();
    int height = size.height();
    Size half = new Size((width + 1) / 2, (height + 1) / 2);
    int[] into = new int[half.width() * half.height()];
    for (int y = 0; y < half.height(); y++) {
      int upper = 2 * y * width;
      int lower = Math.min(2 * y + 1, height - 1) * width;
      for (int x = 0; x < half.width(); x++) {
        int left = 2 * x;
        int right = Math.min(left + 1, width - 1);
        into[y * half.width() + x] =
            mean(argb[upper + left], argb[upper + right], argb[lower + left], argb[lower + right]);
      }
    }
    return new Level(half, into);
  }

  /// The mean of each channel, rounded: two channels at a time, 16 bits apart.
  private static int mean(int a, int b, int c, int d) {
    int redBlue = (a & 0xff00ff) + (b & 0xff00ff) + (c & 0xff00ff) + (d & 0xff00ff) + 0x20002;
    int alphaGreen =
        (a >>> 8 & 0xff00ff)
            + (b >>> 8 & 0xff00ff)
            + (c >>> 8 & 0xff00ff)
            + (d >>> 8 & 0xff00ff)
            + 0x20002;
    return redBlue >>> 2 & 0xff00ff | (alphaGreen >>> 2 & 0xff00ff) << 8;
  }
}
