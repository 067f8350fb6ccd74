package studio.pastiche.picture;

import java.awt.color.ICC_Profile;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings a file's own colours to sRGB.
final class ColourConversion {
  private static final Logger LOG = LoggerFactory.getLogger(ColourConversion.class);

  private ColourConversion() {}

  /// The samples as sRGB planes (3×H×W, 0..1).
  ///
  /// @param profile the file's ICC profile, or null. One that cannot be understood, or is for
  ///   another kind of colours, is ignored, as every viewer does
  static float[] toSrgb(Samples samples, byte @Nullable [] profile) {
    return switch (samples.model()) {
      case GREY -> greyToSrgb(samples.colour(), profile);
      case RGB -> rgbToSrgb(samples.colour(), profile);
      case CMYK -> inksToSrgb(samples.colour(), profile);
    };
  }

  private static float[] greyToSrgb(float[] grey, byte @Nullable [] bytes) {
    IccProfile profile = understood(bytes, Samples.Model.GREY);
    Optional<ToneCurve> curve =
        profile == null ? Optional.empty() : profile.curve("kTRC").filter(c -> !c.isLikeSrgb());
    curve.ifPresent(tone -> new SrgbEncoder().encode(grey, tone));
    float[] rgb = new float[3 * grey.length];
    for (int plane = 0; plane < 3; plane++) {
      System.arraycopy(grey, 0, rgb, plane * grey.length, grey.length);
    }
    return rgb;
  }

  private static float[] rgbToSrgb(float[] rgb, byte @Nullable [] bytes) {
    IccProfile profile = understood(bytes, Samples.Model.RGB);
    if (profile == null) {
      return rgb;
    }
    Optional<MatrixProfile> matrix = MatrixProfile.of(profile);
    if (matrix.isPresent()) {
      if (!matrix.get().isLikeSrgb()) {
        matrix.get().toSrgb(rgb);
      }
      return rgb;
    }
    float[] converted = converted(rgb, Samples.Model.RGB, profile);
    return converted == null ? rgb : converted;
  }

  private static float[] inksToSrgb(float[] inks, byte @Nullable [] bytes) {
    IccProfile profile = understood(bytes, Samples.Model.CMYK);
    float[] converted = profile == null ? null : converted(inks, Samples.Model.CMYK, profile);
    return converted == null ? plainInks(inks) : converted;
  }

  private static float @Nullable [] converted(
      float[] planes, Samples.Model model, IccProfile profile) {
    try {
      return new TableProfile(ICC_Profile.getInstance(profile.bytes()), model).toSrgb(planes);
    } catch (RuntimeException e) {
      // Java's colour management refuses damaged profiles with several exceptions.
      LOG.warn("ignored a colour profile that Java cannot apply: {}", e.toString());
      return null;
    }
  }

  /// Inks without a profile: each channel is what cyan, magenta or yellow leaves, and black darkens
  /// them all.
  private static float[] plainInks(float[] inks) {
    int n = inks.length / 4;
    float[] rgb = new float[3 * n];
    for (int plane = 0; plane < 3; plane++) {
      for (int i = 0; i < n; i++) {
        rgb[plane * n + i] = (1 - inks[plane * n + i]) * (1 - inks[3 * n + i]);
      }
    }
    return rgb;
  }

  private static @Nullable IccProfile understood(byte @Nullable [] bytes, Samples.Model model) {
    if (bytes == null) {
      return null;
    }
    Optional<IccProfile> profile = IccProfile.of(bytes).filter(p -> p.isFor(model));
    if (profile.isEmpty()) {
      LOG.warn("ignored a colour profile that is damaged or not for {} pictures", model);
    }
    return profile.orElse(null);
  }
}
