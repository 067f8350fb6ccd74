package studio.pastiche.networks.download;

/// How far a download is.
///
/// @param done bytes that are here, also from earlier times
/// @param total bytes there will be
/// @param bytesPerSecond lately; 0 at first
public record Progress(long done, long total, double bytesPerSecond) {
  /// Infinity where nothing comes.
  public double secondsLeft() {
    return (total - done) / bytesPerSecond;
  }
}
