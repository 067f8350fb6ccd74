package studio.pastiche.engine.weights;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.pastiche.file.BesideFile;
import studio.pastiche.file.FileException;

/// Writes safetensors files, a tensor at a time.
final class SafetensorsWriter {
  private SafetensorsWriter() {}

  /// Writes a file, replacing what is there as a whole or not at all.
  static void write(Path file, Map<String, String> metadata, List<StoredTensor> tensors)
      throws FileException {
    ByteBuffer header = ByteBuffer.wrap(header(metadata, tensors).bytes());
    BesideFile.write(
        file,
        channel -> {
          StoredTensor.writeAll(channel, header);
          for (StoredTensor tensor : tensors) {
            tensor.numbers().writeTo(channel);
          }
        });
  }

  private static SafetensorsHeader header(
      Map<String, String> metadata, List<StoredTensor> tensors) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("format", "pt");
    words.putAll(metadata);
    Map<String, SafetensorsHeader.Entry> entries = new LinkedHashMap<>();
    long at = 0;
    for (StoredTensor tensor : tensors) {
      long end = at + tensor.count() * Float.BYTES;
      String name = tensor.name();
      entries.put(name, new SafetensorsHeader.Entry(name, NumberKind.F32, tensor.shape(), at, end));
      at = end;
    }
    return new SafetensorsHeader(entries, words);
  }
}
