package studio.pastiche.engine;

import java.util.Locale;

/// The optimiser that moves the pixels.
public enum OptimizerKind {
  ADAM,
  LBFGS;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
