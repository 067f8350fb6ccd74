package studio.pastiche.networks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.pastiche.engine.weights.NetworkReader;
import studio.pastiche.engine.weights.SafetensorsHeader;
import studio.pastiche.engine.weights.WeightsException;
import studio.pastiche.networks.download.Plan;
import studio.pastiche.networks.download.Plan.Piece;
import studio.pastiche.networks.download.Span;

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
    List<SafetensorsHeader.Entry> needed =
        NetworkReader.needed(name, header.shapes()).stream()
            .map(header.entries()::get)
            .sorted(Comparator.comparingLong(SafetensorsHeader.Entry::begin))
            .toList();
    requireUsual(name, needed);
    byte[] beginning = beginning(needed);
    return new Plan(beginning, pieces(needed, LENGTH + length, beginning.length));
  }

  /// The widths are the blocks' own; a convolution within one could yet be of any size.
  private void requireUsual(String name, List<SafetensorsHeader.Entry> needed)
      throws WeightsException {
    long bytes = needed.stream().mapToLong(tensor -> tensor.end() - tensor.begin()).sum();
    // twice float32, as float64 takes
    if (bytes > 2 * wanted.neededBytes()) {
      throw new WeightsException(
          name,
          "is not %s: its convolutions take %s, where %s are expected"
              .formatted(wanted.name(), Sizes.mb(bytes), Sizes.mb(wanted.neededBytes())));
    }
  }

  /// The header of a file with these tensors, one after the other.
  private static byte[] beginning(List<SafetensorsHeader.Entry> tensors) {
    Map<String, SafetensorsHeader.Entry> entries = new LinkedHashMap<>();
    long at = 0;
    for (SafetensorsHeader.Entry tensor : tensors) {
      long end = at + tensor.end() - tensor.begin();
      entries.put(
          tensor.name(),
          new SafetensorsHeader.Entry(tensor.name(), tensor.kind(), tensor.shape(), at, end));
      at = end;
    }
    return new SafetensorsHeader(entries, Map.of()).bytes();
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
