package studio.pastiche.engine;

import java.util.Locale;

/// Whether a picture is painted coarse to fine, or at its wanted size at once.
public enum StagePlan {
  PYRAMID,
  SINGLE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
