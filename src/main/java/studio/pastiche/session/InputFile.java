package studio.pastiche.session;

import java.nio.file.Path;
import studio.pastiche.engine.PictureReference;
import studio.pastiche.picture.FileBytes;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.PictureException;
import studio.pastiche.picture.PictureReader;
import studio.pastiche.picture.Sha256;

/// A picture from a file, and what a recipe remembers of it. Both come from one reading, so they
/// belong together even where the file changes meanwhile.
public record InputFile(Picture picture, PictureReference reference) {

  /// Reads the picture in `file`.
  ///
  /// @throws PictureException if the file cannot be read or is no picture
  public static InputFile read(Path file) throws PictureException {
    return of(file, FileBytes.of(file));
  }

  /// The picture in a file whose bytes are at hand.
  static InputFile of(Path file, byte[] bytes) throws PictureException {
    Picture picture = PictureReader.read(bytes, file.toString());
    return new InputFile(picture, new PictureReference(nameOf(file), Sha256.of(bytes)));
  }

  /// The file's name without its folder, as recipes write it.
  public static String nameOf(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }
}
