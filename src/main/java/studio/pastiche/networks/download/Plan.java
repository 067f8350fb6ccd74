package studio.pastiche.networks.download;

import java.io.IOException;
import java.util.List;

/// Which bytes of a file on a server are fetched, and where they go in the file here.
///
/// @param beginning what stands in the file here before anything is fetched
/// @param pieces what is fetched
public record Plan(byte[] beginning, List<Piece> pieces) {
  public Plan {
    pieces = List.copyOf(pieces);
  }

  /// Some bytes and their place.
  ///
  /// @param span in the server's file
  /// @param at where the first of them goes in the file here
  public record Piece(Span span, long at) {}

  /// All of a file of that size.
  public static Plan whole(long size) {
    return new Plan(new byte[0], List.of(new Piece(new Span(0, size), 0)));
  }

  /// How many bytes are fetched.
  public long total() {
    return pieces.stream().mapToLong(piece -> piece.span().length()).sum();
  }

  /// A plan of a file whose first bytes have been seen.
  @FunctionalInterface
  public interface Planner {
    /// How many bytes of the file's beginning are asked for first.
    int FIRST = 8;

    /// @param first the file's first [#FIRST] bytes
    /// @param size of the whole file
    /// @param rest reads further bytes of it
    /// @throws IOException where it is not the file that was expected
    Plan plan(byte[] first, long size, Bytes rest) throws IOException, InterruptedException;
  }

  /// Reads bytes of the file on the server.
  @FunctionalInterface
  public interface Bytes {
    byte[] read(Span span) throws IOException, InterruptedException;
  }
}
