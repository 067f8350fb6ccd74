package studio.pastiche.picture;

import org.jspecify.annotations.Nullable;

/// What a decoder gives: samples in the file's own colours, before colour management.
///
/// @param colour one plane a channel of the model, each height × width, row by row, 0..1; inks are
///   1 where they are full
/// @param alpha one plane, 0..1, or null; the colours are not multiplied by it
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record Samples(Size size, Model model, float[] colour, float @Nullable [] alpha) {
  /// What the channels mean.
  enum Model {
    GREY(1),
    RGB(3),
    CMYK(4);

    final int channels;

    Model(int channels) {
      this.channels = channels;
    }
  }
}
