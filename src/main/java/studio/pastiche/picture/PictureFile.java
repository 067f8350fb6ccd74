package studio.pastiche.picture;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/// A picture file in memory, seen as its container: whether it is whole, what it says about its
/// pixels, and who decodes them. The kind is told by the content, never by the name.
sealed interface PictureFile permits JpegFile, PngFile, WebpFile, TiffFile, BmpFile, GifFile {
  /// The file's bytes as what they are, or empty if they are no picture that we read.
  static Optional<PictureFile> of(byte[] bytes) {
    Bytes content = new Bytes(bytes);
    if (content.hasAt(0, "\u00ff\u00d8\u00ff")) {
      return Optional.of(JpegFile.of(content));
    } else if (content.hasAt(0, PngFile.SIGNATURE)) {
      return Optional.of(PngFile.of(content));
    } else if (content.hasAt(0, "RIFF") && content.hasAt(8, "WEBP")) {
      return Optional.of(new WebpFile(content));
    } else if (TiffFile.isTiff(content)) {
      return Optional.of(TiffFile.of(content));
    } else if (content.hasAt(0, "GIF87a") || content.hasAt(0, "GIF89a")) {
      return Optional.of(new GifFile(content));
    } else if (content.hasAt(0, "BM") && content.u32le(14) >= 12) {
      return Optional.of(new BmpFile(content));
    }
    return Optional.empty();
  }

  /// Whether the file ends before its picture does. Decoders often fill the rest with grey and say
  /// nothing.
  boolean cutShort();

  /// The embedded colour profile, or null where there is none.
  default byte @Nullable [] iccProfile() {
    return null;
  }

  /// The EXIF block (a TIFF structure), or null where there is none.
  default byte @Nullable [] exif() {
    return null;
  }

  /// A new decoder that knows where the pixels are; the caller disposes of it.
  ImageReader decoder() throws IOException;

  /// Decodes the first picture.
  default Samples decode(ImageReader decoder) throws IOException {
    return Rasters.samplesOf(decoder.read(0));
  }

  /// The bytes as decoders want them. Nothing is cached on disk.
  static ImageInputStream stream(byte[] bytes) {
    return new ByteArrayImageInputStream(bytes);
  }
}
