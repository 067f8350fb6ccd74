package studio.pastiche.engine.weights;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Map;

/// A safetensors file in memory or mapped into it.
final class SafetensorsFile implements TensorFile {
  private final String file;
  private final SafetensorsHeader header;
  private final MemorySegment data;

  private SafetensorsFile(String file, SafetensorsHeader header, MemorySegment data) {
    this.file = file;
    this.header = header;
    this.data = data;
  }

  /// Maps a file; it stays mapped for as long as its numbers are used.
  static SafetensorsFile map(String file, FileChannel channel) throws IOException {
    return of(file, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto()));
  }

  /// A file whose bytes are at hand.
  static SafetensorsFile of(String file, byte[] bytes) throws WeightsException {
    MemorySegment direct = Arena.ofAuto().allocate(bytes.length, Long.BYTES);
    return of(file, direct.copyFrom(MemorySegment.ofArray(bytes)));
  }

  private static SafetensorsFile of(String file, MemorySegment bytes) throws WeightsException {
    long first = Math.min(bytes.byteSize(), SafetensorsHeader.LENGTH_BYTES);
    long length = SafetensorsHeader.lengthOf(bytes.asSlice(0, first).asByteBuffer(), file);
    long rest = bytes.byteSize() - SafetensorsHeader.LENGTH_BYTES - length;
    if (rest < 0) {
      throw new WeightsException(
          file,
          "is cut short: its header takes %d bytes of %d; fetch it again"
              .formatted(length, bytes.byteSize()));
    }
    byte[] json =
        bytes.asSlice(SafetensorsHeader.LENGTH_BYTES, length).toArray(ValueLayout.JAVA_BYTE);
    return new SafetensorsFile(
        file,
        SafetensorsHeader.parse(file, json, rest),
        bytes.asSlice(SafetensorsHeader.LENGTH_BYTES + length));
  }

  @Override
  public Map<String, List<Integer>> shapes() {
    return header.shapes();
  }

  @Override
  public FloatBuffer numbers(String name) throws WeightsException {
    SafetensorsHeader.Entry entry = header.entries().get(name);
    if (entry == null) {
      throw new WeightsException(file, "has no tensor '" + name + "'");
    }
    long bytes = DirectNumbers.bytes(entry.shape(), entry.kind(), file, name);
    return DirectNumbers.of(data.asSlice(entry.begin(), bytes), entry.kind(), file, name);
  }

  @Override
  public Map<String, String> metadata() {
    return header.metadata();
  }

  @Override
  public void close() {}
}
