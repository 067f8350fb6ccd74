package studio.pastiche.ui.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  @TempDir Path folder = Path.of("");

  @Test
  void aTraceBelongsToItsMessage() throws IOException {
    Files.writeString(folder.resolve("pastiche.2026-01-01.log"), "old\n");
    Files.writeString(
        folder.resolve("pastiche.2026-01-02.log"),
        """
        10:00:00.000 INFO  [main] a.b: fine
        10:00:01.000 ERROR [main] a.b: failed
        java.io.IOException: no
        \tat a.b.C.d(C.java:1)
        10:00:02.000 WARN  [main] a.b: hm
        """);
    List<LogEntry> tail = new LogFile(folder).tail();
    assertEquals(
        List.of(LogEntry.Level.INFO, LogEntry.Level.ERROR, LogEntry.Level.WARN),
        tail.stream().map(LogEntry::level).toList());
    assertTrue(tail.get(1).text().endsWith("C.java:1)"), tail.get(1).text());
    assertEquals(1, tail.stream().filter(e -> e.atLeast(LogEntry.Level.ERROR)).count());
  }

  @Test
  void ofAHugeLogOnlyTheEndIsRead() throws IOException {
    String line = "10:00:00.000 INFO  [main] a.b: " + "x".repeat(90) + "\n";
    Files.writeString(
        folder.resolve("pastiche.2026-01-02.log"),
        line.repeat(10_000) + "10:00:00.000 INFO  [main] a.b: last\n");
    List<LogEntry> tail = new LogFile(folder).tail();
    assertTrue(tail.size() < 5000, "" + tail.size());
    assertTrue(tail.getLast().text().endsWith("last"));
    assertEquals(line.strip(), tail.getFirst().text());
  }

  @Test
  void whereNothingWasLoggedThereIsNothing() throws IOException {
    assertEquals(List.of(), new LogFile(folder.resolve("none")).tail());
  }
}
