package studio.pastiche.ui.painting;

/// How a slider's way, from 0 at its left end to 1 at its right, stands for values.
public sealed interface Scale {
  /// The slider's position for a value; values beyond its ends are at its ends.
  double position(double value);

  /// The value at a slider's position.
  double value(double position);

  /// Equal steps.
  record Linear(double least, double most) implements Scale {
    @Override
    public double position(double value) {
      return Math.clamp((value - least) / (most - least), 0, 1);
    }

    @Override
    public double value(double position) {
      return least + position * (most - least);
    }
  }

  /// Equal factors.
  record Logarithmic(double least, double most) implements Scale {
    @Override
    public double position(double value) {
      double ratio = Math.log(Math.max(value, least) / least) / Math.log(most / least);
      return Math.clamp(ratio, 0, 1);
    }

    @Override
    public double value(double position) {
      return Scale.rounded(least * Math.pow(most / least, position));
    }
  }

  /// Equal factors, and 0 at the left end.
  record LogarithmicFromZero(double least, double most) implements Scale {
    private static final double ZERO = 0.02;

    @Override
    public double position(double value) {
      return value <= 0 ? 0 : ZERO + (1 - ZERO) * new Logarithmic(least, most).position(value);
    }

    @Override
    public double value(double position) {
      return position < ZERO / 2
          ? 0
          : new Logarithmic(least, most).value(Math.max(0, (position - ZERO) / (1 - ZERO)));
    }
  }

  /// To two significant digits, so that a slider gives numbers that one can read and remember.
  private static double rounded(double value) {
    double unit = Math.pow(10, Math.floor(Math.log10(value)) - 1);
    return Math.round(value / unit) * unit;
  }
}
