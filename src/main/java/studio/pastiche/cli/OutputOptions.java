package studio.pastiche.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.pastiche.file.FileNames;
import studio.pastiche.picture.SaveOptions;
import studio.pastiche.session.InputPicture;

/// The options that say where the picture goes, and as what.
final class OutputOptions {
  private static final String OUT = "--out";

  @Option(
      names = OUT,
      paramLabel = "FILE",
      description = "Where to save: .png, .jpg or .tif. What is there is replaced.")
  private @Nullable Path out;

  @Option(
      names = "--bits",
      paramLabel = "8|16",
      description = "Bits a channel of a PNG or TIFF (default: 8 for PNG, 16 for TIFF).")
  private @Nullable Integer bits;

  @Option(names = "--quality", paramLabel = "N", description = "Of a JPEG, 1 to 100 (default: 95).")
  private @Nullable Integer quality;

  @Option(names = "--no-recipe", description = "Save the picture without its recipe inside.")
  private boolean noRecipe;

  @Option(
      names = "--snapshot-every",
      paramLabel = "N",
      description = "Save a snapshot after every N iterations.")
  private @Nullable Integer snapshotEvery;

  @Option(
      names = "--snapshot-dir",
      paramLabel = "FOLDER",
      description = "Where to; it is made if need be (default: beside --out, by its name).")
  private @Nullable Path snapshotDir;

  /// Throws WrongOption where none is given.
  Path out() {
    if (out == null) {
      throw new WrongOption(OUT, "a file to save the picture in is needed, such as painted.png");
    }
    return out;
  }

  boolean withRecipe() {
    return !noRecipe;
  }

  /// How to save. Throws WrongOption where the options do not go together.
  SaveOptions saveOptions() {
    if (snapshotEvery != null && snapshotEvery < 1) {
      throw new WrongOption("--snapshot-every", "1 or more is needed, not " + snapshotEvery);
    }
    if (snapshotDir != null && snapshotEvery == null) {
      throw new WrongOption("--snapshot-dir", "needs --snapshot-every N beside it");
    }
    return new Setting<>(byName())
        .with("--bits", bits, SaveOptions::withBits)
        .with("--quality", quality, SaveOptions::withQuality)
        .value();
  }

  /// Refuses a place where the picture could not be saved, before anything is painted.
  void checkPlace() throws IOException {
    requirePlace(out());
  }

  /// Refuses a file that could not be written.
  static void requirePlace(Path file) throws UnusableFile {
    Path folder = FileNames.folderOf(file);
    if (Files.isDirectory(file)) {
      throw new UnusableFile(file, "this is a folder; give a file's name in it");
    } else if (!Files.isDirectory(folder)) {
      throw new UnusableFile(
          file, "there is no folder %s; make it, or save elsewhere".formatted(folder));
    }
    requireWritable(folder, file, "save elsewhere");
  }

  /// Refuses to save over any of the files that are painted from.
  void spare(List<Path> inputs) throws IOException {
    Path file = out();
    for (Path input : inputs) {
      if (Files.exists(file) && Files.exists(input) && Files.isSameFile(file, input)) {
        throw new WrongOption(
            OUT, "%s is painted from, and would be lost; give another name".formatted(input));
      }
    }
  }

  /// The snapshots that are asked for; their folder is made.
  Snapshots snapshots(SaveOptions options) throws IOException {
    if (snapshotEvery == null) {
      return Snapshots.none();
    }
    Path folder =
        snapshotDir == null
            ? FileNames.folderOf(out())
                .resolve(FileNames.stem(InputPicture.nameOf(out())) + "-snapshots")
            : snapshotDir;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UnusableFile(folder, "this folder can't be made; give another --snapshot-dir");
    }
    requireWritable(folder, folder, "give another --snapshot-dir");
    return new Snapshots(snapshotEvery, folder, extension(), options, withRecipe());
  }

  /// Asks by writing: permissions alone do not tell of a disk that is read-only.
  private static void requireWritable(Path folder, Path file, String remedy) throws UnusableFile {
    try {
      Files.delete(Files.createTempFile(folder, ".pastiche-", ".part"));
    } catch (IOException e) {
      throw new UnusableFile(file, "%s can't be written in; %s".formatted(folder, remedy));
    }
  }

  private SaveOptions byName() {
    try {
      return SaveOptions.forFile(out());
    } catch (IllegalArgumentException e) {
      throw new WrongOption(OUT, String.valueOf(e.getMessage()));
    }
  }

  private String extension() {
    String name = InputPicture.nameOf(out());
    return name.substring(name.lastIndexOf('.'));
  }
}
