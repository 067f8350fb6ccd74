package studio.pastiche.engine;

import java.util.Locale;

/// How the network halves its feature maps, 2×2 to 1.
public enum Pooling {
  MAX,
  AVERAGE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
