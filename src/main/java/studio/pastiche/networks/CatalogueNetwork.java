package studio.pastiche.networks;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.network.InputSpec;

/// A network that can be had by name.
///
/// @param name what `--network` takes
/// @param what it is, in a sentence
/// @param origin who made it
/// @param licence that it comes under
/// @param input how it wants its picture
/// @param widths the channels of its five blocks
/// @param deepest its last layer, such as `relu5_4`
/// @param neededBytes what its convolutions take
/// @param sources where it can be fetched from, the best first; none for the built-in one
public record CatalogueNetwork(
    String name,
    String what,
    String origin,
    String licence,
    InputSpec input,
    List<Integer> widths,
    String deepest,
    long neededBytes,
    List<Source> sources) {
  public CatalogueNetwork {
    widths = List.copyOf(widths);
    sources = List.copyOf(sources);
  }

  /// A file on a server that has the network inside.
  ///
  /// @param id what `--source` takes
  /// @param url of the file
  /// @param inParts whether it is a safetensors file, of which only the convolutions are fetched
  /// @param bytes of the file; exactly where there is a hash, else roughly
  /// @param hash of the whole file, where it is known
  public record Source(String id, URI url, boolean inParts, long bytes, @Nullable Hash hash) {
    /// Where it is on a mirror: the original address with the mirror in its server's place.
    ///
    /// @param mirror an address, or null for the original
    URI on(@Nullable URI mirror) {
      return mirror == null
          ? url
          : URI.create(mirror.toString().replaceFirst("/+$", "") + url.getRawPath());
    }

    /// How many bytes go over the wire.
    ///
    /// @param needed of them by the network
    public long fetched(long needed) {
      return inParts ? needed : bytes;
    }

    /// The file's own name.
    String fileName() {
      return String.valueOf(Path.of(url.getPath()).getFileName());
    }
  }

  /// How a file is known again.
  ///
  /// @param algorithm as Java calls it
  /// @param beginning of the hash, lower-case hexadecimal, as far as it is published
  public record Hash(String algorithm, String beginning) {}

  /// Whether it comes with Pastiche.
  public boolean builtIn() {
    return sources.isEmpty();
  }

  /// The source of that name.
  public Optional<Source> source(String id) {
    return sources.stream().filter(source -> source.id().equals(id)).findFirst();
  }
}
