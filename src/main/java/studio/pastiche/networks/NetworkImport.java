package studio.pastiche.networks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.network.InputSpec;
import studio.pastiche.engine.weights.CompactNetwork;
import studio.pastiche.engine.weights.InputEvidence;
import studio.pastiche.engine.weights.NetworkReader;
import studio.pastiche.engine.weights.ReadNetwork;

/// Keeps networks from files that people have.
public final class NetworkImport {
  private final Catalogue catalogue;
  private final NetworkStore store;
  private final FetchedParts parts;

  NetworkImport(Catalogue catalogue, NetworkStore store) {
    this.catalogue = catalogue;
    this.store = store;
    parts = new FetchedParts(catalogue, store);
  }

  /// A network that is kept now.
  ///
  /// @param evidence how its input was found out
  public record Imported(StoredNetwork.Sound network, InputEvidence evidence) {}

  /// Reads a weight file of any kind and keeps its network. A file that the catalogue knows by its
  /// hash gets its name, input and licence from there.
  ///
  /// @param name to keep it by, or null for the catalogue's or the file's own
  /// @param input that it wants, where the user says it; null finds it out
  /// @throws studio.pastiche.engine.weights.InputInDoubtException where the user must say it
  /// @throws studio.pastiche.engine.weights.WeightsException where the file can't be used
  /// @throws NetworkException where the name is taken, or there is no room
  public Imported keep(Path file, @Nullable String name, @Nullable InputSpec input)
      throws IOException {
    Optional<CatalogueNetwork> known = known(file);
    String wanted = name != null ? name : known.map(CatalogueNetwork::name).orElse(named(file));
    if (wanted.equals(CompactNetwork.NAME) || !NetworkStore.allowed(wanted)) {
      throw NetworkException.aboutName(
          wanted,
          file.toString(),
          "it can't be kept as '%s'; give another name by --name, in small letters and digits"
              .formatted(wanted));
    }
    InputSpec chosen = input != null ? input : known.map(CatalogueNetwork::input).orElse(null);
    ReadNetwork read = NetworkReader.read(file, chosen);
    Optional<CatalogueNetwork> namesake = catalogue.find(wanted);
    if (namesake.isPresent()) {
      requireSame(file, read, namesake.get());
    }
    try (NameLock _ = store.lock(wanted)) {
      Optional<StoredNetwork.Sound> here = store.sound(wanted);
      if (here.isPresent()) {
        Imported same = same(here.get(), read);
        parts.tidy(wanted);
        return same;
      }
      String origin = known.map(CatalogueNetwork::origin).orElse("imported from " + leaf(file));
      String licence = known.map(CatalogueNetwork::licence).orElse("");
      StoredNetwork.Sound kept =
          store.keep(read.network(), wanted, new NetworkStore.About(origin, licence));
      parts.tidy(wanted);
      return new Imported(kept, read.evidence());
    }
  }

  /// Under a catalogue's name people expect the catalogue's network.
  private static void requireSame(Path file, ReadNetwork read, CatalogueNetwork namesake)
      throws IOException {
    Shape.of(file.toString(), read.network()).require(namesake);
    InputSpec input = read.network().input();
    if (input != namesake.input()) {
      throw NetworkException.aboutName(
          namesake.name(),
          file.toString(),
          "it takes its picture as %s and %s as %s, so it is another network; give another name by --name"
              .formatted(input, namesake.name(), namesake.input()));
    }
  }

  /// Keeps a network that is here with another input, because the user knows better what it wants.
  ///
  /// @throws NetworkException where it is not here, is broken, or there is no room
  public StoredNetwork.Sound changeInput(String name, InputSpec input) throws IOException {
    try (NameLock _ = store.lock(name)) {
      if (!(store.find(name).orElse(null) instanceof StoredNetwork.Sound here)) {
        throw new NetworkException(name, "it is not here any more; import it again");
      }
      return store.keep(
          store.load(here, input).network(),
          name,
          new NetworkStore.About(here.origin(), here.licence()));
    }
  }

  private static Imported same(StoredNetwork.Sound here, ReadNetwork read) throws NetworkException {
    if (here.sha256().equals(read.network().sha256()) && here.input() == read.network().input()) {
      return new Imported(here, read.evidence());
    }
    throw NetworkException.aboutName(
        here.name(),
        here.name(),
        "another network is kept by that name; give another one by --name, or remove it by"
            + " 'pastiche networks remove %s'".formatted(here.name()));
  }

  /// The catalogue's network whose published file this is.
  private Optional<CatalogueNetwork> known(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    long size = Files.size(file);
    for (CatalogueNetwork network : catalogue.networks()) {
      for (CatalogueNetwork.Source source : network.sources()) {
        CatalogueNetwork.Hash hash = source.hash();
        if (hash != null && source.bytes() == size && FileHash.matches(file, hash)) {
          return Optional.of(network);
        }
      }
    }
    return Optional.empty();
  }

  /// The name that a file's network gets where nothing else is known or said.
  public static String named(Path file) {
    String plain = leaf(file).replaceFirst("\\.[^.]*$", "").toLowerCase(Locale.ROOT);
    return plain.replaceAll("[^a-z0-9_]+", "-").replaceAll("^[-_]+|-+$", "");
  }

  private static String leaf(Path file) {
    return String.valueOf(file.getFileName());
  }
}
