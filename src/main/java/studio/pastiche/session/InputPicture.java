package studio.pastiche.session;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import studio.pastiche.engine.PictureReference;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.PictureException;
import studio.pastiche.picture.PictureReader;

/// A picture that the artist has chosen, with what a recipe remembers of it.
///
/// @param reference its name and hash
/// @param picture its pixels, at their own size
public record InputPicture(PictureReference reference, Picture picture) {
  /// Reads a picture file.
  ///
  /// @throws PictureException naming the file, the reason and the remedy
  public static InputPicture read(Path file) throws PictureException {
    InputFile read = InputFile.read(file);
    return new InputPicture(read.reference(), read.picture());
  }

  /// Reads a picture from a file's bytes.
  public static InputPicture read(byte[] bytes, String name) throws PictureException {
    return of(name, sha256().digest(bytes), PictureReader.read(bytes, name));
  }

  /// A picture that never was a file, such as a pasted one; its hash is that of its pixels.
  ///
  /// @param argb 0xAARRGGBB, row by row
  public static InputPicture ofPixels(String name, int width, int height, int[] argb) {
    MessageDigest digest = sha256();
    for (int pixel : argb) {
      for (int shift = 24; shift >= 0; shift -= 8) {
        digest.update((byte) (pixel >> shift));
      }
    }
    return of(name, digest.digest(), Picture.fromArgb(width, height, argb));
  }

  public String name() {
    return reference.name();
  }

  private static InputPicture of(String name, byte[] hash, Picture picture) {
    return new InputPicture(new PictureReference(name, HexFormat.of().formatHex(hash)), picture);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
