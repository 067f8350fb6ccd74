package studio.pastiche.picture;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/// A PNG (ISO/IEC 15948): its chunks.
final class PngFile implements PictureFile {
  static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";

  /// No honest profile or text is larger; a dishonest one could inflate to a thousand times its
  /// file.
  private static final int MOST_INFLATED = 1 << 26;

  private final Bytes file;
  private final List<Chunk> chunks;
  private final boolean cutShort;

  /// A chunk whose data is the bytes `from` up to but without `to`.
  record Chunk(String type, int from, int to) {}

  private PngFile(Bytes file, List<Chunk> chunks, boolean cutShort) {
    this.file = file;
    this.chunks = chunks;
    this.cutShort = cutShort;
  }

  static PngFile of(Bytes file) {
    List<Chunk> chunks = new ArrayList<>();
    int at = SIGNATURE.length();
    while (file.has(at, 12)) {
      long length = file.u32(at);
      if (!file.has(at + 8, length + 4)) {
        break;
      }
      int end = at + 8 + (int) length;
      String type = new String(file.slice(at + 4, at + 8), StandardCharsets.ISO_8859_1);
      chunks.add(new Chunk(type, at + 8, end));
      if (type.equals("IEND")) {
        return new PngFile(file, List.copyOf(chunks), false);
      }
      at = end + 4;
    }
    return new PngFile(file, List.copyOf(chunks), true);
  }

  @Override
  public boolean cutShort() {
    return cutShort;
  }

  /// The data of the first chunk of this type.
  Optional<byte[]> first(String type) {
    return all(type).stream().findFirst();
  }

  /// The data of all chunks of this type.
  List<byte[]> all(String type) {
    return chunks.stream()
        .filter(chunk -> chunk.type.equals(type))
        .map(chunk -> file.slice(chunk.from, chunk.to))
        .toList();
  }

  @Override
  public byte @Nullable [] exif() {
    return first("eXIf").orElse(null);
  }

  @Override
  public byte @Nullable [] iccProfile() {
    return first("iCCP").flatMap(PngFile::profileIn).orElse(null);
  }

  /// iCCP is a name, a zero, the compression method, and the profile compressed.
  private static Optional<byte[]> profileIn(byte[] data) {
    int nameEnd = indexOfZero(data, 0);
    return nameEnd < 0 || nameEnd + 2 > data.length
        ? Optional.empty()
        : inflated(data, nameEnd + 2);
  }

  static int indexOfZero(byte[] data, int from) {
    for (int i = from; i < data.length; i++) {
      if (data[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  /// The zlib stream from `from` on; empty if it is damaged or outrageously large.
  static Optional<byte[]> inflated(byte[] data, int from) {
    try (InflaterInputStream in =
        new InflaterInputStream(new ByteArrayInputStream(data, from, data.length - from))) {
      byte[] inflated = in.readNBytes(MOST_INFLATED);
      return inflated.length == MOST_INFLATED ? Optional.empty() : Optional.of(inflated);
    } catch (ZipException | EOFException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One chunk as it stands in a file: length, type, data, checksum.
  static byte[] chunk(String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    ByteBuffer chunk = ByteBuffer.allocate(12 + data.length);
    chunk.putInt(data.length).put(name).put(data).putInt((int) crc.getValue());
    return chunk.array();
  }

  @Override
  public ImageReader decoder() throws IOException {
    ImageReader reader = Codecs.reader("png");
    // Metadata ignored: texts that inflate to gigabytes, and broken ones, are not even looked at.
    reader.setInput(PictureFile.stream(file.array()), true, true);
    return reader;
  }
}
