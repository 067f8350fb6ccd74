package studio.pastiche.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import studio.pastiche.engine.PictureReference;
import studio.pastiche.file.BesideFile;
import studio.pastiche.file.FileException;
import studio.pastiche.file.Sha256;
import studio.pastiche.picture.FileBytes;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.PictureReader;
import studio.pastiche.picture.PictureWriter;
import studio.pastiche.picture.SaveOptions;

/// The session's input pictures as files, so that it needs the artist's own files no more: the very
/// bytes of those that were files, and PNGs of those that never were.
public final class InputStore {
  private final Path folder;

  public InputStore(SessionFolder session) {
    folder = session.inputs();
  }

  /// Keeps a picture, unless it is there already.
  public void keep(InputPicture input) throws IOException {
    Path file = file(input.reference());
    if (Files.exists(file)) {
      return;
    }
    byte[] original = input.original();
    if (original == null) {
      PictureWriter.write(file, input.picture(), new SaveOptions.Png(8), null);
    } else {
      BesideFile.write(file, original);
    }
  }

  /// Reads a picture that was kept.
  ///
  /// @throws FileException where it is missing, damaged or another one
  public InputPicture picture(PictureReference wanted) throws FileException {
    byte[] bytes = FileBytes.of(file(wanted));
    Picture picture = PictureReader.read(bytes, wanted.name());
    if (Sha256.of(bytes).equals(wanted.sha256())) {
      return new InputPicture(wanted, picture, bytes);
    } else if (Sha256.of(picture.toArgb()).equals(wanted.sha256())) {
      return new InputPicture(wanted, picture, null);
    }
    throw new FileException(
        wanted.name(), "this is another picture than was painted with; open that one again", null);
  }

  /// Where a picture is or would be.
  Path file(PictureReference of) {
    return folder.resolve(nameOf(of));
  }

  /// A name that no file system minds: the hash, and what the picture's own name ends with.
  static String nameOf(PictureReference of) {
    String name = of.name();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String sha256 = of.sha256().matches("[0-9a-f]{1,64}") ? of.sha256() : "unknown";
    return ending.matches("[a-z0-9]{1,5}") && name.contains(".")
        ? sha256 + "." + ending
        : sha256 + ".png";
  }
}
