package studio.pastiche.networks.download;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import studio.pastiche.file.BesideFile;
import studio.pastiche.file.FileException;
import studio.pastiche.file.Sha256;

/// A file that is there in part, with a journal beside it of what has come. The journal's first
/// line says of which file on which server; each further one has the first byte of a span that is
/// surely on disk, and the one after its last.
final class PartFile implements Closeable {
  private static final Pattern LINE = Pattern.compile("(\\d{1,18}) (\\d{1,18})");

  private final Path file;
  private final Plan plan;
  private final FileChannel data;
  private final FileChannel journal;
  private final Spans done = new Spans();
  private final boolean anew;
  private long kept;
  private long journalled;

  private PartFile(Path file, Plan plan, boolean anew, FileChannel data, FileChannel journal) {
    this.file = file;
    this.plan = plan;
    this.anew = anew;
    this.data = data;
    this.journal = journal;
  }

  /// Opens what is there of it, or begins anew where that is of another file or plan.
  ///
  /// @param source what the bytes come from, in a line
  static PartFile open(Path file, String source, Plan plan) throws IOException {
    String first = source + " " + fingerprint(plan);
    String before = journalOf(file);
    List<String> lines = before.lines().toList();
    boolean resumed = !lines.isEmpty() && lines.getFirst().equals(first) && Files.exists(file);
    if (!resumed) {
      delete(file);
    }
    @Nullable FileChannel data = null;
    @Nullable FileChannel journal = null;
    try {
      data = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      journal =
          FileChannel.open(journal(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      PartFile part = new PartFile(file, plan, !resumed && lines.size() > 1, data, journal);
      if (resumed) {
        part.recall(before);
      } else {
        part.begin(first);
      }
      return part;
    } catch (IOException e) {
      FileException failure = unwritable(file, e);
      close(data, failure);
      close(journal, failure);
      throw failure;
    }
  }

  private static void close(@Nullable FileChannel channel, FileException failure) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /// Whether what had come before was of no use.
  boolean anew() {
    return anew;
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

  /// A line that could only be written in part is written over by the next: it would make another
  /// one of that.
  private void append(String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    long at = journalled;
    while (bytes.hasRemaining()) {
      at += journal.write(bytes, at);
    }
    journalled = at;
  }

  /// Takes up what whole lines tell, and goes on writing behind them.
  private void recall(String lines) throws IOException {
    journalled = lines.getBytes(StandardCharsets.UTF_8).length;
    journal.truncate(journalled);
    lines.lines().map(LINE::matcher).filter(Matcher::matches).forEach(this::recall);
  }

  private void recall(MatchResult line) {
    long from = Long.parseLong(line.group(1));
    long to = Long.parseLong(line.group(2));
    for (Plan.Piece piece : plan.pieces()) {
      long begin = Math.max(from, piece.span().from());
      long end = Math.min(to, piece.span().to());
      if (begin < end) {
        Span span = new Span(begin, end);
        kept += done.missingFrom(span).stream().mapToLong(Span::length).sum();
        done.add(span);
      }
    }
  }

  /// What there is of the journal, up to its last whole line: a full disk or a crash may have cut
  /// one short.
  private static String journalOf(Path file) throws IOException {
    Path journal = journal(file);
    try {
      String all = Files.exists(journal) ? Files.readString(journal) : "";
      return all.substring(0, all.lastIndexOf('\n') + 1);
    } catch (CharacterCodingException e) {
      return "";
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
    return new FileException(
        file.toString(),
        "it can't be written in %s (%s); free space there or change its permissions, then fetch again"
            .formatted(file.toAbsolutePath().getParent(), BesideFile.reason(e)),
        e);
  }
}
