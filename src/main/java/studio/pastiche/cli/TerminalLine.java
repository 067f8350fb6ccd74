package studio.pastiche.cli;

/// A line on a terminal that is written over and over.
final class TerminalLine {
  private static final int CELLS = 24;

  /// What a terminal is wide at least; a longer line would wrap and could not be written over.
  private static final int WIDTH = 79;

  private final Console console;
  private final String full;
  private final String empty;
  private boolean onTheLine;

  TerminalLine(Console console) {
    this.console = console;
    boolean blocks = console.shows("█░");
    full = blocks ? "█" : "#";
    empty = blocks ? "░" : "-";
  }

  /// A bar that is full where all is done.
  String bar(long done, long total) {
    int cells = (int) (CELLS * Math.min(done, total) / Math.max(1, total));
    return full.repeat(cells) + empty.repeat(CELLS - cells);
  }

  /// Writes the line anew.
  synchronized void rewrite(String line) {
    String cut = line.length() > WIDTH ? line.substring(0, WIDTH) : line;
    console.out().print("\r" + cut + " ".repeat(WIDTH - cut.length()));
    console.out().flush();
    onTheLine = true;
  }

  /// Writes a line of its own in place of the one, which comes again below. An interrupt says its
  /// own from another thread.
  synchronized void own(String line) {
    console.out().println((onTheLine ? "\r" + " ".repeat(WIDTH) + "\r" : "") + line);
    onTheLine = false;
  }

  /// Writes the last line, under the one, which stays.
  synchronized void below(String line) {
    if (onTheLine) {
      console.out().println();
      onTheLine = false;
    }
    console.out().println(line);
  }
}
