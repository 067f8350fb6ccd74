package studio.pastiche.engine.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/// A safetensors file whose bytes are at hand.
final class Safetensors {
  private final String file;
  private final SafetensorsHeader header;
  private final ByteBuffer data;

  private Safetensors(String file, SafetensorsHeader header, ByteBuffer data) {
    this.file = file;
    this.header = header;
    this.data = data;
  }

  /// Reads the header of a file's bytes. Throws WeightsException where they are no safetensors
  /// file.
  static Safetensors parse(String file, byte[] bytes) throws WeightsException {
    long length = SafetensorsHeader.lengthOf(ByteBuffer.wrap(bytes), file);
    long rest = bytes.length - SafetensorsHeader.LENGTH_BYTES - length;
    if (rest < 0) {
      throw new WeightsException(
          file,
          "is cut short: its header takes %d bytes of %d; fetch it again"
              .formatted(length, bytes.length));
    }
    int start = SafetensorsHeader.LENGTH_BYTES + (int) length;
    byte[] json = Arrays.copyOfRange(bytes, SafetensorsHeader.LENGTH_BYTES, start);
    ByteBuffer data = ByteBuffer.wrap(bytes).slice(start, (int) rest);
    return new Safetensors(
        file, SafetensorsHeader.parse(file, json, rest), data.order(ByteOrder.LITTLE_ENDIAN));
  }

  /// A word of the file's own metadata.
  Optional<String> metadata(String key) {
    return Optional.ofNullable(header.metadata().get(key));
  }

  boolean has(String name) {
    return header.entries().containsKey(name);
  }

  /// The tensor's sizes. Throws WeightsException where it is missing.
  int[] shape(String name) throws WeightsException {
    return tensor(name).shape().stream().mapToInt(size -> size).toArray();
  }

  /// The tensor's numbers as float32, from F32, F16 or BF16. Throws WeightsException where it is
  /// missing, of another kind, or not finite.
  float[] numbers(String name) throws WeightsException {
    SafetensorsHeader.Entry entry = tensor(name);
    NumberKind kind = entry.kind();
    if (kind != NumberKind.F32 && kind != NumberKind.F16 && kind != NumberKind.BF16) {
      throw new WeightsException(
          file, "%s holds %s; F32, F16 and BF16 can be read".formatted(name, kind));
    }
    float[] numbers = new float[(int) (entry.end() - entry.begin()) / kind.bytes()];
    for (int i = 0; i < numbers.length; i++) {
      int at = (int) entry.begin() + i * kind.bytes();
      float value =
          switch (kind) {
            case F32 -> data.getFloat(at);
            case F16 -> Float.float16ToFloat(data.getShort(at));
            default -> Float.intBitsToFloat(data.getShort(at) << 16);
          };
      if (!Float.isFinite(value)) {
        throw new WeightsException(
            file, "%s holds a number that is not finite; fetch the file again".formatted(name));
      }
      numbers[i] = value;
    }
    return numbers;
  }

  private SafetensorsHeader.Entry tensor(String name) throws WeightsException {
    SafetensorsHeader.Entry entry = header.entries().get(name);
    if (entry == null) {
      throw new WeightsException(file, "has no tensor '" + name + "'");
    }
    return entry;
  }
}
