package studio.pastiche.session;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.PictureReference;
import studio.pastiche.file.Sha256;
import studio.pastiche.picture.FileBytes;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.PictureException;
import studio.pastiche.picture.PictureReader;

/// A picture to paint from, with what a recipe remembers of it. Both come from one reading, so they
/// belong together even where the file changes meanwhile.
///
/// @param reference its name and hash
/// @param picture its pixels, at their own size
/// @param original the file's bytes, not to be written; null where it never was a file
public record InputPicture(
    PictureReference reference, Picture picture, byte @Nullable [] original) {
  /// Reads a picture file.
  ///
  /// @throws PictureException naming the file, the reason and the remedy
  public static InputPicture read(Path file) throws PictureException {
    return of(file, FileBytes.of(file));
  }

  /// The picture in a file whose bytes are at hand.
  static InputPicture of(Path file, byte[] bytes) throws PictureException {
    return of(nameOf(file), Sha256.of(bytes), PictureReader.read(bytes, file.toString()), bytes);
  }

  /// Reads a picture from a file's bytes.
  public static InputPicture read(byte[] bytes, String name) throws PictureException {
    return of(name, Sha256.of(bytes), PictureReader.read(bytes, name), bytes);
  }

  /// A picture that never was a file, such as a pasted one; its hash is that of its pixels.
  ///
  /// @param argb 0xAARRGGBB, row by row
  public static InputPicture ofPixels(String name, int width, int height, int[] argb) {
    return of(name, Sha256.of(argb), Picture.fromArgb(width, height, argb), null);
  }

  /// A file's name without its folder, as recipes write it.
  public static String nameOf(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  public String name() {
    return reference.name();
  }

  private static InputPicture of(
      String name, String sha256, Picture picture, byte @Nullable [] original) {
    return new InputPicture(new PictureReference(name, sha256), picture, original);
  }
}
