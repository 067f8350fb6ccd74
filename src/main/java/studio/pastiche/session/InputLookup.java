package studio.pastiche.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.PictureReference;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.NetworkCatalogue;
import studio.pastiche.engine.weights.NetworkLoader;
import studio.pastiche.engine.weights.NetworkReader;
import studio.pastiche.file.Sha256;
import studio.pastiche.picture.FileBytes;

/// Finds again what a recipe remembers: by its name in some folders, and by its hash.
public final class InputLookup {
  private final List<Path> folders;

  /// What was found.
  ///
  /// @param file where, or null for what is built in
  public record Found<T>(T input, @Nullable Path file) {}

  /// Looks in these folders, in this order.
  public InputLookup(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /// Looks beside `file`, then in the current folder.
  public static InputLookup beside(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Set<Path> folders = new LinkedHashSet<>();
    folders.add(FileBytes.folderOf(file));
    folders.add(here);
    return new InputLookup(List.copyOf(folders));
  }

  /// The picture that `wanted` stands for.
  ///
  /// @param option what the user would name the file with, such as `--content`; for the message
  /// @throws IOException if no file of that name is there, none is the same, or it can't be read
  public Found<InputPicture> picture(PictureReference wanted, String option) throws IOException {
    return same(
        wanted.name(),
        option,
        file -> {
          byte[] bytes = FileBytes.of(file);
          return Sha256.of(bytes).equals(wanted.sha256())
              ? Optional.of(InputPicture.of(file, bytes))
              : Optional.empty();
        });
  }

  /// The network that `wanted` stands for.
  ///
  /// @param option what the user would name the network with; for the message
  /// @throws IOException if it is not there, none is the same, or it can't be read
  public Found<FeatureNetwork> network(NetworkReference wanted, String option) throws IOException {
    Optional<NetworkCatalogue.Entry> known = NetworkCatalogue.find(wanted.name());
    if (known.isPresent() && known.get().sha256().equals(wanted.sha256())) {
      return new Found<>(NetworkLoader.load(wanted.name(), wanted.input()).network(), null);
    }
    if (known.isPresent() && named(wanted.name()).isEmpty()) {
      throw new InputException(
          "%s: this version of Pastiche has another network of that name; paint with it by %s %s"
              .formatted(wanted.name(), option, wanted.name()));
    }
    return same(
        wanted.name(),
        option,
        file ->
            NetworkReader.sha256(file).equals(wanted.sha256())
                ? Optional.of(NetworkReader.read(file, wanted.input()).network())
                : Optional.empty());
  }

  /// What is in a file, or nothing where its bytes are not the ones that are wanted.
  private interface Reader<T> {
    Optional<T> ifSame(Path file) throws IOException;
  }

  /// Decodes only the very bytes that are wanted: what else bears the name may be anything.
  private <T> Found<T> same(String name, String option, Reader<T> reader) throws IOException {
    List<Path> others = new ArrayList<>();
    @Nullable IOException unreadable = null;
    for (Path file : named(name)) {
      try {
        Optional<T> same = reader.ifSame(file);
        if (same.isPresent()) {
          return new Found<>(same.get(), file);
        }
        others.add(file);
      } catch (IOException e) {
        unreadable = unreadable == null ? e : unreadable;
      }
    }
    if (others.isEmpty() && unreadable != null) {
      throw unreadable;
    }
    throw notFound(name, option, others);
  }

  private List<Path> named(String name) {
    try {
      // a recipe comes from anywhere: never follow it out of the folders
      Path leaf = Path.of(InputPicture.nameOf(Path.of(name)));
      return folders.stream()
          .map(folder -> folder.resolve(leaf))
          .filter(Files::isRegularFile)
          .toList();
    } catch (InvalidPathException e) {
      return List.of();
    }
  }

  private InputException notFound(String name, String option, List<Path> others) {
    if (others.isEmpty()) {
      return new InputException(
          "%s: the recipe needs this file, and it is not in %s; name it with %s FILE"
              .formatted(name, inWords(folders), option));
    }
    return new InputException(
        "%s: this is not the file that the recipe was painted with; name that one with %s FILE, or"
                .formatted(others.getFirst(), option)
            + " this one to paint with it all the same");
  }

  private static String inWords(List<Path> folders) {
    return String.join(" or ", folders.stream().map(Path::toString).toList());
  }
}
