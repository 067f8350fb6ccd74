package studio.pastiche.engine;

/// What a recipe will take on a device, before it starts.
///
/// @param size the long side that is wanted, in pixels
/// @param bytes of the device's memory that it needs at its largest stage
/// @param free bytes of it that there are now; Long.MAX_VALUE where that can't be told
/// @param fitting the largest size that would fit, at most the wanted one; 0 where none would
/// @param seconds it will take, roughly
public record Forecast(int size, long bytes, long free, int fitting, double seconds) {
  public boolean fits() {
    return bytes <= free;
  }
}
