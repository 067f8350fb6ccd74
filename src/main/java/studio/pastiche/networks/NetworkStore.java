package studio.pastiche.networks;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Version;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.InputSpec;
import studio.pastiche.engine.weights.CompactNetwork;
import studio.pastiche.engine.weights.InputEvidence;
import studio.pastiche.engine.weights.NetworkFile;
import studio.pastiche.engine.weights.NetworkReader;
import studio.pastiche.engine.weights.ReadNetwork;
import studio.pastiche.engine.weights.WeightsException;
import studio.pastiche.file.BesideFile;
import studio.pastiche.file.FileException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The networks that are kept on this machine, one safetensors file each. A file says itself what
/// it is and what its numbers hash to, so no list beside it can go wrong.
public final class NetworkStore {
  /// The folder in the store's own for what is not whole yet.
  static final String PARTS = ".part";

  private static final String ENDING = ".safetensors";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");
  private static final long HEADER_ROOM = 64 << 10;

  private final Path folder;
  private final FreeSpace space;
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  /// What is remembered of a network besides its numbers.
  ///
  /// @param origin where it came from
  /// @param licence that it came under, or ""
  public record About(String origin, String licence) {}

  /// @param folder that they are in; made when the first one comes
  public NetworkStore(Path folder) {
    this(folder, at -> Files.getFileStore(at).getUsableSpace());
  }

  NetworkStore(Path folder, FreeSpace space) {
    this.folder = folder;
    this.space = space;
  }

  /// Where they are.
  public Path folder() {
    return folder;
  }

  /// Whether a network may be kept by that name: a word in small letters that no file's name is
  /// taken for.
  static boolean allowed(String name) {
    return NAME.matcher(name).matches();
  }

