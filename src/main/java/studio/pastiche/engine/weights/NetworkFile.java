package studio.pastiche.engine.weights;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import studio.pastiche.engine.network.Convolution;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.file.BesideFile;
import studio.pastiche.file.FileException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A network as Pastiche keeps it: safetensors with torchvision's names, float32, and its input in
/// the metadata, so that it is never in doubt.
public final class NetworkFile {
  private static final int ALIGNED = 8;

  private NetworkFile() {}

  /// Writes a network, replacing what is there as a whole or not at all.
  ///
  /// @param metadata more words about it, such as its origin
  /// @throws FileException if it cannot be written
  public static void write(FeatureNetwork network, Map<String, String> metadata, Path file)
      throws FileException {
    ByteBuffer header = header(network, metadata);
    List<FloatBuffer> tensors = tensors(network);
    BesideFile.write(
        file,
        channel -> {
          writeAll(channel, header);
          for (FloatBuffer numbers : tensors) {
            writeAll(channel, MemorySegment.ofBuffer(numbers).asByteBuffer());
          }
        });
  }

  private static List<FloatBuffer> tensors(FeatureNetwork network) {
    List<FloatBuffer> tensors = new ArrayList<>();
    for (Convolution convolution : network.convolutions()) {
      tensors.add(convolution.weight());
      tensors.add(convolution.bias());
    }
    return tensors;
  }

  private static ByteBuffer header(FeatureNetwork network, Map<String, String> metadata) {
    JsonMapper mapper = JsonMapper.shared();
    ObjectNode json = mapper.createObjectNode();
    ObjectNode words = json.putObject("__metadata__");
    metadata.forEach(words::put);
    words.put("format", "pt");
    words.put("name", network.name());
    words.put("input", network.input().toString());
    List<Integer> places = VggKind.VGG_19.counted(2);
    long at = 0;
    for (int i = 0; i < network.convolutions().size(); i++) {
      Convolution c = network.convolutions().get(i);
      String name = "features." + places.get(i);
      at = entry(json, name + ".weight", List.of(c.outputs(), c.inputs(), 3, 3), at);
      at = entry(json, name + ".bias", List.of(c.outputs()), at);
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

  /// Describes a tensor, and says where the next one begins.
  private static long entry(ObjectNode json, String name, List<Integer> shape, long begin) {
    long end = begin + shape.stream().reduce(Float.BYTES, Math::multiplyExact);
    ObjectNode entry = json.putObject(name);
    entry.put("dtype", NumberKind.F32.toString());
    shape.forEach(entry.putArray("shape")::add);
    entry.putArray("data_offsets").add(begin).add(end);
    return end;
  }

  private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
