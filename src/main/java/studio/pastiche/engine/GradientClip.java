package studio.pastiche.engine;

import org.jspecify.annotations.Nullable;

/// Cuts a gradient down to a norm.
///
/// @param norm the largest allowed, or null for any
record GradientClip(@Nullable Double norm) {
  /// What an evaluation's gradient is to be multiplied by.
  double factor(Evaluation at) {
    return norm == null || at.gradientNorm() <= norm ? 1 : norm / at.gradientNorm();
  }
}
