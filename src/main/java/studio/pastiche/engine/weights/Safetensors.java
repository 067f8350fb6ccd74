package studio.pastiche.engine.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The safetensors format: eight bytes of header length, a JSON header, then the numbers
/// (https://huggingface.co/docs/safetensors).
final class Safetensors {
  private static final int MAX_HEADER = 100_000_000;

  private final String file;
  private final ByteBuffer data;
  private final Map<String, JsonNode> tensors = new LinkedHashMap<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();

  private Safetensors(String file, ByteBuffer data) {
    this.file = file;
    this.data = data;
  }

  /// Reads the header of a file's bytes. Throws WeightsException where they are no safetensors
  /// file.
  static Safetensors parse(String file, byte[] bytes) throws WeightsException {
    if (bytes.length < 8) {
      throw new WeightsException(file, "is too short for a safetensors file; fetch it again");
    }
    ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long length = all.getLong();
    if (length < 2 || length > MAX_HEADER || length > bytes.length - 8L) {
      throw new WeightsException(
          file,
          "is not a safetensors file, or is cut short: its header claims %d bytes of %d"
              .formatted(length, bytes.length));
    }
    String header = new String(bytes, 8, (int) length, StandardCharsets.UTF_8);
    int start = 8 + (int) length;
    ByteBuffer data = all.slice(start, bytes.length - start).order(ByteOrder.LITTLE_ENDIAN);
    Safetensors found = new Safetensors(file, data);
    try {
      for (Map.Entry<String, JsonNode> entry : JsonMapper.shared().readTree(header).properties()) {
        if (entry.getKey().equals("__metadata__")) {
          entry
              .getValue()
              .properties()
              .forEach(e -> found.metadata.put(e.getKey(), e.getValue().asString()));
        } else {
          found.tensors.put(entry.getKey(), entry.getValue());
        }
      }
    } catch (JacksonException e) {
      throw new WeightsException(file, "is not a safetensors file: its header is no JSON", e);
    }
    return found;
  }

  /// A word of the file's own metadata.
  Optional<String> metadata(String key) {
    return Optional.ofNullable(metadata.get(key));
  }

  boolean has(String name) {
    return tensors.containsKey(name);
  }

  /// The tensor's sizes. Throws WeightsException where it is missing or they are no sizes.
  int[] shape(String name) throws WeightsException {
    JsonNode shape = tensor(name).path("shape");
    int[] sizes = new int[shape.size()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = shape.get(i).asInt(-1);
      if (sizes[i] < 0) {
        throw new WeightsException(
            file, "%s has a size of %s, which can't be".formatted(name, shape.get(i)));
      }
    }
    return sizes;
  }

  /// The tensor's numbers as float32, from F32, F16 or BF16. Throws WeightsException where it is
  /// missing, cut short, of another kind, or not finite.
  float[] numbers(String name) throws WeightsException {
    JsonNode entry = tensor(name);
    String kind = entry.path("dtype").asString("?");
    int width =
        switch (kind) {
          case "F32" -> 4;
          case "F16", "BF16" -> 2;
          default ->
              throw new WeightsException(
                  file, "%s holds %s; F32, F16 and BF16 can be read".formatted(name, kind));
        };
    long start = entry.path("data_offsets").path(0).asLong(-1);
    long end = entry.path("data_offsets").path(1).asLong(-1);
    long count = count(name);
    if (start < 0 || start > end || end - start != count * width) {
      throw new WeightsException(
          file, "%s should take %d bytes, but has %d".formatted(name, count * width, end - start));
    }
    if (end > data.limit()) {
      throw new WeightsException(
          file, "is cut short: %s ends beyond the end of the file; fetch it again".formatted(name));
    }
    float[] numbers = new float[(int) count];
    for (int i = 0; i < numbers.length; i++) {
      int at = (int) start + i * width;
      float value =
          switch (kind) {
            case "F32" -> data.getFloat(at);
            case "F16" -> Float.float16ToFloat(data.getShort(at));
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

  /// How many numbers the tensor has by its sizes. Throws WeightsException where they are more than
  /// the file could hold.
  private long count(String name) throws WeightsException {
    long count = 1;
    for (int size : shape(name)) {
      count *= size;
      if (count > data.limit()) {
        throw new WeightsException(
            file,
            "is cut short: %s has more numbers than the file could hold; fetch it again"
                .formatted(name));
      }
    }
    return count;
  }

  private JsonNode tensor(String name) throws WeightsException {
    JsonNode entry = tensors.get(name);
    if (entry == null) {
      throw new WeightsException(file, "has no tensor '" + name + "'");
    }
    return entry;
  }
}
