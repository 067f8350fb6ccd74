package studio.pastiche.ui.painting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;

/// A number that the artist sets.
public final class Parameter implements Setting {
  private static final MathContext DIGITS = new MathContext(12);

  /// As exact as a slider is.
  private static final MathContext SLID = new MathContext(3);

  private final Spec spec;
  private final DoubleProperty value;
  private double initial;

  /// What a parameter is.
  ///
  /// @param key of its words; `key.tip` explains it
  /// @param initial its default to begin with
  /// @param least allowed
  /// @param most allowed; a slider may end before
  /// @param step that values are multiples of, or 0 for any
  /// @param scale of its slider
  /// @param live whether it acts on a painting in progress
  public record Spec(
      String key,
      double initial,
      double least,
      double most,
      double step,
      Scale scale,
      boolean live) {}

  public Parameter(Spec spec) {
    this.spec = spec;
    initial = spec.initial();
    value = new SimpleDoubleProperty(initial);
  }

  public Spec spec() {
    return spec;
  }

  @Override
  public String key() {
    return spec.key();
  }

  @Override
  public DoubleProperty value() {
    return value;
  }

  public double get() {
    return value.get();
  }

  public int getInt() {
    return (int) Math.round(value.get());
  }

  /// Sets it to the allowed value nearest to this one.
  public void set(double wanted) {
    double stepped = spec.step() > 0 ? Math.round(wanted / spec.step()) * spec.step() : wanted;
    value.set(Math.clamp(stepped, spec.least(), spec.most()));
  }

  /// Changes the default; where it is set to the one before, it follows.
  public void setDefault(double wanted) {
    boolean follows = value.get() == initial;
    initial = wanted;
    if (follows) {
      set(wanted);
    }
  }

  /// Sets it to what a slider's position, from 0 to 1, stands for: a number of few digits.
  public void slide(double position) {
    double exact = spec.scale().value(position);
    set(spec.step() > 0 ? exact : new BigDecimal(exact).round(SLID).doubleValue());
  }

  @Override
  public void restore(Object before) {
    value.set((Double) before);
  }

  @Override
  public void reset() {
    value.set(initial);
  }

  @Override
  public Object fixedAtStart() {
    return spec.live() ? "" : value.getValue();
  }

  /// The value as people write it.
  public String text() {
    return text(value.get());
  }

  /// What a text stands for, if it is a number that is allowed.
  public OptionalDouble parse(String text) {
    try {
      double number = Double.parseDouble(text.strip().replace(',', '.'));
      boolean allowed = number >= spec.least() && number <= spec.most();
      return allowed ? OptionalDouble.of(number) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /// The least and the most that are allowed, as people write them.
  public String range() {
    return text(spec.least()) + " – " + text(spec.most());
  }

  /// Every digit that was typed, but not those that only binary fractions have.
  private static String text(double number) {
    return number == 0
        ? "0"
        : new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
