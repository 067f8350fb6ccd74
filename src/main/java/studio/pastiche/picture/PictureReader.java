package studio.pastiche.picture;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/// Reads JPEG, PNG, WebP, TIFF, BMP and GIF (the first frame) into a [Picture]: upright as its EXIF
/// says, in sRGB as its colour profile says, 16 bits kept, alpha kept aside.
///
/// What a file is, its content says, not its name. A file that ends before its picture does is
/// refused, and so is one that claims a size no computer of the day would paint.
public final class PictureReader {
  private PictureReader() {}

  /// Reads the picture in `file`.
  ///
  /// @throws PictureException if the file cannot be read, is no picture, is damaged or too large
  public static Picture read(Path file) throws PictureException {
    return read(FileBytes.of(file), file.toString());
  }

  /// Reads the picture in `bytes`, the content of a file of this name; the name is for messages
  /// only.
  ///
  /// @throws PictureException if it is no picture, is damaged or too large
  public static Picture read(byte[] bytes, String name) throws PictureException {
    if (bytes.length == 0) {
      throw new PictureException(name, "the file is empty; export or download it again");
    }
    PictureFile file =
        PictureFile.of(bytes)
            .orElseThrow(() -> new PictureException(name, UnknownFile.explained(bytes)));
    if (file.cutShort()) {
      throw cutShort(name, null);
    }
    try {
      return picture(file, name);
    } catch (PictureException e) {
      throw e;
    } catch (OutOfMemoryError e) {
      throw SizeLimits.outOfMemory(name, e);
    } catch (IOException | RuntimeException e) {
      if (ranOutOfData(e)) {
        throw cutShort(name, e);
      }
      // Decoders meet damaged files with whatever exception the damage happens to cause.
      throw new PictureException(
          name,
          "the file is damaged or of a rare kind ("
              + reason(e)
              + "); open it in another program and export it as PNG",
          e);
    }
  }

  private static Picture picture(PictureFile file, String name) throws IOException {
    ImageReader decoder = file.decoder();
    try {
      Size stored = SizeLimits.checked(name, decoder.getWidth(0), decoder.getHeight(0));
      List<String> warnings = new ArrayList<>();
      decoder.addIIOReadWarningListener((_, warning) -> warnings.add(warning));
      Samples samples = file.decode(decoder);
      if (warnings.stream().anyMatch(PictureReader::tellsOfMissingData)) {
        throw cutShort(name, null);
      }
      float[] rgb = ColourConversion.toSrgb(samples, file.iccProfile());
      Orientation orientation = orientationOf(file.exif());
      Size upright = orientation.upright(stored);
      float[] alpha = samples.alpha();
      return Picture.of(
          upright.width(),
          upright.height(),
          orientation.upright(rgb, stored, 3),
          alpha == null ? null : orientation.upright(alpha, stored, 1));
    } finally {
      decoder.dispose();
    }
  }

  private static boolean ranOutOfData(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof EOFException) {
        return true;
      }
    }
    return false;
  }

  /// libjpeg's words when the data of a JPEG runs out before its last row.
  private static boolean tellsOfMissingData(String warning) {
    return warning.contains("Premature end") || warning.contains("premature end");
  }

  private static Orientation orientationOf(byte @Nullable [] exif) {
    if (exif == null) {
      return Orientation.UPRIGHT;
    }
    Metadata metadata = new Metadata();
    new ExifReader().extract(new ByteArrayReader(exif), metadata, 0);
    ExifIFD0Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    Integer value =
        directory == null ? null : directory.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
    return value == null ? Orientation.UPRIGHT : Orientation.ofExif(value);
  }

  private static PictureException cutShort(String name, @Nullable Exception cause) {
    return new PictureException(
        name, "the file is cut short; copy or download it again, or export it again", cause);
  }

  private static String reason(Exception e) {
    String message = e.getMessage();
    return message == null || message.isBlank()
        ? e.getClass().getSimpleName()
        : message.lines().findFirst().orElse("").strip();
  }
}
