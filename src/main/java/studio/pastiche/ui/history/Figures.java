package studio.pastiche.ui.history;

import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers in few characters.
public final class Figures {
  private static final MathContext THREE = new MathContext(3);

  private Figures() {}

  /// Three significant digits: 1.23, 0.0123, 1230.
  public static String brief(double number) {
    if (!Double.isFinite(number)) {
      return String.valueOf(number);
    }
    BigDecimal rounded = new BigDecimal(number).round(THREE);
    boolean tiny = rounded.signum() != 0 && Math.abs(number) < 1e-4;
    return tiny ? rounded.toString() : rounded.stripTrailingZeros().toPlainString();
  }
}
