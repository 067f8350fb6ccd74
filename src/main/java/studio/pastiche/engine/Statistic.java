package studio.pastiche.engine;

import java.util.Locale;

/// What is compared of a style layer's features.
public enum Statistic {
  /// Mean and covariance, by the squared 2-Wasserstein distance of Gaussians.
  MOMENTS,
  /// The Gram matrix (Gatys, Ecker and Bethge 2016).
  GRAM;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
