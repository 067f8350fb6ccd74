package studio.pastiche.engine;

import java.util.Locale;

/// What the first stage starts from.
///
/// @param kind which of the four
/// @param noiseRatio for [Kind#MIX], the share of the noise from 0 to 1
/// @param noise the noise's distribution, for [Kind#NOISE] and [Kind#MIX]
/// @param seed of the noise
public record Init(Kind kind, double noiseRatio, Noise noise, long seed) {
  /// The content image itself: the default.
  public static final Init CONTENT = new Init(Kind.CONTENT, 0.5, Noise.UNIFORM, 0);

  public Init {
    Numbers.between("noise ratio", noiseRatio, 0, 1);
  }

  /// What to start from.
  public enum Kind {
    CONTENT,
    NOISE,
    /// Content and noise mixed at the noise ratio.
    MIX,
    /// Another picture, scaled and cropped to the content image's shape.
    PICTURE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How noise is distributed over 0..1.
  public enum Noise {
    UNIFORM,
    /// Mean 1/2, deviation 1/4, cut off at 0 and 1.
    NORMAL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
