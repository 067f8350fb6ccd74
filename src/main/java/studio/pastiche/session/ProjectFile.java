package studio.pastiche.session;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Inputs;
import studio.pastiche.engine.PictureReference;
import studio.pastiche.engine.Recipe;
import studio.pastiche.file.BesideFile;
import studio.pastiche.file.FileException;
import tools.jackson.databind.node.ObjectNode;

/// A document in one file, a zip: `project.json` (see [DocumentJson]), `inputs/` with the pictures'
/// own bytes, `snapshots/` and `states/`; and the JSON once more at its end, for when the first is
/// damaged. What is compressed already is stored as it is, so that one that is cut short or damaged
/// gives up as much as is there.
public final class ProjectFile {
  public static final String EXTENSION = ".pastiche";

  static final String JSON = "project.json";
  static final String JSON_AGAIN = "project-again.json";

  private ProjectFile() {}

  /// Whether a file is called like a project.
  public static boolean isNamedSo(Path file) {
    return InputPicture.nameOf(file).toLowerCase(Locale.ROOT).endsWith(EXTENSION);
  }

  /// A document that was read, and what could not be.
  public record Opened(Document document, List<Damage> damages) {
    public Opened {
      damages = List.copyOf(damages);
    }
  }

  /// Writes `document`, whose files are in `folder`, replacing what is there whole or not at all.
  ///
  /// @param progress is told from 0 to 1
  /// @throws FileException where it can't be written; the old one is untouched then
  public static void write(
      Path file, Document document, SessionFolder folder, DoubleConsumer progress)
      throws FileException {
    byte[] json = new DocumentJson().write(document.asProject()).getBytes(StandardCharsets.UTF_8);
    BesideFile.write(
        file,
        channel -> {
          Map<String, Path> files = files(document, folder);
          OutputStream raw = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
          ZipOutputStream zip = new ZipOutputStream(raw);
          deflated(zip, JSON, json);
          int done = 0;
          for (Map.Entry<String, Path> each : files.entrySet()) {
            stored(zip, each.getKey(), each.getValue());
            progress.accept((double) ++done / files.size());
          }
          deflated(zip, JSON_AGAIN, json);
          zip.finish();
          raw.flush();
        });
  }

  /// What goes in besides the text, by its name there. What a damaged project has lost is left out.
  private static Map<String, Path> files(Document document, SessionFolder folder)
      throws IOException {
    InputStore inputs = new InputStore(folder);
    for (InputPicture each : document.inputs()) {
      inputs.keep(each);
    }
    Map<String, Path> files = new LinkedHashMap<>();
    for (PictureReference each : references(document)) {
      files.put("inputs/" + InputStore.nameOf(each), inputs.file(each));
    }
    for (Snapshot each : document.snapshots()) {
      for (Path file : List.of(each.file(), SnapshotStore.thumbnailOf(each.file()))) {
        files.put("snapshots/" + file.getFileName(), file);
      }
    }
    for (Snapshot each : document.snapshots()) {
      if (each.state() != null) {
        files.put("states/" + each.state().getFileName(), each.state());
      }
    }
    files.values().removeIf(f -> !Files.isRegularFile(f));
    return files;
  }

  /// Every input of the wells and of the branches, also of those that they go on from.
  private static Set<PictureReference> references(Document document) {
    Stream<PictureReference> wells = document.inputs().stream().map(InputPicture::reference);
    Stream<PictureReference> runs =
        document.branches().stream().flatMap(b -> references(b.recipe()));
    return Stream.concat(wells, runs).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Stream<PictureReference> references(Recipe recipe) {
    Inputs inputs = recipe.inputs();
    Stream<PictureReference> own =
        Stream.of(
                Stream.of(inputs.content()),
                inputs.styles().stream(),
                Stream.ofNullable(inputs.init()))
            .flatMap(each -> each);
    return recipe.continues() == null
        ? own
        : Stream.concat(own, references(recipe.continues().recipe()));
  }

  private static void deflated(ZipOutputStream zip, String name, byte[] content)
      throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private static void stored(ZipOutputStream zip, String name, Path file) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    long size = Files.size(file);
    entry.setSize(size);
    entry.setCompressedSize(size);
    entry.setCrc(crc(file));
    zip.putNextEntry(entry);
    Files.copy(file, zip);
    zip.closeEntry();
  }

  private static long crc(Path file) throws IOException {
    CRC32 crc = new CRC32();
    byte[] chunk = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        crc.update(chunk, 0, read);
      }
    }
    return crc.getValue();
  }

  /// Opens a project: its files are copied into `folder`, which is new. As much as can be rescued
  /// of a damaged one is opened.
  ///
  /// @param progress is told from 0 to 1
  /// @throws FileException where there is nothing to open, or it is of a newer version; the folder
  ///   may hold files then
  public static Opened open(Path file, SessionFolder folder, DoubleConsumer progress)
      throws FileException {
    if (Files.isDirectory(file)) {
      throw new ProjectException(
          file.toString(), "this is a folder; choose a .pastiche file in it", null);
    }
    try {
      List<Damage> damages = new ArrayList<>();
      ProjectEntries.Texts texts = ProjectEntries.unpack(file, folder, damages, progress);
      ObjectNode root = root(texts, file.toString(), damages);
      Document document = new DocumentJson().read(root, folder, damages);
      return new Opened(document.asProject().in(file), damages);
    } catch (FileException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw new ProjectException(
          file.toString(), "there is no such file; it was moved, renamed or deleted", e);
    } catch (IOException e) {
      throw new ProjectException(
          file.toString(),
          "it can't be opened (%s); check the disk, and free space on it".formatted(e.getMessage()),
          e);
    }
  }

  /// The first of the two texts that can be understood. That it is of a newer version counts as
  /// understood.
  private static ObjectNode root(ProjectEntries.Texts texts, String name, List<Damage> damages)
      throws ProjectException {
    DocumentJson json = new DocumentJson();
    @Nullable ProjectException first = null;
    for (byte[] text : texts.inOrder()) {
      try {
        ObjectNode root = json.tree(text, name);
        if (first != null) {
          damages.add(new Damage(Damage.Kind.FILE, ""));
        }
        return root;
      } catch (ProjectException e) {
        first = first == null ? e : first;
      }
    }
    throw first != null
        ? first
        : new ProjectException(
            name, "this is no project of Pastiche, or nothing is left of it", null);
  }
}
