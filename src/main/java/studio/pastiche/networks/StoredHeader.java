package studio.pastiche.networks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import studio.pastiche.engine.network.InputSpec;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.engine.weights.NetworkReader;
import studio.pastiche.engine.weights.SafetensorsHeader;
import studio.pastiche.engine.weights.WeightsException;

/// What a kept file says of its network before its numbers are read.
final class StoredHeader {
  static final String SHA256 = "sha256";
  static final String ORIGIN = "origin";
  static final String LICENCE = "licence";

  private StoredHeader() {}

  /// Looks at a file.
  static StoredNetwork read(String name, Path file) {
    long bytes = 0;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      bytes = channel.size();
      SafetensorsHeader header = header(String.valueOf(file.getFileName()), channel);
      Map<String, String> words = header.metadata();
      List<Integer> outputs = outputs(name, header);
      return new StoredNetwork.Sound(
          name,
          file,
          bytes,
          words.getOrDefault(SHA256, ""),
          InputSpec.of(words.getOrDefault("input", "")),
          widths(outputs),
          Layer.inOrder().get(outputs.size() - 1),
          words.getOrDefault(ORIGIN, ""),
          words.getOrDefault(LICENCE, ""));
    } catch (IOException | IllegalArgumentException e) {
      return new StoredNetwork.Broken(name, file, bytes, String.valueOf(e.getMessage()));
    }
  }

  private static SafetensorsHeader header(String file, FileChannel channel) throws IOException {
    int first = SafetensorsHeader.LENGTH_BYTES;
    long length = SafetensorsHeader.lengthOf(bytes(channel, 0, first), file);
    ByteBuffer json = bytes(channel, first, (int) Math.min(length, channel.size() - first));
    if (json.remaining() < length) {
      throw new WeightsException(file, "is cut short");
    }
    return SafetensorsHeader.parse(file, json.array(), channel.size() - first - length);
  }

  private static ByteBuffer bytes(FileChannel channel, long at, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.max(0, length));
    while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {
      // as long as there is more
    }
    return bytes.flip();
  }

  /// The channels that come out of each convolution in a file with that header.
  ///
  /// @throws WeightsException where a tensor does not fit the one before
  static List<Integer> outputs(String name, SafetensorsHeader header) throws WeightsException {
    Map<String, List<Integer>> shapes = header.shapes();
    List<Integer> outputs = new ArrayList<>();
    int inputs = 3;
    int last = 0;
    for (String tensor : NetworkReader.needed(name, shapes)) {
      List<Integer> shape = shapes.getOrDefault(tensor, List.of());
      // a convolution's weight, then its bias
      boolean weight = last == 0;
      int first = shape.isEmpty() ? 0 : shape.getFirst();
      List<Integer> expected = weight ? List.of(first, inputs, 3, 3) : List.of(last);
      if (first == 0 || !shape.equals(expected)) {
        throw new WeightsException(
            name,
            "%s has the sizes %s, where %s are expected; fetch it again"
                .formatted(tensor, shape, expected));
      }
      if (weight) {
        outputs.add(first);
        last = first;
      } else {
        inputs = last;
        last = 0;
      }
    }
    return outputs;
  }

  /// The channels of each block that is begun, from those of each convolution.
  static List<Integer> widths(List<Integer> outputs) {
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      if (Layer.inOrder().get(i).index() == 1) {
        widths.add(outputs.get(i));
      }
    }
    return widths;
  }
}
