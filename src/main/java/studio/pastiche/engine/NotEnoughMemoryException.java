package studio.pastiche.engine;

import java.util.Locale;

/// A picture that would not fit into the memory that is free. Found out before anything is painted.
public final class NotEnoughMemoryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotEnoughMemoryException(int size, long needed, long free) {
    super(
        String.format(
            Locale.ROOT,
            "A picture of %d px needs about %.1f GB of memory and %.1f GB are free; a size of %d or"
                + " less would fit",
            size,
            needed / 1e9,
            free / 1e9,
            fitting(size, needed, free)));
  }

  /// Memory grows with the pixels, and so with the square of the size.
  private static int fitting(int size, long needed, long free) {
    return (int) (size * Math.sqrt((double) free / needed)) / 16 * 16;
  }
}
