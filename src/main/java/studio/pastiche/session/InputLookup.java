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
import studio.pastiche.engine.weights.NetworkReader;
import studio.pastiche.file.FileNames;
import studio.pastiche.file.Sha256;
import studio.pastiche.networks.Networks;
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
    folders.add(FileNames.folderOf(file));
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
        wanted.name(),
        option,
        file -> {
          byte[] bytes = FileBytes.of(file);
          return Sha256.of(bytes).equals(wanted.sha256())
              ? Optional.of(InputPicture.of(file, bytes))
              : Optional.empty();
        });
  }

  /// The network that `wanted` stands for: the built-in one, one that is kept on this machine, or a
  /// file of its name, whichever has the same numbers.
  ///
  /// @param option what the user would name the network with; for the message
  /// @throws IOException if it is not there, none is the same, or it can't be read
  public Found<FeatureNetwork> network(NetworkReference wanted, String option, Networks networks)
      throws IOException {
    Optional<Networks.Recalled> here = networks.recall(wanted);
    if (here.isPresent()) {
      return new Found<>(here.get().network(), here.get().file());
    }
    Optional<String> missing = networks.missing(wanted, option);
    if (missing.isPresent() && named(wanted.name()).isEmpty()) {
      throw new InputException(wanted.name() + ": " + missing.get());
    }
    return same(
        wanted.name(),
        "%s (%s)".formatted(wanted.name(), Networks.hash(wanted)),
        option,
        file ->
            Optional.of(NetworkReader.read(file, wanted.input()).network())
                .filter(network -> network.sha256().equals(wanted.sha256())));
  }

  /// What is in a file, or nothing where its bytes are not the ones that are wanted.
  private interface Reader<T> {
    Optional<T> ifSame(Path file) throws IOException;
  }

  /// What else bears the name may be anything.
  ///
  /// @param shown how a message names it
  private <T> Found<T> same(String name, String shown, String option, Reader<T> reader)
      throws IOException {
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
    throw notFound(shown, option, others);
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

  private InputException notFound(String shown, String option, List<Path> others) {
    if (others.isEmpty()) {
      return new InputException(
          "%s: the recipe needs this file, and it is not in %s; name it with %s FILE"
              .formatted(shown, inWords(folders), option));
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
