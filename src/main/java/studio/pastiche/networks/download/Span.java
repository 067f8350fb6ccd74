package studio.pastiche.networks.download;

/// Bytes of a file: from the first to the one before `to`.
///
/// @param from counted from 0
/// @param to not included
public record Span(long from, long to) {
  /// Throws IllegalArgumentException where it ends before it begins.
  public Span {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("no bytes lie from %d to %d".formatted(from, to));
    }
  }

  public long length() {
    return to - from;
  }
}
