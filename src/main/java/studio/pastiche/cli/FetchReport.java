package studio.pastiche.cli;

import java.util.Locale;
import studio.pastiche.networks.Sizes;
import studio.pastiche.networks.download.Listener;
import studio.pastiche.networks.download.Progress;

/// Says how fetching goes: a bar where somebody watches, a line at every tenth where not.
final class FetchReport implements Listener {
  private final Console console;
  private final TerminalLine terminal;
  private long tenths;

  FetchReport(Console console) {
    this.console = console;
    terminal = new TerminalLine(console);
  }

  @Override
  public void progressed(Progress progress) {
    if (console.terminal()) {
      terminal.rewrite(terminal.bar(progress.done(), progress.total()) + " " + words(progress));
      return;
    }
    long now = 10 * progress.done() / Math.max(1, progress.total());
    boolean more = now > tenths;
    // fewer where it was begun anew
    tenths = now;
    if (more) {
      console.out().println(words(progress));
    }
  }

  @Override
  public void turned(Turn turn) {
    terminal.own(
        switch (turn) {
          case RESUMED -> "Going on from where it stopped.";
          case STARTED_ANEW -> "The file on the server is another one now; beginning anew.";
          case WHOLE_FILE -> "The server gives no parts of a file, so all of it is fetched.";
        });
  }

  /// The last line.
  void last(String line) {
    terminal.below(line);
  }

  private static String words(Progress progress) {
    String left =
        Double.isFinite(progress.secondsLeft())
            ? "  %s left".formatted(Words.clock(progress.secondsLeft()))
            : "";
    return String.format(
        Locale.ROOT,
        "%s of %s  %s/s%s",
        Sizes.mb(progress.done()),
        Sizes.mb(progress.total()),
        Sizes.mb((long) progress.bytesPerSecond()),
        left);
  }
}
