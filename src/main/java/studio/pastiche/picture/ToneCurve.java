package studio.pastiche.picture;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/// How a profile's channel goes from the stored value to linear light, sampled finely enough for 16
/// bits.
final class ToneCurve {
  private static final int STEPS = 65535;

  /// A difference that does not show in 8 bits.
  private static final double UNSEEN = 0.5 / 255;

  private final float[] samples;

  private ToneCurve(DoubleUnaryOperator curve) {
    samples = new float[STEPS + 1];
    for (int i = 0; i <= STEPS; i++) {
      samples[i] = (float) Math.clamp(curve.applyAsDouble((double) i / STEPS), 0.0, 1.0);
    }
  }

  /// Linear light, 0..1, of a stored value in 0..1.
  float linear(float stored) {
    return samples[(int) (stored * STEPS + 0.5f)];
  }

  /// Whether no 8-bit value would change if this curve were sRGB's own.
  boolean isLikeSrgb() {
    for (int i = 0; i <= 255; i++) {
      float v = i / 255f;
      if (Math.abs(SrgbEncoder.encoded(linear(v)) - v) > UNSEEN) {
        return false;
      }
    }
    return true;
  }

  /// The curve at `at` in a profile: a gamma, a table, or one of the parametric kinds (ICC.1:2022,
  /// 10.6 and 10.18).
  static Optional<ToneCurve> of(Bytes profile, int at) {
    DoubleUnaryOperator curve = null;
    if (profile.hasAt(at, "curv")) {
      curve = table(profile, at);
    } else if (profile.hasAt(at, "para")) {
      curve = parametric(profile, at);
    }
    return Optional.ofNullable(curve).map(ToneCurve::new);
  }

  private static @Nullable DoubleUnaryOperator table(Bytes profile, int at) {
    long count = profile.u32(at + 8);
    if (count < 0 || !profile.has(at + 12, 2 * count)) {
      return null;
    }
    if (count == 0) {
      return x -> x;
    }
    if (count == 1) {
      double gamma = profile.u16(at + 12) / 256.0;
      return x -> Math.pow(x, gamma);
    }
    int last = (int) count - 1;
    return x -> {
      int low = (int) Math.min(x * last, last - 1);
      double a = profile.u16(at + 12 + 2 * low) / 65535.0;
      double b = profile.u16(at + 14 + 2 * low) / 65535.0;
      return a + (b - a) * (x * last - low);
    };
  }

  private static @Nullable DoubleUnaryOperator parametric(Bytes profile, int at) {
    int kind = profile.u16(at + 8);
    int[] counts = {1, 3, 4, 5, 7};
    if (kind < 0 || kind >= counts.length || !profile.has(at + 12, 4L * counts[kind])) {
      return null;
    }
    double[] p = new double[7];
    for (int i = 0; i < counts[kind]; i++) {
      p[i] = IccProfile.fixed(profile, at + 12 + 4 * i);
    }
    double g = p[0];
    double a = p[1];
    double b = p[2];
    double c = p[3];
    return switch (kind) {
      case 0 -> x -> Math.pow(x, g);
      case 1 -> x -> a * x + b >= 0 ? Math.pow(a * x + b, g) : 0;
      case 2 -> x -> a * x + b >= 0 ? Math.pow(a * x + b, g) + c : c;
      case 3 -> x -> x >= p[4] ? Math.pow(a * x + b, g) : c * x;
      default -> x -> x >= p[4] ? Math.pow(a * x + b, g) + p[5] : c * x + p[6];
    };
  }
}
