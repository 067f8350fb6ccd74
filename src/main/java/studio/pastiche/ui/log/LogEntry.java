package studio.pastiche.ui.log;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One message of the log, with the trace that follows it.
///
/// @param level how grave it is
/// @param text as it stands in the file; lines are parted by `\n`
record LogEntry(Level level, String text) {
  /// `logback.xml`'s pattern: time, level, thread, logger, message.
  private static final Pattern HEAD =
      Pattern.compile("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} (ERROR|WARN|INFO|DEBUG|TRACE) .*");

  /// From the gravest on.
  enum Level {
    ERROR,
    WARN,
    INFO;

    private static Level named(String name) {
      return switch (name) {
        case "ERROR" -> ERROR;
        case "WARN" -> WARN;
        default -> INFO;
      };
    }
  }

  /// Whether it is at least as grave as that.
  boolean atLeast(Level other) {
    return level.compareTo(other) <= 0;
  }

  /// The messages in lines of a log, whose first may be the middle of one.
  static List<LogEntry> parse(List<String> lines) {
    List<LogEntry> entries = new ArrayList<>();
    Level level = Level.INFO;
    List<String> open = new ArrayList<>();
    for (String line : lines) {
      Matcher head = HEAD.matcher(line);
      if (head.matches()) {
        close(entries, level, open);
        level = Level.named(head.group(1));
      }
      open.add(line);
    }
    close(entries, level, open);
    return entries;
  }

  private static void close(List<LogEntry> entries, Level level, List<String> open) {
    if (!open.isEmpty()) {
      entries.add(new LogEntry(level, String.join("\n", open)));
      open.clear();
    }
  }
}
