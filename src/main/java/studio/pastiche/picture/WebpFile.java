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

  /// Where a pixel has no neighbour.
  private static final int NONE = -1;

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

  @Override
  public Samples decode(ImageReader decoder) throws IOException {
    Samples samples = PictureFile.super.decode(decoder);
    byte[] chunk = chunk("ALPH");
    boolean compressed = chunk != null && chunk.length > 0 && (chunk[0] & 3) != 0;
    if (chunk == null || compressed || chunk.length <= samples.size().pixels()) {
      return samples;
    }
    // The decoder leaves out alpha that is not compressed.
    float[] alpha = storedAlpha(chunk, samples.size());
    return new Samples(samples.size(), samples.model(), samples.colour(), alpha);
  }

  /// RFC 9649, 2.7.1.2: each value is the difference from one predicted by its neighbours.
  private static float[] storedAlpha(byte[] chunk, Size size) {
    int filter = chunk[0] >> 2 & 3;
    int width = size.width();
    int[] values = new int[(int) size.pixels()];
    float[] alpha = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      int left = i % width > 0 ? values[i - 1] : NONE;
      int above = i >= width ? values[i - width] : NONE;
      int corner = left != NONE && above != NONE ? values[i - width - 1] : NONE;
      values[i] = chunk[i + 1] + predicted(filter, left, above, corner) & 0xff;
      alpha[i] = values[i] / 255f;
    }
    return alpha;
  }

  private static int predicted(int filter, int left, int above, int corner) {
    if (filter == 0 || (left == NONE && above == NONE)) {
      return 0;
    } else if (left == NONE || above == NONE) {
      return Math.max(left, above);
    }
    return switch (filter) {
      case 1 -> left;
      case 2 -> above;
      default -> Math.clamp(left + above - corner, 0, 255);
    };
  }
}
