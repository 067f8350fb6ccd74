package studio.pastiche.cli;

import java.util.Locale;

/// A switch that can be named in both positions, so that a recipe's can be overridden either way.
enum OnOff {
  ON,
  OFF;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
