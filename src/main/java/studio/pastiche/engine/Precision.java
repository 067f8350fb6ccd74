package studio.pastiche.engine;

import java.util.Locale;

/// The numbers that the network computes in. Distances, roots, the image and the optimiser are
/// float32 always.
public enum Precision {
  /// bfloat16 where the device computes in it and a trial shows it faster, else float32.
  AUTO,
  FLOAT32,
  BFLOAT16;

  /// PyTorch's number of the scalar type.
  long scalarType() {
    return switch (this) {
      case FLOAT32 -> 6;
      case BFLOAT16 -> 15;
      case AUTO -> throw new IllegalStateException("auto is settled before a run starts");
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
