package studio.pastiche.networks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import studio.pastiche.engine.weights.NetworkReader;
import studio.pastiche.engine.weights.SafetensorsHeader;
import studio.pastiche.engine.weights.WeightsException;
import studio.pastiche.networks.download.Plan;
import studio.pastiche.networks.download.Plan.Piece;
import studio.pastiche.networks.download.Span;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Takes of a safetensors file on a server only a network's convolutions, and makes of them a
/// smaller safetensors file here.
///
/// @param wanted what it must turn out to be
record ConvolutionsPlan(CatalogueNetwork wanted) implements Plan.Planner {
  private static final int LENGTH = SafetensorsHeader.LENGTH_BYTES;

  @Override
  public Plan plan(byte[] first, long size, Plan.Bytes rest)
      throws IOException, InterruptedException {
    String name = "what came";
    long length = SafetensorsHeader.lengthOf(ByteBuffer.wrap(first), name);
    if (length > size - LENGTH) {
      throw new WeightsException(name, "is cut short");
    }
    byte[] json = rest.read(new Span(LENGTH, LENGTH + length));
    SafetensorsHeader header = SafetensorsHeader.parse(name, json, size - LENGTH - length);
    Shape.of(name, header).require(wanted);
    Map<String, List<Integer>> shapes =
        header.entries().values().stream()
            .collect(
                Collectors.toMap(SafetensorsHeader.Entry::name, SafetensorsHeader.Entry::shape));
    List<SafetensorsHeader.Entry> needed =
        NetworkReader.needed(name, shapes).stream()
            .map(header.entries()::get)
            .sorted(Comparator.comparingLong(SafetensorsHeader.Entry::begin))
            .toList();
    byte[] beginning = beginning(needed);
    return new Plan(beginning, pieces(needed, LENGTH + length, beginning.length));
  }

  /// The header of a file with these tensors, one after the other.
  private static byte[] beginning(List<SafetensorsHeader.Entry> tensors) {
    // the names are those of VGG-19's tensors, which are plain ASCII
    ObjectNode json = JsonMapper.shared().createObjectNode();
    long at = 0;
    for (SafetensorsHeader.Entry tensor : tensors) {
      long end = at + tensor.end() - tensor.begin();
      ObjectNode entry = json.putObject(tensor.name());
      entry.put("dtype", tensor.kind().toString());
      tensor.shape().forEach(entry.putArray("shape")::add);
      entry.putArray("data_offsets").add(at).add(end);
      at = end;
    }
    String text = json.toString();
    // so that the numbers lie where they can be used without copying
    String aligned = text + " ".repeat(-text.length() & (LENGTH - 1));
    return ByteBuffer.allocate(LENGTH + aligned.length())
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(aligned.length())
        .put(aligned.getBytes(StandardCharsets.US_ASCII))
        .array();
  }

  /// Where the tensors lie on the server and here; neighbours are one piece.
  private static List<Piece> pieces(
      List<SafetensorsHeader.Entry> tensors, long dataThere, long dataHere) {
    List<Piece> pieces = new ArrayList<>();
    long at = dataHere;
    for (SafetensorsHeader.Entry tensor : tensors) {
      Span span = new Span(dataThere + tensor.begin(), dataThere + tensor.end());
      Piece before = pieces.isEmpty() ? null : pieces.getLast();
      if (before != null && before.span().to() == span.from()) {
        pieces.removeLast();
        pieces.add(new Piece(new Span(before.span().from(), span.to()), before.at()));
      } else {
        pieces.add(new Piece(span, at));
      }
      at += span.length();
    }
    return pieces;
  }
}
