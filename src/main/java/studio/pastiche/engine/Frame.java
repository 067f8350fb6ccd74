package studio.pastiche.engine;

/// A picture for the screen: opaque pixels, 0xFFRRGGBB, row by row.
///
/// @param width in pixels
/// @param height in pixels
/// @param argb width·height pixels, not shared with the engine
public record Frame(int width, int height, int[] argb) {
  /// Puts the rows from `top` on into the pixels of a picture of that width.
  ///
  /// @param planes R, G and B of the rows, as unsigned bytes
  static void put(byte[] planes, int top, int width, int[] argb) {
    int pixels = planes.length / 3;
    int at = top * width;
    for (int i = 0; i < pixels; i++) {
      argb[at + i] =
          0xff000000
              | (planes[i] & 0xff) << 16
              | (planes[pixels + i] & 0xff) << 8
              | (planes[2 * pixels + i] & 0xff);
    }
  }
}
