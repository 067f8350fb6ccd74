package studio.pastiche.picture;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import studio.pastiche.file.BesideFile;
import studio.pastiche.file.FileException;

/// Writes a [Picture] as PNG, JPEG or TIFF, with an sRGB profile.
///
/// The file is written beside its place, flushed to the disk, and moved there: whatever goes wrong,
/// what was there before is still there, whole.
public final class PictureWriter {
  private PictureWriter() {}

  /// Writes `picture` to `file`, replacing what is there.
  ///
  /// @param embeddedText a text to put into the file, which [EmbeddedText#read] finds again; null
  ///   for none. Any length; it may not contain control characters other than tab, line feed and
  ///   carriage return
  /// @throws FileException if the file cannot be written; the old one is untouched then
  /// @throws IllegalArgumentException if the text has characters that XML cannot hold
  public static void write(
      Path file, Picture picture, SaveOptions options, @Nullable String embeddedText)
      throws FileException {
    if (embeddedText != null) {
      Xmp.requireText(embeddedText);
    }
    BesideFile.write(file, encoded(file, picture, options, embeddedText));
  }

  /// How many bytes a file of `picture` would have.
  ///
  /// @param embeddedText as for [#write]
  /// @throws PictureException if it can't be put into this kind of file
  public static long size(Picture picture, SaveOptions options, @Nullable String embeddedText)
      throws PictureException {
    return encoded(Path.of("picture"), picture, options, embeddedText).length;
  }

  private static byte[] encoded(
      Path file, Picture picture, SaveOptions options, @Nullable String text)
      throws PictureException {
    try {
      return switch (options) {
        case SaveOptions.Png png -> PngEncoder.encoded(picture, png, text);
        case SaveOptions.Jpeg jpeg -> JpegEncoder.encoded(picture, jpeg, text);
        case SaveOptions.Tiff tiff -> TiffEncoder.encoded(picture, tiff, text);
      };
    } catch (OutOfMemoryError e) {
      throw SizeLimits.outOfMemory(file.toString(), e);
    } catch (IOException e) {
      throw new PictureException(
          file.toString(),
          "the picture cannot be put into this kind of file (" + e.getMessage() + "); save a .png",
          e);
    }
  }
}
