package studio.pastiche.session;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.pastiche.file.BesideFile;
import studio.pastiche.file.FileException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The user's own presets, in one file of JSON. Every change is read from the file and written
/// whole, so that two studios that are open at once lose none of the other's.
public final class PresetStore {
  /// The longest name that is kept.
  public static final int LONGEST_NAME = 60;

  private static final int FORMAT = 1;

  private final Path file;
  private final JsonMapper mapper = RecipeJson.mapper();

  /// What the file holds.
  private record Document(String application, int format, List<Entry> presets) {}

  private record Entry(String name, Look look) {}

  /// @param folder of the user's data; it is made when something is kept
  public PresetStore(Path folder) {
    file = folder.resolve("presets.json");
  }

  /// The user's presets in the order in which they were made.
  ///
  /// @throws FileException where the file can't be read; nothing is changed then
  public List<Preset> all() throws FileException {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      Document document =
          mapper.treeToValue(
              RecipeJson.withoutNulls(
                  mapper.readTree(Files.readString(file, StandardCharsets.UTF_8))),
              Document.class);
      if (document.format() > FORMAT) {
        throw new FileException(
            file.toString(),
            "a newer version of Pastiche wrote these presets; install that one to use them",
            null);
      }
      return document.presets().stream().map(e -> new Preset(e.name(), false, e.look())).toList();
    } catch (FileException e) {
      throw e;
    } catch (JacksonException e) {
      throw new FileException(
          file.toString(),
          RecipeJson.problem("the presets are", e) + "; mend the file or move it away",
          e);
    } catch (IOException e) {
      throw new FileException(
          file.toString(), "the presets can't be read (" + e.getMessage() + ")", e);
    }
  }

  /// Keeps a look under a name, in place of one that has it already.
  ///
  /// @throws IllegalArgumentException for a name that is empty or too long
  /// @throws FileException where it can't be written
  public Preset save(String name, Look look) throws FileException {
    Preset saved = new Preset(checked(name), false, look);
    List<Preset> presets = new ArrayList<>(usable());
    Optional<Preset> old = named(presets, saved.name());
    if (old.isPresent()) {
      presets.set(presets.indexOf(old.get()), saved);
    } else {
      presets.add(saved);
    }
    write(presets);
    return saved;
  }

  /// Gives a preset another name.
  ///
  /// @throws IllegalArgumentException for a name that is empty, too long or another preset's
  /// @throws FileException where it can't be written
  public Preset rename(Preset preset, String name) throws FileException {
    List<Preset> presets = new ArrayList<>(all());
    Preset renamed = new Preset(checked(name), false, preset.look());
    if (!renamed.name().equals(preset.name()) && named(presets, renamed.name()).isPresent()) {
      throw new IllegalArgumentException("there is a preset of that name already");
    }
    presets.replaceAll(each -> each.name().equals(preset.name()) ? renamed : each);
    write(presets);
    return renamed;
  }

  /// Throws FileException where the file can't be written.
  public void delete(Preset preset) throws FileException {
    write(all().stream().filter(each -> !each.name().equals(preset.name())).toList());
  }

  private static Optional<Preset> named(List<Preset> presets, String name) {
    return presets.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  private static String checked(String name) {
    String bare = name.strip();
    if (bare.isEmpty()) {
      throw new IllegalArgumentException("a preset needs a name");
    } else if (bare.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "a preset's name has at most %d characters".formatted(LONGEST_NAME));
    }
    return bare;
  }

  /// What is there. A damaged file is moved aside rather than written over.
  private List<Preset> usable() throws FileException {
    try {
      return all();
    } catch (FileException damaged) {
      if (!(damaged.getCause() instanceof JacksonException)) {
        throw damaged;
      }
      try {
        Files.move(
            file, Files.createTempFile(folder(), "presets-damaged-", ".json"), REPLACE_EXISTING);
        return List.of();
      } catch (IOException e) {
        damaged.addSuppressed(e);
        throw damaged;
      }
    }
  }

  private Path folder() {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }

  private void write(List<Preset> presets) throws FileException {
    Document document =
        new Document(
            "Pastiche",
            FORMAT,
            presets.stream().map(each -> new Entry(each.name(), each.look())).toList());
    try {
      Files.createDirectories(folder());
    } catch (IOException e) {
      throw BesideFile.explained(file, e);
    }
    BesideFile.write(file, mapper.writeValueAsBytes(document));
  }
}
