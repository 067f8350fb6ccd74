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
  private static final long NANOS_BETWEEN = 100_000_000;

  private final TerminalLine terminal;
  private @Nullable TimeLeft left;
  private long shown;

  ProgressBar(Console console) {
    terminal = new TerminalLine(console);
  }

  @Override
  public void note(String line) {
    terminal.own(line);
  }

  @Override
  public void started(Run run) {
    terminal.own(Words.started(run));
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
      terminal.rewrite(line(painted, left));
    }
  }

  @Override
  public void recovered(RunListener.Recovery recovery) {
    terminal.own(Words.recovered(recovery));
  }

  @Override
  public void levelledOff(Stage stage, int iteration) {
    terminal.own(Words.levelledOff(stage, iteration));
  }

  @Override
  public void snapshot(Path file, Painted painted) {
    terminal.own("Snapshot " + file);
    fromNow();
  }

  @Override
  public void stopping() {
    terminal.own(Words.stopping());
  }

  @Override
  public void saved(Path file, Outcome outcome, double seconds) {
    terminal.below(Words.saved(file, outcome, seconds));
  }

  private String line(Painted painted, TimeLeft time) {
    return String.format(
        Locale.ROOT,
        "%s %d/%d  stage %d/%d %s  %.1f/s  %s left",
        terminal.bar(painted.done(), painted.total()),
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
}
