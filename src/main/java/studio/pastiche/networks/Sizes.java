package studio.pastiche.networks;

import java.util.Locale;

/// Sizes of files in words.
public final class Sizes {
  private Sizes() {}

  /// In millions of bytes, as servers and shops count: `80 MB`, `3.2 MB`.
  public static String mb(long bytes) {
    double mb = bytes / 1e6;
    return String.format(Locale.ROOT, mb < 9.95 ? "%.1f MB" : "%.0f MB", mb);
  }
}
