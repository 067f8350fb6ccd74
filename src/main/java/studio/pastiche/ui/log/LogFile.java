package studio.pastiche.ui.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The end of the newest log file in a folder.
record LogFile(Path folder) {
  /// As much as is read, in bytes: some thousand lines.
  private static final int TAIL = 512 << 10;

  /// The newest file; none where nothing was logged yet.
  Optional<Path> newest() throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).matches("pastiche\\..*\\.log"))
          .max(Comparator.comparing(file -> String.valueOf(file.getFileName())));
    }
  }

  /// Its last messages, oldest first.
  List<LogEntry> tail() throws IOException {
    Optional<Path> file = newest();
    return file.isEmpty() ? List.of() : LogEntry.parse(lastLines(file.get()));
  }

  private static List<String> lastLines(Path file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      long from = Math.max(0, in.length() - TAIL);
      in.seek(from);
      byte[] bytes = new byte[(int) (in.length() - from)];
      in.readFully(bytes);
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return from > 0 && lines.size() > 1 ? lines.subList(1, lines.size()) : lines;
    }
  }
}
