package studio.pastiche.engine.network;

import java.util.List;
import java.util.Optional;

/// The networks that Pastiche knows by name.
public final class NetworkCatalogue {
  /// The name of the network that comes with Pastiche.
  public static final String COMPACT = "compact";

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry(
              COMPACT,
              "/studio/pastiche/engine/network/compact.safetensors",
              "bab818bd5abccaf49d19e3a45343e57bc0fa6e7fa5180f64b8a2d8ddeacb2309"));

  private NetworkCatalogue() {}

  /// A network known by name.
  ///
  /// @param name what `--network` takes
  /// @param resource where it lies on the class path
  /// @param sha256 of that file
  public record Entry(String name, String resource, String sha256) {}

  /// The entry of that name, if there is one.
  public static Optional<Entry> find(String name) {
    return ENTRIES.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }
}
