package studio.pastiche.networks.download;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import studio.pastiche.file.FileException;
import studio.pastiche.file.Sha256;

/// A file that is there in part, with a journal beside it of what has come. The journal's first
/// line says of which file on which server; each further one has the first byte of a span that is
/// surely on disk, and the one after its last.
final class PartFile implements Closeable {
  private final Path file;
  private final Plan plan;
  private final FileChannel data;
  private final FileChannel journal;
  private final Spans done = new Spans();
  private long kept;

  private PartFile(Path file, Plan plan, FileChannel data, FileChannel journal) {
    this.file = file;
    this.plan = plan;
    this.data = data;
    this.journal = journal;
  }

  /// Opens what is there of it, or begins anew where that is of another file or plan.
  ///
  /// @param source what the bytes come from, in a line
  static PartFile open(Path file, String source, Plan plan) throws IOException {
    String first = source + " " + fingerprint(plan);
    List<String> lines = journalOf(file);
    boolean resumed = !lines.isEmpty() && lines.getFirst().equals(first) && Files.exists(file);
    if (!resumed) {
      delete(file);
    }
    try {
      FileChannel data =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileChannel journal =
          FileChannel.open(journal(file), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      PartFile part = new PartFile(file, plan, data, journal);
      if (resumed) {
        lines.stream().skip(1).forEach(part::recall);
      } else {
        part.begin(first);
      }
      return part;
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /// Removes it, where it is there.
  static void delete(Path file) throws IOException {
    try {
      Files.deleteIfExists(journal(file));
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /// How many of the plan's bytes are here and in the journal.
  synchronized long kept() {
    return kept;
  }

  /// The plan's pieces less what is here.
  synchronized List<Plan.Piece> missing() {
    List<Plan.Piece> missing = new ArrayList<>();
    for (Plan.Piece piece : plan.pieces()) {
      for (Span span : done.missingFrom(piece.span())) {
        missing.add(new Plan.Piece(span, piece.at() + span.from() - piece.span().from()));
      }
    }
    return missing;
  }

  /// Writes bytes to where the plan wants them.
  void write(ByteBuffer bytes, long at) throws IOException {
    try {
      long to = at;
      while (bytes.hasRemaining()) {
        to += data.write(bytes, to);
      }
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /// Notes that these bytes have been written, so that they are not fetched again.
  synchronized void keep(Span span) throws IOException {
    if (span.length() == 0) {
      return;
    }
    try {
      // a journal must never be ahead of its file, not even after a power cut
      data.force(false);
      append("%d %d".formatted(span.from(), span.to()));
    } catch (IOException e) {
      throw unwritable(file, e);
    }
    done.add(span);
    kept += span.length();
  }

  @Override
  public void close() throws IOException {
    try (journal) {
      data.close();
    }
  }

  private void begin(String firstLine) throws IOException {
    write(ByteBuffer.wrap(plan.beginning()), 0);
    append(firstLine);
  }

  private void append(String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      journal.write(bytes);
    }
  }

  /// A line that a crash cut short tells nothing.
  private void recall(String line) {
    String[] ends = line.split(" ");
    try {
      Span span = new Span(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
      for (Span fresh : done.missingFrom(span)) {
        kept += fresh.length();
      }
      done.add(span);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      return;
    }
  }

  private static List<String> journalOf(Path file) throws IOException {
    Path journal = journal(file);
    try {
      return Files.exists(journal) ? Files.readAllLines(journal) : List.of();
    } catch (CharacterCodingException e) {
      return List.of();
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static Path journal(Path file) {
    return file.resolveSibling(file.getFileName() + ".journal");
  }

  private static String fingerprint(Plan plan) {
    String pieces = Sha256.of(plan.beginning()) + plan.pieces();
    return Sha256.of(pieces.getBytes(StandardCharsets.UTF_8));
  }

  private static FileException unwritable(Path file, IOException e) {
    String reason =
        e instanceof FileSystemException system && system.getReason() != null
            ? system.getReason()
            : e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
    return new FileException(
        file.toString(),
        "it can't be written in %s (%s); free space there or change its permissions, then fetch again"
            .formatted(file.toAbsolutePath().getParent(), reason),
        e);
  }
}
