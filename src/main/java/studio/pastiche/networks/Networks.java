package studio.pastiche.networks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.InputSpec;
import studio.pastiche.engine.weights.CompactNetwork;
import studio.pastiche.engine.weights.NetworkReader;
import studio.pastiche.engine.weights.ReadNetwork;
import studio.pastiche.file.UserFolders;
import studio.pastiche.networks.download.Settings;

/// All the networks there are for this user: finds one by its name, its file or its hash. Nothing
/// here goes to the network but [#fetch].
public final class Networks {
  private final Catalogue catalogue;
  private final NetworkStore store;
  private final NetworkFetch fetch;
  private final NetworkImport imports;

  public Networks(
      Catalogue catalogue, NetworkStore store, Supplier<HttpClient> clients, Settings settings) {
    this.catalogue = catalogue;
    this.store = store;
    fetch = new NetworkFetch(catalogue, store, clients, settings);
    imports = new NetworkImport(catalogue, store);
  }

  /// Those in the user's data folder.
  public static Networks ofThisUser() {
    return new Networks(
        Catalogue.builtIn(),
        new NetworkStore(UserFolders.ofThisUser().data().resolve("networks")),
        Clients::make,
        Settings.defaults());
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  public NetworkStore store() {
    return store;
  }

  public NetworkFetch fetch() {
    return fetch;
  }

  public NetworkImport imports() {
    return imports;
  }

  /// What a name or a file stands for. A file is looked for only where no network here has the
  /// name.
  ///
  /// @throws NetworkException where it is neither; for one that could be fetched it says how
  /// @throws java.nio.file.InvalidPathException where no file can be called so
  public Choice choice(String nameOrFile) throws NetworkException {
    if (nameOrFile.equals(CompactNetwork.NAME)) {
      return new Choice.BuiltIn();
    }
    Optional<StoredNetwork> kept = store.find(nameOrFile);
    if (kept.isPresent()) {
      return new Choice.Kept(kept.get());
    }
    Path file = Path.of(nameOrFile);
    if (Files.exists(file) || !NetworkStore.allowed(nameOrFile)) {
      return new Choice.WeightFile(file);
    }
    throw new NetworkException(
        nameOrFile,
        catalogue
            .find(nameOrFile)
            .map(Networks::toFetch)
            .orElse(
                "there is neither a network nor a file of that name; 'pastiche networks list' says"
                    + " which networks there are"));
  }

  /// The network to paint with where none is named.
  public Choice chosen() {
    String name = store.chosen();
    return store.find(name).<Choice>map(Choice.Kept::new).orElseGet(Choice.BuiltIn::new);
  }

  /// Chooses the network to paint with where none is named.
  ///
  /// @throws NetworkException where it is not here, or broken
  public void choose(String name) throws IOException {
    Choice choice = choice(name);
    if (choice instanceof Choice.WeightFile) {
      throw new NetworkException(
          name, "only a network that is kept here can be the default; import it first");
    }
    load(choice, null);
    store.choose(name);
  }

  /// Reads a network.
  ///
  /// @param input that it wants, where the user says it; null for its own
  /// @throws IOException naming the file or the network, what is wrong and the remedy
  public ReadNetwork load(Choice choice, @Nullable InputSpec input) throws IOException {
    return switch (choice) {
      case Choice.BuiltIn() -> CompactNetwork.load(input);
      case Choice.Kept(StoredNetwork network) -> store.load(network, input);
      case Choice.WeightFile(Path file) -> NetworkReader.read(file, input);
    };
  }

  /// The built-in or kept network that a recipe remembers, whatever it is called here.
  public Optional<Recalled> recall(NetworkReference wanted) throws IOException {
    if (isCompact(wanted)) {
      return Optional.of(new Recalled(CompactNetwork.load(wanted.input()).network(), null));
    }
    Optional<StoredNetwork.Sound> kept = store.withHash(wanted.sha256(), wanted.input());
    return kept.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Recalled(store.load(kept.get(), wanted.input()).network(), kept.get().file()));
  }

  /// What the network that a recipe remembers is called here, and its own input here.
  ///
  /// @return empty where it is not here
  public Optional<Known> known(NetworkReference wanted) throws IOException {
    return isCompact(wanted)
        ? Optional.of(new Known(CompactNetwork.NAME, CompactNetwork.load(null).network().input()))
        : store
            .withHash(wanted.sha256(), wanted.input())
            .map(kept -> new Known(kept.name(), kept.input()));
  }

  /// A network that a recipe remembers, as it is here.
  ///
  /// @param input that it takes where nobody says another
  public record Known(String name, InputSpec input) {
    /// Whether it is used as it was for the recipe.
    public boolean asIn(NetworkReference wanted) {
      return wanted.input() == null || wanted.input() == input;
    }
  }

  private static boolean isCompact(NetworkReference wanted) throws IOException {
    return wanted.sha256().equals(CompactNetwork.FILE_SHA256)
        || wanted.sha256().equals(CompactNetwork.load(null).network().sha256());
  }

  /// A network that was found again.
  ///
  /// @param file that it lies in, or null for the built-in one
  public record Recalled(FeatureNetwork network, @Nullable Path file) {}

  /// Why a network that a recipe remembers is not here, and how to get it, by its name.
  ///
  /// @param option by which the user names a network
  /// @return empty where nothing is known by that name
  public Optional<String> missing(NetworkReference wanted, String option) {
    String name = wanted.name();
    if (name.equals(CompactNetwork.NAME) || store.find(name).isPresent()) {
      return Optional.of(
          "the recipe was painted with another network of that name (%s); paint with the one here by %s %s"
              .formatted(hash(wanted), option, name));
    }
    return catalogue
        .find(name)
        .map(
            known ->
                "the recipe was painted with it (%s): ".formatted(hash(wanted)) + toFetch(known));
  }

  /// A hash as far as one needs it to tell networks apart.
  public static String hash(NetworkReference wanted) {
    String sha256 = wanted.sha256();
    return "SHA-256 " + sha256.substring(0, Math.min(12, sha256.length())) + "…";
  }

  private static String toFetch(CatalogueNetwork network) {
    return "%s. It is not here yet; 'pastiche networks fetch %s' fetches it (%s)"
        .formatted(
            network.what(),
            network.name(),
            Sizes.mb(network.sources().getFirst().fetched(network.neededBytes())));
  }
}
