package studio.pastiche.engine;

import org.jspecify.annotations.Nullable;

/// The optimiser and what is done to its steps.
///
/// @param optimizer Adam or L-BFGS
/// @param decay of the learning rate, or null for none
/// @param clipGradient the norm that the gradient is cut down to, or null for none
public record Optimization(
    OptimizerKind optimizer, @Nullable Decay decay, @Nullable Double clipGradient) {

  public Optimization {
    if (clipGradient != null) {
      Numbers.aboveZero("the gradient's norm", clipGradient);
    }
  }

  public static Optimization defaults() {
    return new Optimization(OptimizerKind.ADAM, null, null);
  }

  public Optimization withOptimizer(OptimizerKind kind) {
    return new Optimization(kind, decay, clipGradient);
  }

  public Optimization withDecay(@Nullable Decay other) {
    return new Optimization(optimizer, other, clipGradient);
  }

  public Optimization withClipGradient(@Nullable Double norm) {
    return new Optimization(optimizer, decay, norm);
  }

  /// What the learning rate is multiplied by at an iteration, counted from 0 over the whole run.
  double decayAt(int iteration) {
    return decay == null ? 1 : Math.pow(decay.factor(), (double) iteration / decay.steps());
  }

  /// Exponential decay: after every `steps` iterations the learning rate is `factor` times what it
  /// was, gradually.
  public record Decay(double factor, int steps) {
    public Decay {
      Numbers.between("the decay's factor", factor, 1e-6, 1);
      Numbers.between("the decay's steps", steps, 1, 1_000_000);
    }
  }
}
