package studio.pastiche.picture;

import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.stream.StreamSupport;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/// A TIFF (revision 6.0, or BigTIFF), of which the first page counts.
final class TiffFile implements PictureFile {
  private static final int STRIP_OFFSETS = 273;
  private static final int STRIP_LENGTHS = 279;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_LENGTHS = 325;
  private static final int PHOTOMETRIC = 262;
  private static final int LAB = 8;
  private static final int ITU_LAB = 10;
  static final int XMP = 700;
  static final int ICC_PROFILE = 34675;

  private final Bytes file;

  /// The first page's tags; null where they lie beyond the end of the file.
  private final @Nullable Directory page;

  private TiffFile(Bytes file, @Nullable Directory page) {
    this.file = file;
    this.page = page;
  }

  static boolean isTiff(Bytes file) {
    return file.hasAt(0, "II*\0")
        || file.hasAt(0, "MM\0*")
        || file.hasAt(0, "II+\0")
        || file.hasAt(0, "MM\0+");
  }

  static TiffFile of(Bytes file) {
    try (ImageInputStream stream = PictureFile.stream(file.array())) {
      Directory read = new TIFFReader().read(stream);
      boolean found = read instanceof CompoundDirectory pages && pages.directoryCount() > 0;
      return new TiffFile(file, found ? ((CompoundDirectory) read).getDirectory(0) : null);
    } catch (IOException | RuntimeException e) {
      // Nonsense where the directory should be; so would the decoder find.
      return new TiffFile(file, null);
    }
  }

  private @Nullable Object value(int tag) {
    Entry entry = page == null ? null : page.getEntryById(tag);
    return entry == null ? null : entry.getValue();
  }

  private long[] numbers(int tag) {
    Object value = value(tag);
    if (value instanceof Number number) {
      return new long[] {number.longValue()};
    }
    if (value == null || !value.getClass().isArray()) {
      return new long[0];
    }
    long[] numbers = new long[Array.getLength(value)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Array.getLong(value, i);
    }
    return numbers;
  }

  @Override
  public boolean cutShort() {
    return page == null
        || hasTagsBeyondEnd(page)
        || anyBeyondEnd(numbers(STRIP_OFFSETS), numbers(STRIP_LENGTHS))
        || anyBeyondEnd(numbers(TILE_OFFSETS), numbers(TILE_LENGTHS));
  }

  /// TwelveMonkeys gives the exception as the value of a tag that it could not read.
  private static boolean hasTagsBeyondEnd(Directory page) {
    return StreamSupport.stream(page.spliterator(), false)
        .anyMatch(entry -> entry.getValue() instanceof EOFException);
  }

  private boolean anyBeyondEnd(long[] offsets, long[] lengths) {
    for (int i = 0; i < Math.min(offsets.length, lengths.length); i++) {
      if (!file.has(offsets[i], lengths[i])) {
        return true;
      }
    }
    return false;
  }

  /// Lab pictures have no use for their profile: the decoder gives them as sRGB.
  @Override
  public byte @Nullable [] iccProfile() {
    long[] photometric = numbers(PHOTOMETRIC);
    boolean lab = photometric.length > 0 && photometric[0] >= LAB && photometric[0] <= ITU_LAB;
    return !lab && value(ICC_PROFILE) instanceof byte[] profile ? profile : null;
  }

  /// The XMP packet, or null where there is none.
  byte @Nullable [] xmp() {
    return value(XMP) instanceof byte[] packet ? packet : null;
  }

  @Override
  public byte @Nullable [] exif() {
    return file.array();
  }

  @Override
  public ImageReader decoder() throws IOException {
    ImageReader reader = new TIFFImageReaderSpi().createReaderInstance(null);
    reader.setInput(PictureFile.stream(file.array()), false, true);
    return reader;
  }

  /// Decodes into the stored type: by itself the decoder puts premultiplied colours into an image
  /// that says they are not.
  @Override
  public Samples decode(ImageReader decoder) throws IOException {
    ImageReadParam stored = decoder.getDefaultReadParam();
    stored.setDestinationType(decoder.getRawImageType(0));
    return Rasters.samplesOf(decoder.read(0, stored));
  }
}
