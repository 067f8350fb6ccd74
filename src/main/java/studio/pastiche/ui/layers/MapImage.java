package studio.pastiche.ui.layers;

import java.util.Arrays;
import studio.pastiche.engine.FeatureMaps;

/// A feature map as grey pixels: black where the layer sees nothing, white where it sees most. Each
/// map has its own white, since their strengths differ by powers of ten.
///
/// @param width in pixels
/// @param height in pixels
/// @param argb 0xFFRRGGBB, row by row
/// @param peak what white stands for; 0 where the layer sees nothing at all
record MapImage(int width, int height, int[] argb, float peak) {
  /// White is a little below the very highest value, which is often one pixel alone.
  private static final double WHITE = 0.998;

  /// A map with each of its values as a square of pixels, so large that the longer side is about
  /// `side`: the screen would blur it otherwise.
  static MapImage large(FeatureMaps maps, int channel, int side) {
    MapImage map = of(maps.width(), maps.height(), maps.map(channel));
    int times = Math.max(1, side / Math.max(map.width, map.height));
    int width = times * map.width;
    int[] argb = new int[width * times * map.height];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = map.argb[i / width / times * map.width + i % width / times];
    }
    return new MapImage(width, times * map.height, argb, map.peak);
  }

  /// A map with its longer side shrunk to at most `side`, by averaging.
  static MapImage small(FeatureMaps maps, int channel, int side) {
    int step = Math.ceilDiv(Math.max(maps.width(), maps.height()), side);
    int width = Math.ceilDiv(maps.width(), step);
    int height = Math.ceilDiv(maps.height(), step);
    float[] small = new float[width * height];
    int[] counts = new int[width * height];
    int offset = channel * maps.width() * maps.height();
    for (int y = 0; y < maps.height(); y++) {
      for (int x = 0; x < maps.width(); x++) {
        int at = y / step * width + x / step;
        small[at] += maps.values()[offset + y * maps.width() + x];
        counts[at]++;
      }
    }
    for (int i = 0; i < small.length; i++) {
      small[i] /= counts[i];
    }
    return of(width, height, small);
  }

  private static MapImage of(int width, int height, float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    float most = sorted[sorted.length - 1];
    float high = sorted[(int) Math.ceil(WHITE * (sorted.length - 1))];
    float white = high > 0 ? high : most;
    int[] argb = new int[values.length];
    for (int i = 0; i < argb.length; i++) {
      int grey = white > 0 ? Math.clamp(Math.round(255 * values[i] / white), 0, 255) : 0;
      argb[i] = 0xff000000 | grey << 16 | grey << 8 | grey;
    }
    return new MapImage(width, height, argb, most);
  }
}
