package studio.pastiche.picture;

import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/// A JPEG (ITU-T T.81): its marker segments up to the picture's data, and whether the data is there
/// to the end.
final class JpegFile implements PictureFile {
  private static final String ICC = "ICC_PROFILE\0";
  private static final String EXIF = "Exif\0\0";
  private static final int START_OF_SCAN = 0xda;
  private static final int END_OF_IMAGE = 0xd9;

  private final Bytes file;
  private final List<Segment> segments;
  private final boolean cutShort;

  /// A marker segment whose payload is the bytes `from` up to but without `to`.
  record Segment(int marker, int from, int to) {}

  private JpegFile(Bytes file, List<Segment> segments, boolean cutShort) {
    this.file = file;
    this.segments = segments;
    this.cutShort = cutShort;
  }

  static JpegFile of(Bytes file) {
    List<Segment> segments = new ArrayList<>();
    int at = 2;
    while (true) {
      at = markerFrom(file, at);
      int marker = file.u8(at + 1);
      if (marker == END_OF_IMAGE || marker == Bytes.NOTHING) {
        return new JpegFile(file, List.copyOf(segments), marker != END_OF_IMAGE);
      }
      int length = file.u16(at + 2);
      if (isBare(marker)) {
        at += 2;
      } else if (length < 2 || !file.has(at + 2, length)) {
        return new JpegFile(file, List.copyOf(segments), true);
      } else {
        segments.add(new Segment(marker, at + 4, at + 2 + length));
        at += 2 + length;
      }
    }
  }

  /// Where the next marker begins, skipping compressed data (in which 0xFF00 is a plain 0xFF) and
  /// fill bytes.
  private static int markerFrom(Bytes file, int start) {
    byte[] array = file.array();
    for (int at = start; at < array.length - 1; at++) {
      if (array[at] == (byte) 0xff && array[at + 1] != 0 && array[at + 1] != (byte) 0xff) {
        return at;
      }
    }
    return array.length;
  }

  /// Restart markers, SOI and TEM have no payload.
  private static boolean isBare(int marker) {
    return (marker >= 0xd0 && marker <= 0xd8) || marker == 0x01;
  }

  @Override
  public boolean cutShort() {
    return cutShort;
  }

  /// The payloads of the segments `marker` that begin with `name`, without it, in their order.
  List<byte[]> payloads(int marker, String name) {
    return segments.stream()
        .takeWhile(segment -> segment.marker != START_OF_SCAN)
        .filter(segment -> segment.marker == marker && file.hasAt(segment.from, name))
        .map(segment -> file.slice(Math.min(segment.from + name.length(), segment.to), segment.to))
        .toList();
  }

  @Override
  public byte @Nullable [] exif() {
    return payloads(0xe1, EXIF).stream().findFirst().orElse(null);
  }

  /// ICC.1:2022, annex B.4: each part begins with its number and how many there are.
  @Override
  public byte @Nullable [] iccProfile() {
    List<byte[]> parts =
        payloads(0xe2, ICC).stream()
            .filter(part -> part.length > 2)
            .sorted(Comparator.comparingInt(part -> part[0] & 0xff))
            .toList();
    ByteArrayOutputStream profile = new ByteArrayOutputStream();
    parts.forEach(part -> profile.write(part, 2, part.length - 2));
    return parts.isEmpty() ? null : profile.toByteArray();
  }

  @Override
  public ImageReader decoder() throws IOException {
    ImageReader reader = Codecs.jpegReader();
    reader.setInput(PictureFile.stream(file.array()), true, true);
    return reader;
  }

  /// Decodes the stored channels, and turns them into grey, RGB or CMYK here, in float: the decoder
  /// would round, and would convert by its own idea of the profile.
  @Override
  public Samples decode(ImageReader decoder) throws IOException {
    Raster raster = decoder.readRaster(0, null);
    Size size = new Size(raster.getWidth(), raster.getHeight());
    int channels = raster.getNumBands();
    return switch (channels) {
      case 1, 2 -> new Samples(size, Samples.Model.GREY, Rasters.planes(raster, 1), null);
      case 3 -> {
        float[] planes = Rasters.planes(raster, 3);
        if (isLumaChroma(3)) {
          lumaChromaToRgb(planes, (int) size.pixels());
        }
        yield new Samples(size, Samples.Model.RGB, planes, null);
      }
      case 4 -> new Samples(size, Samples.Model.CMYK, inks(raster), null);
      default -> throw new IIOException(channels + " channels");
    };
  }

  /// As Adobe writes them and everybody reads them: a stored 255 is no ink, and YCCK's first three
  /// are luma and chroma of the inks themselves (libjpeg's ycck_cmyk_convert, and inverted).
  private float[] inks(Raster raster) {
    float[] planes = Rasters.planes(raster, 4);
    int pixels = raster.getWidth() * raster.getHeight();
    boolean lumaChroma = isLumaChroma(4);
    if (lumaChroma) {
      lumaChromaToRgb(planes, pixels);
    }
    for (int i = lumaChroma ? 3 * pixels : 0; i < planes.length; i++) {
      planes[i] = 1 - planes[i];
    }
    return planes;
  }

  /// Whether the channels are YCbCr or YCCK. JPEG itself does not say; libjpeg's rules (jdapimin.c)
  /// are what writers rely on.
  private boolean isLumaChroma(int channels) {
    boolean jfif = !payloads(0xe0, "JFIF\0").isEmpty();
    Optional<byte[]> adobe =
        payloads(0xee, "Adobe").stream().filter(payload -> payload.length >= 7).findFirst();
    if (channels == 3 && jfif) {
      return true;
    }
    if (adobe.isPresent()) {
      return adobe.get()[6] != 0;
    }
    return channels == 3 && !componentNames().equals("RGB");
  }

  private String componentNames() {
    return segments.stream()
        .filter(segment -> isFrame(segment.marker))
        .findFirst()
        .map(
            frame -> {
              StringBuilder names = new StringBuilder();
              for (int at = frame.from + 6; at + 2 < frame.to; at += 3) {
                names.append((char) file.u8(at));
              }
              return names.toString();
            })
        .orElse("");
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  /// JFIF 1.02: full-range ITU-R BT.601, in place, in the first three planes.
  private static void lumaChromaToRgb(float[] planes, int pixels) {
    float middle = 128 / 255f;
    for (int i = 0; i < pixels; i++) {
      float y = planes[i];
      float cb = planes[pixels + i] - middle;
      float cr = planes[2 * pixels + i] - middle;
      planes[i] = Math.clamp(y + 1.402f * cr, 0f, 1f);
      planes[pixels + i] = Math.clamp(y - 0.344136f * cb - 0.714136f * cr, 0f, 1f);
      planes[2 * pixels + i] = Math.clamp(y + 1.772f * cb, 0f, 1f);
    }
  }
}
