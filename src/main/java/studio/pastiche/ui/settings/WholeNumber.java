package studio.pastiche.ui.settings;

import java.util.function.IntSupplier;
import javafx.util.StringConverter;

/// Whole numbers as people type them. What is no number gives way to the one before, and what is
/// out of bounds to the nearest that is not.
final class WholeNumber extends StringConverter<Integer> {
  private final IntSupplier before;
  private final int least;
  private final int most;

  WholeNumber(IntSupplier before, int least, int most) {
    this.before = before;
    this.least = least;
    this.most = most;
  }

  @Override
  public String toString(Integer number) {
    return String.valueOf(number);
  }

  @Override
  public Integer fromString(String text) {
    try {
      return (int) Math.clamp(Long.parseLong(text.strip()), least, most);
    } catch (NumberFormatException e) {
      return before.getAsInt();
    }
  }
}
