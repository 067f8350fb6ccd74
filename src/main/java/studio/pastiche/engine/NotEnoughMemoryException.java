package studio.pastiche.engine;

import java.util.Locale;

/// A picture that would not fit into the memory that is free. Found out before anything is painted.
public final class NotEnoughMemoryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int size;
  private final long needed;
  private final long free;
  private final int fitting;

  /// @param fitting the largest size that would fit, or 0
  NotEnoughMemoryException(int size, long needed, long free, int fitting) {
    super(
        String.format(
            Locale.ROOT,
            "A picture of %d px needs about %.1f GB of memory and %.1f GB are free; %s",
            size,
            needed / 1e9,
            free / 1e9,
            fitting == 0 ? "close other programs" : "a size of " + fitting + " or less would fit"));
    this.size = size;
    this.needed = needed;
    this.free = free;
    this.fitting = fitting;
  }

  /// The long side that was wanted, in pixels.
  public int size() {
    return size;
  }

  /// In bytes.
  public long needed() {
    return needed;
  }

  /// In bytes.
  public long free() {
    return free;
  }

  /// The largest size that would fit, or 0 where none would.
  public int fitting() {
    return fitting;
  }
}
