package studio.pastiche.session;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import studio.pastiche.engine.PictureReference;
import studio.pastiche.picture.FileBytes;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.PictureException;
import studio.pastiche.picture.PictureReader;

/// A picture from a file, and what a recipe remembers of it. Both come from one reading, so they
/// belong together even where the file changes meanwhile.
public record InputFile(Picture picture, PictureReference reference) {

  /// Reads the picture in `file`.
  ///
  /// @throws PictureException if the file cannot be read or is no picture
  public static InputFile read(Path file) throws PictureException {
    byte[] bytes = FileBytes.of(file);
    Picture picture = PictureReader.read(bytes, file.toString());
    return new InputFile(picture, new PictureReference(nameOf(file), sha256(bytes)));
  }

  /// The file's name without its folder, as recipes write it.
  public static String nameOf(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
