package studio.pastiche.engine;

import java.util.Locale;

/// A picture that would not fit into the memory that is free. Found out before anything is painted.
public final class NotEnoughMemoryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param fitting the largest size that would fit
  NotEnoughMemoryException(int size, long needed, long free, int fitting) {
    super(
        String.format(
            Locale.ROOT,
            "A picture of %d px needs about %.1f GB of memory and %.1f GB are free; %s",
            size,
            needed / 1e9,
            free / 1e9,
            fitting < Schedule.MIN_SIZE
                ? "close other programs"
                : "a size of " + fitting + " or less would fit"));
  }
}
