package studio.pastiche.engine.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a safetensors file says it holds: eight bytes of header length, then this header as JSON,
/// then the numbers (https://huggingface.co/docs/safetensors). It is checked as a whole: every
/// tensor has the bytes that its sizes ask for, inside the file, and shares none with another.
///
/// @param entries the tensors by name, in the header's order
/// @param metadata the file's own words, such as `input`
public record SafetensorsHeader(Map<String, Entry> entries, Map<String, String> metadata) {
  /// How many bytes come before the header.
  public static final int LENGTH_BYTES = 8;

  /// VGG-19's takes about 5,000 bytes; one beyond this is no network of ours.
  private static final int MAX_BYTES = 8_000_000;

  /// The numbers begin at a multiple of this, so that they can be used where they lie.
  private static final int ALIGNED = 8;

  private static final String METADATA = "__metadata__";
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  public SafetensorsHeader {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /// One tensor.
  ///
  /// @param kind of its numbers
  /// @param shape its sizes, outermost first
  /// @param begin its first byte, counted from the first after the header
  /// @param end the byte after its last
  public record Entry(String name, NumberKind kind, List<Integer> shape, long begin, long end) {
    public Entry {
      shape = List.copyOf(shape);
    }
  }

  /// The tensors' sizes by name.
  public Map<String, List<Integer>> shapes() {
    return entries.values().stream().collect(Collectors.toMap(Entry::name, Entry::shape));
  }

  /// What a file with these tensors begins with, all that comes before the numbers.
  public byte[] bytes() {
    ObjectNode json = MAPPER.createObjectNode();
    if (!metadata.isEmpty()) {
      metadata.forEach(json.putObject(METADATA)::put);
    }
    for (Entry tensor : entries.values()) {
      ObjectNode entry = json.putObject(tensor.name());
      entry.put("dtype", tensor.kind().toString());
      tensor.shape().forEach(entry.putArray("shape")::add);
      entry.putArray("data_offsets").add(tensor.begin()).add(tensor.end());
    }
    byte[] text = MAPPER.writeValueAsBytes(json);
    int length = (text.length + ALIGNED - 1) / ALIGNED * ALIGNED;
    ByteBuffer bytes =
        ByteBuffer.allocate(LENGTH_BYTES + length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(length)
            .put(text);
    bytes.put(" ".repeat(bytes.remaining()).getBytes(StandardCharsets.US_ASCII));
    return bytes.array();
  }

  /// How long the header is, from the file's first eight bytes.
  ///
  /// @param file its name, for the message
  /// @throws WeightsException where no header of ours is that long
  public static long lengthOf(ByteBuffer first8, String file) throws WeightsException {
    if (first8.remaining() < LENGTH_BYTES) {
      throw new WeightsException(file, "is too short for a safetensors file; fetch it again");
    }
    long length = first8.duplicate().order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 2 || length > MAX_BYTES) {
      throw new WeightsException(
          file,
          "is no safetensors file of a network: its header claims %s bytes"
              .formatted(Long.toUnsignedString(length)));
    }
    return length;
  }

  /// The header that these bytes are.
  ///
  /// @param file its name, for the message
  /// @param dataBytes how many bytes come after the header
  /// @throws WeightsException where they are none, or it claims what can't be
  public static SafetensorsHeader parse(String file, byte[] json, long dataBytes)
      throws WeightsException {
    Map<String, Entry> entries = new LinkedHashMap<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    JsonNode tree = tree(file, json);
    for (Map.Entry<String, JsonNode> field : tree.properties()) {
      if (field.getKey().equals(METADATA)) {
        field
            .getValue()
            .properties()
            .forEach(e -> metadata.put(e.getKey(), e.getValue().asString("")));
      } else {
        entries.put(field.getKey(), entry(file, field.getKey(), field.getValue(), dataBytes));
      }
    }
    requireApart(file, entries);
    return new SafetensorsHeader(entries, metadata);
  }

  private static JsonNode tree(String file, byte[] json) throws WeightsException {
    try {
      JsonNode tree = MAPPER.readTree(json);
      if (tree.isObject()) {
        return tree;
      }
      throw new WeightsException(file, "is not a safetensors file: its header is no JSON object");
    } catch (JacksonException e) {
      throw new WeightsException(
          file, "is not a safetensors file, or is damaged: its header is no JSON", e);
    }
  }

  private static Entry entry(String file, String name, JsonNode node, long dataBytes)
      throws WeightsException {
    NumberKind kind = NumberKind.of(node.path("dtype").asString("?"));
    List<Integer> shape = shape(file, name, node.path("shape"));
    JsonNode offsets = node.path("data_offsets");
    long begin = whole(offsets.path(0));
    long end = whole(offsets.path(1));
    if (offsets.size() != 2 || begin < 0 || begin > end) {
      throw new WeightsException(
          file, "%s lies at the bytes %s, which can't be".formatted(name, offsets));
    }
    long count = count(file, name, shape, dataBytes);
    if (kind != NumberKind.OTHER && end - begin != count * kind.bytes()) {
      throw new WeightsException(
          file,
          "%s should take %d bytes, but has %d".formatted(name, count * kind.bytes(), end - begin));
    }
    if (end > dataBytes) {
      throw new WeightsException(
          file,
          "is cut short: %s ends at byte %d of %d; fetch it again".formatted(name, end, dataBytes));
    }
    return new Entry(name, kind, shape, begin, end);
  }

  /// This whole number, or -1 where it is none.
  private static long whole(JsonNode number) {
    return number.isIntegralNumber() && number.canConvertToLong() ? number.longValue() : -1;
  }

  private static List<Integer> shape(String file, String name, JsonNode sizes)
      throws WeightsException {
    List<Integer> shape = new ArrayList<>();
    for (JsonNode size : sizes) {
      int value = size.isInt() ? size.intValue() : -1;
      if (value < 0) {
        throw new WeightsException(
            file, "%s has a size of %s, which can't be".formatted(name, size));
      }
      shape.add(value);
    }
    return shape;
  }

  /// How many numbers these sizes make.
  private static long count(String file, String name, List<Integer> shape, long dataBytes)
      throws WeightsException {
    if (shape.contains(0)) {
      return 0;
    }
    long count = 1;
    for (int size : shape) {
      count *= size;
      if (count > dataBytes) {
        throw new WeightsException(
            file,
            "is cut short: %s has more numbers than the file could hold; fetch it again"
                .formatted(name));
      }
    }
    return count;
  }

  private static void requireApart(String file, Map<String, Entry> entries)
      throws WeightsException {
    List<Entry> inOrder = new ArrayList<>(entries.values());
    inOrder.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    for (int i = 1; i < inOrder.size(); i++) {
      Entry before = inOrder.get(i - 1);
      Entry after = inOrder.get(i);
      if (after.begin() < before.end()) {
        throw new WeightsException(
            file,
            "is damaged: %s and %s overlap; fetch it again".formatted(before.name(), after.name()));
      }
    }
  }
}
