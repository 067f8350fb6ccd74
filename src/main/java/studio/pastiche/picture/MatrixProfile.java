package studio.pastiche.picture;

import java.util.Arrays;
import java.util.Optional;

/// A profile of three tone curves and three primaries, as cameras, monitors and editors use (sRGB,
/// Adobe RGB, Display P3, ProPhoto): evaluated in float, relative colorimetric, colours outside
/// sRGB clipped. Java's colour management would do, but goes through coarse tables: up to 2/255 off
/// for Adobe RGB even in 16 bits.
final class MatrixProfile {
  /// XYZ relative to D50 to linear sRGB: the inverse of the sRGB primaries adapted by Bradford's
  /// method (IEC 61966-2-1; ICC's sRGB v2 profile).
  private static final double[][] XYZ_TO_SRGB = {
    {3.1338561, -1.6168667, -0.4906146},
    {-0.9787684, 1.9161415, 0.0334540},
    {0.0719453, -0.2289914, 1.4052427}
  };

  /// How far the primaries of profiles that mean sRGB lie apart.
  private static final double ROUNDING = 0.001;

  private final ToneCurve[] curves;
  private final float[] matrix;
  private final SrgbEncoder encoder = new SrgbEncoder();

  private MatrixProfile(ToneCurve[] curves, float[] matrix) {
    this.curves = curves;
    this.matrix = matrix;
  }

  /// The profile as curves and matrix; empty if it is not made of them alone.
  static Optional<MatrixProfile> of(IccProfile profile) {
    if (profile.hasTables() || !profile.connectsThroughXyz()) {
      return Optional.empty();
    }
    String[] names = {"r", "g", "b"};
    ToneCurve[] curves = new ToneCurve[3];
    float[] matrix = new float[9];
    for (int column = 0; column < 3; column++) {
      Optional<ToneCurve> curve = profile.curve(names[column] + "TRC");
      Optional<double[]> primary = profile.xyz(names[column] + "XYZ");
      if (curve.isEmpty() || primary.isEmpty()) {
        return Optional.empty();
      }
      curves[column] = curve.get();
      for (int row = 0; row < 3; row++) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
          sum += XYZ_TO_SRGB[row][k] * primary.get()[k];
        }
        matrix[3 * row + column] = (float) sum;
      }
    }
    return Optional.of(new MatrixProfile(curves, matrix));
  }

  /// Whether the profile is sRGB but for rounding, so that converting would only blur the values.
  boolean isLikeSrgb() {
    for (int i = 0; i < matrix.length; i++) {
      if (Math.abs(matrix[i] - (i % 4 == 0 ? 1 : 0)) > ROUNDING) {
        return false;
      }
    }
    return Arrays.stream(curves).allMatch(ToneCurve::isLikeSrgb);
  }

  /// Converts the planes (3×H×W, 0..1) in place.
  void toSrgb(float[] planes) {
    int n = planes.length / 3;
    float[] m = matrix;
    SrgbEncoder.chunks(
        n,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            float r = curves[0].linear(planes[i]);
            float g = curves[1].linear(planes[n + i]);
            float b = curves[2].linear(planes[2 * n + i]);
            planes[i] = encoder.encode(m[0] * r + m[1] * g + m[2] * b);
            planes[n + i] = encoder.encode(m[3] * r + m[4] * g + m[5] * b);
            planes[2 * n + i] = encoder.encode(m[6] * r + m[7] * g + m[8] * b);
          }
        });
  }
}