  /// All of them, by name; without reading their numbers.
  public List<StoredNetwork> list() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> allowed(nameOf(file)) && Files.isRegularFile(file))
          .sorted()
          .map(file -> StoredHeader.read(nameOf(file), file))
          .toList();
    }
  }

  /// The network of that name.
  public Optional<StoredNetwork> find(String name) {
    if (!allowed(name)) {
      // a recipe may name what can't even be a file
      return Optional.empty();
    }
    Path file = folder.resolve(name + ENDING);
    return Files.isRegularFile(file)
        ? Optional.of(StoredHeader.read(name, file))
        : Optional.empty();
  }

  /// The network of that name where it is sound, all of it read; empty where there is none or it is
  /// broken.
  ///
  /// @throws NetworkException where it can't be told, because it can't be read just now
  Optional<StoredNetwork.Sound> sound(String name) throws NetworkException {
    StoredNetwork stored = find(name).orElse(null);
    if (stored == null) {
      return Optional.empty();
    }
    Optional<NetworkException> problem = problem(stored);
    if (problem.isPresent() && !problem.get().broken()) {
      throw problem.get();
    }
    return problem.isEmpty() && stored instanceof StoredNetwork.Sound sound
        ? Optional.of(sound)
        : Optional.empty();
  }

  /// The network whose numbers hash to that; of several the one with that input, if there is one.
  Optional<StoredNetwork.Sound> withHash(String sha256, @Nullable InputSpec input)
      throws IOException {
    return list().stream()
        .filter(StoredNetwork.Sound.class::isInstance)
        .map(StoredNetwork.Sound.class::cast)
        .filter(sound -> sound.sha256().equals(sha256))
        .min(Comparator.comparing(sound -> sound.input() != input));
  }

  /// Reads a network, and checks that its numbers are those that were kept.
  ///
  /// @param chosen the input it wants, where the user says it; null for its own
  /// @throws NetworkException where it is broken or can't be read
  public ReadNetwork load(StoredNetwork stored, @Nullable InputSpec chosen)
      throws NetworkException {
    return switch (stored) {
      case StoredNetwork.Broken broken ->
          throw Files.isReadable(broken.file())
              ? broken(broken, broken.problem(), null)
              : unreadable(broken, "it may not be opened", null);
      case StoredNetwork.Sound sound -> {
        ReadNetwork read;
        try {
          // what is known of other networks with these numbers doesn't count: the user may know
          // better
          read = NetworkReader.read(sound.file(), chosen != null ? chosen : sound.input());
        } catch (WeightsException e) {
          boolean contents =
              !(e.getCause() instanceof IOException || e.getCause() instanceof Error);
          String problem = String.valueOf(e.getMessage());
          throw contents ? broken(sound, problem, e) : unreadable(sound, problem, e);
        }
        if (!read.network().sha256().equals(sound.sha256())) {
          throw broken(sound, "its numbers are not those that were kept", null);
        }
        InputEvidence own = new InputEvidence(InputEvidence.Source.METADATA, Optional.empty());
        yield new ReadNetwork(
            read.network().called(sound.name()), chosen != null ? read.evidence() : own);
      }
    };
  }

  /// What is wrong with a network, all of it read; empty where nothing is.
  public Optional<NetworkException> problem(StoredNetwork stored) {
    try {
      load(stored, null);
      return Optional.empty();
    } catch (NetworkException e) {
      return Optional.of(e);
    }
  }

  /// Keeps a network, in place of one of that name. It is there whole or not at all.
  ///
  /// @throws NetworkException where the disk has no room, or it can't be written
  StoredNetwork.Sound keep(FeatureNetwork network, String name, About about) throws IOException {
    makeFolder(folder, name);
    requireRoom(name, bytesOf(network));
    Map<String, String> words = new HashMap<>();
    words.put(StoredHeader.SHA256, network.sha256());
    words.put(StoredHeader.ORIGIN, about.origin());
    words.put(StoredHeader.LICENCE, about.licence());
    words.put("software", "Pastiche " + Version.CURRENT);
    Path file = folder.resolve(name + ENDING);
    try {
      NetworkFile.write(network.called(name), words, file);
    } catch (FileException e) {
      Exception why = e.getCause() instanceof IOException cause ? cause : e;
      throw new NetworkException(
          name,
          "it can't be kept in %s (%s); free space there, change its permissions, or name another folder by PASTICHE_HOME"
              .formatted(folder, BesideFile.reason(why)),
          e);
    }
    return switch (StoredHeader.read(name, file)) {
      case StoredNetwork.Sound sound -> sound;
      case StoredNetwork.Broken broken -> throw broken(broken, broken.problem(), null);
    };
  }

  /// Throws NetworkException where the disk can't take so many bytes more.
  void requireRoom(String name, long bytes) throws IOException {
    long free = space.at(folder);
    if (free < bytes) {
      throw new NetworkException(
          name,
          "%s are needed in %s, and %s are free there; free space and try again"
              .formatted(Sizes.mb(bytes), folder, Sizes.mb(free)));
    }
  }

  /// Removes what processes left half written that were killed. What is new may be another's that
  /// is at work.
  void sweep() throws IOException {
    Instant old = Instant.now().minus(Duration.ofDays(1));
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, BesideFile.PATTERN)) {
      for (Path file : left) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /// What a network will take.
  static long bytesOf(FeatureNetwork network) {
    return network.parameters() * Float.BYTES + HEADER_ROOM;
  }

  /// Removes a network. Who paints with it goes on.
  ///
  /// @throws NetworkException where there is none of that name, or it can't be removed
  public void remove(String name) throws IOException {
    if (name.equals(CompactNetwork.NAME)) {
      throw new NetworkException(name, "it comes with Pastiche and can't be removed");
    }
    StoredNetwork stored =
        find(name)
            .orElseThrow(
                () ->
                    new NetworkException(
                        name, "it is not kept here; 'networks list' says what is"));
    boolean wasChosen = chosen().equals(name);
    try {
      Files.delete(stored.file());
    } catch (IOException e) {
      throw new NetworkException(
          name, "it can't be removed from %s; is it in use?".formatted(folder), e);
    }
    if (wasChosen) {
      choose(CompactNetwork.NAME);
    }
  }

  /// The network to paint with where none is named: the built-in one, until another is chosen.
  public String chosen() {
    try {
      String name =
          JsonMapper.shared().readTree(Files.readAllBytes(choice())).path("network").asString("");
      return find(name).isPresent() ? name : CompactNetwork.NAME;
    } catch (IOException | JacksonException e) {
      return CompactNetwork.NAME;
    }
  }

  /// Chooses the network to paint with where none is named.
  ///
  /// @param name of one that is kept here, or the built-in one's
  void choose(String name) throws IOException {
    makeFolder(folder, name);
    BesideFile.write(choice(), JsonMapper.shared().writeValueAsBytes(Map.of("network", name)));
  }

  /// A folder for what is not whole yet, made if need be.
  Path partFolder(String name) throws IOException {
    return makeFolder(folder.resolve(PARTS), name);
  }

  /// Sees to it that nobody else makes a network of that name until the lock is closed.
  ///
  /// @throws NetworkException where somebody does
  NameLock lock(String name) throws IOException {
    return NameLock.take(name, partFolder(name), underWay);
  }

  private Path choice() {
    return folder.resolve("default.json");
  }

  private static Path makeFolder(Path folder, String name) throws IOException {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      String why = e instanceof AccessDeniedException ? "permission denied" : "it can't be made";
      throw new NetworkException(
          name,
          "nothing can be kept in %s (%s); change its permissions, or name another by PASTICHE_HOME"
              .formatted(folder, why),
          e);
    }
  }

  private static NetworkException broken(
      StoredNetwork stored, String problem, @Nullable Throwable cause) {
    return NetworkException.broken(
        stored.name(),
        "the copy in %s is broken (%s); fetch or import it again"
            .formatted(stored.file().getParent(), problem),
        cause);
  }

  private static NetworkException unreadable(
      StoredNetwork stored, String problem, @Nullable Throwable cause) {
    return new NetworkException(
        stored.name(),
        "the copy in %s can't be read now (%s); change its permissions or close other programs, or remove it"
            .formatted(stored.file().getParent(), problem),
        cause);
  }

  private static String nameOf(Path file) {
    String leaf = Objects.requireNonNull(file.getFileName()).toString();
    return leaf.endsWith(ENDING) ? leaf.substring(0, leaf.length() - ENDING.length()) : "";
  }
}
