package studio.pastiche.engine.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import studio.pastiche.file.BesideFile;
import studio.pastiche.file.FileException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes safetensors files, a tensor at a time.
final class SafetensorsWriter {
  /// The numbers begin at a multiple of this, so that they can be used where they lie.
  private static final int ALIGNED = 8;

  private SafetensorsWriter() {}

  /// Writes a file, replacing what is there as a whole or not at all.
  static void write(Path file, Map<String, String> metadata, List<StoredTensor> tensors)
      throws FileException {
    ByteBuffer header = header(metadata, tensors);
    BesideFile.write(
        file,
        channel -> {
          StoredTensor.writeAll(channel, header);
          for (StoredTensor tensor : tensors) {
            tensor.numbers().writeTo(channel);
          }
        });
  }

  private static ByteBuffer header(Map<String, String> metadata, List<StoredTensor> tensors) {
    JsonMapper mapper = JsonMapper.shared();
    ObjectNode json = mapper.createObjectNode();
    ObjectNode words = json.putObject("__metadata__");
    words.put("format", "pt");
    metadata.forEach(words::put);
    long at = 0;
    for (StoredTensor tensor : tensors) {
      long end = at + tensor.count() * Float.BYTES;
      ObjectNode entry = json.putObject(tensor.name());
      entry.put("dtype", NumberKind.F32.toString());
      tensor.shape().forEach(entry.putArray("shape")::add);
      entry.putArray("data_offsets").add(at).add(end);
      at = end;
    }
    byte[] text = mapper.writeValueAsBytes(json);
    int length = (text.length + ALIGNED - 1) / ALIGNED * ALIGNED;
    ByteBuffer header =
        ByteBuffer.allocate(SafetensorsHeader.LENGTH_BYTES + length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(length)
            .put(text);
    header.put(" ".repeat(header.remaining()).getBytes(StandardCharsets.US_ASCII));
    return header.flip();
  }
}
