package studio.pastiche.picture;

import java.util.stream.IntStream;

/// From linear light to sRGB's values (IEC 61966-2-1), by a table that is exact beyond 16 bits.
final class SrgbEncoder {
  private static final int STEPS = 65536;

  /// Values converted at a time by one worker.
  private static final int CHUNK = 1 << 16;

  private final float[] table = new float[STEPS + 2];

  SrgbEncoder() {
    for (int i = 0; i <= STEPS + 1; i++) {
      table[i] = (float) encoded(Math.min(1, (double) i / STEPS));
    }
  }

  /// The sRGB value of linear light in 0..1, by the standard's formula.
  static double encoded(double linear) {
    return linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
  }

  /// The sRGB value of any linear light, clamped to 0..1.
  float encode(float linear) {
    float at = Math.clamp(linear, 0f, 1f) * STEPS;
    int low = (int) at;
    return table[low] + (table[low + 1] - table[low]) * (at - low);
  }

  /// Encodes the values in place, after taking them through `tone` to linear light.
  void encode(float[] values, ToneCurve tone) {
    chunks(
        values.length,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            values[i] = encode(tone.linear(values[i]));
          }
        });
  }

  /// Runs `work` over 0..`length` in pieces, several at once.
  static void chunks(int length, Piece work) {
    IntStream.range(0, Math.ceilDiv(length, CHUNK))
        .parallel()
        .forEach(chunk -> work.run(chunk * CHUNK, (int) Math.min(length, (chunk + 1L) * CHUNK)));
  }

  /// Work on the values from one index up to but without another.
  interface Piece {
    void run(int from, int to);
  }
}
