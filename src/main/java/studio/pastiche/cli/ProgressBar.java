package studio.pastiche.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Painted;
import studio.pastiche.engine.Run;
import studio.pastiche.engine.RunListener;
import studio.pastiche.engine.Stage;
import studio.pastiche.engine.TimeLeft;

/// One line on a terminal that is written over and over: stage, iteration, speed, time left.
final class ProgressBar implements Reporter {
  private static final int CELLS = 24;
  private static final long NANOS_BETWEEN = 100_000_000;

  /// What a terminal is wide at least; a longer line would wrap and could not be written over.
  private static final int WIDTH = 79;

  private final Console console;
  private final String full;
  private final String empty;
  private @Nullable TimeLeft left;
  private long shown;
  private boolean onTheLine;

  ProgressBar(Console console) {
    this.console = console;
    boolean blocks = console.shows("█░");
    full = blocks ? "█" : "#";
    empty = blocks ? "░" : "-";
  }

  @Override
  public void note(String line) {
    own(line);
  }

  @Override
  public void started(Run run) {
    own(Words.started(run));
    left = new TimeLeft(run::pyramid);
    shown = System.nanoTime() - NANOS_BETWEEN;
  }

  @Override
  public void entered(Stage stage, int stages) {
    fromNow();
  }

  @Override
  public void painted(Painted painted, double ms) {
    if (left == null) {
      return;
    }
    long now = System.nanoTime();
    left.iteration(painted.stage(), now);
    if (now - shown >= NANOS_BETWEEN || painted.done() == painted.total()) {
      shown = now;
      rewrite(line(painted, left));
    }
  }

  @Override
  public void recovered(RunListener.Recovery recovery) {
    own(Words.recovered(recovery));
  }

  @Override
  public void snapshot(Path file, Painted painted) {
    own("Snapshot " + file);
    fromNow();
  }

  @Override
  public void stopping() {
    own(Words.stopping());
  }

  @Override
  public synchronized void saved(Path file, Outcome outcome, double seconds) {
    if (onTheLine) {
      console.out().println();
      onTheLine = false;
    }
    console.out().println(Words.saved(file, outcome, seconds));
  }

  private String line(Painted painted, TimeLeft time) {
    int cells = (int) ((long) CELLS * painted.done() / Math.max(1, painted.total()));
    return String.format(
        Locale.ROOT,
        "%s%s %d/%d  stage %d/%d %s  %.1f/s  %s left",
        full.repeat(cells),
        empty.repeat(CELLS - cells),
        painted.done(),
        painted.total(),
        painted.stage().number() + 1,
        painted.stages(),
        Words.size(painted.stage()),
        1000 / time.milliseconds(),
        Words.clock(time.secondsLeft(painted.stage(), painted.iteration())));
  }

  /// What went by until now was no painting.
  private void fromNow() {
    if (left != null) {
      left.from(System.nanoTime());
    }
  }

  private synchronized void rewrite(String line) {
    String cut = line.length() > WIDTH ? line.substring(0, WIDTH) : line;
    console.out().print("\r" + cut + " ".repeat(WIDTH - cut.length()));
    console.out().flush();
    onTheLine = true;
  }

  /// A line of its own, in place of the bar, which comes again below. An interrupt says its own
  /// from another thread.
  private synchronized void own(String line) {
    console.out().println((onTheLine ? "\r" + " ".repeat(WIDTH) + "\r" : "") + line);
    onTheLine = false;
  }
}
