package studio.pastiche.picture;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/// A WebP (RFC 9649): RIFF chunks.
///
/// @param file the whole file
record WebpFile(Bytes file) implements PictureFile {
  private static final int FIRST_CHUNK = 12;
  private static final int EXTENDED_FLAGS = FIRST_CHUNK + 8;
  private static final int HAS_PROFILE = 0x20;

  @Override
  public boolean cutShort() {
    return !file.has(8, file.u32le(4));
  }

  private byte @Nullable [] chunk(String type) {
    long at = FIRST_CHUNK;
    while (file.has(at, 8)) {
      long length = file.u32le((int) at + 4);
      if (file.hasAt((int) at, type)) {
        return file.has(at + 8, length) ? file.slice((int) at + 8, (int) (at + 8 + length)) : null;
      }
      at += 8 + length + (length & 1);
    }
    return null;
  }

  @Override
  public byte @Nullable [] iccProfile() {
    return chunk("ICCP");
  }

  /// Some writers put JPEG's "Exif" in front of the TIFF structure.
  @Override
  public byte @Nullable [] exif() {
    byte[] exif = chunk("EXIF");
    if (exif == null) {
      return null;
    }
    Bytes bytes = new Bytes(exif);
    return bytes.hasAt(0, "Exif\0\0") ? bytes.slice(6, bytes.length()) : exif;
  }

  /// The decoder would convert by the profile in 8 bits, so it is not shown that there is one.
  @Override
  public ImageReader decoder() throws IOException {
    byte[] bytes = file.array();
    if (file.hasAt(FIRST_CHUNK, "VP8X") && file.has(EXTENDED_FLAGS, 1)) {
      bytes = bytes.clone();
      bytes[EXTENDED_FLAGS] &= ~HAS_PROFILE;
    }
    ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
    reader.setInput(PictureFile.stream(bytes), false, true);
    return reader;
  }
}
