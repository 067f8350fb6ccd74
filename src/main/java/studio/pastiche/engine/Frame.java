package studio.pastiche.engine;

/// A picture for the screen: opaque pixels, 0xFFRRGGBB, row by row.
///
/// @param width in pixels
/// @param height in pixels
/// @param argb width·height pixels, not shared with the engine
public record Frame(int width, int height, int[] argb) {
  /// A frame of the planes R, G and B, each width·height unsigned bytes.
  static Frame ofPlanes(int width, int height, byte[] planes) {
    int pixels = width * height;
    int[] argb = new int[pixels];
    for (int i = 0; i < pixels; i++) {
      argb[i] =
          0xff000000
              | (planes[i] & 0xff) << 16
              | (planes[pixels + i] & 0xff) << 8
              | (planes[2 * pixels + i] & 0xff);
    }
    return new Frame(width, height, argb);
  }
}
