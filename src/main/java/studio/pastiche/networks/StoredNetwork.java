package studio.pastiche.networks;

import java.nio.file.Path;
import java.util.List;
import studio.pastiche.engine.network.InputSpec;
import studio.pastiche.engine.network.Layer;

/// A network that is kept on this machine.
public sealed interface StoredNetwork {
  String name();

  /// Where it is kept.
  Path file();

  /// How large the file is.
  long bytes();

  /// One that looks whole. Whether its numbers are right is known after they are read: see
  /// [NetworkStore#load] and [NetworkStore#problem].
  ///
  /// @param sha256 of its numbers, as recipes have it
  /// @param input how it wants its picture
  /// @param widths the channels of its blocks, as far as it goes
  /// @param deepest its last layer
  /// @param origin where it came from, or ""
  /// @param licence that it came under, or "" where that is not known
  record Sound(
      String name,
      Path file,
      long bytes,
      String sha256,
      InputSpec input,
      List<Integer> widths,
      Layer deepest,
      String origin,
      String licence)
      implements StoredNetwork {
    public Sound {
      widths = List.copyOf(widths);
    }
  }

  /// One that can't be used.
  ///
  /// @param problem what is wrong with it
  record Broken(String name, Path file, long bytes, String problem) implements StoredNetwork {}
}
