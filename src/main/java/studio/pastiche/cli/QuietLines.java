package studio.pastiche.cli;

import java.nio.file.Path;
import studio.pastiche.engine.Painted;
import studio.pastiche.engine.Run;
import studio.pastiche.engine.RunListener;
import studio.pastiche.engine.Stage;

/// A few lines for a log file: the beginning, each stage, the end.
final class QuietLines implements Reporter {
  private final Console console;

  QuietLines(Console console) {
    this.console = console;
  }

  @Override
  public void note(String line) {
    console.err().println(line);
  }

  @Override
  public void started(Run run) {
    console.out().println(Words.started(run));
  }

  @Override
  public void entered(Stage stage, int stages) {
    console
        .out()
        .println(
            "Stage %d of %d: %s, %d iterations"
                .formatted(stage.number() + 1, stages, Words.size(stage), stage.iterations()));
  }

  @Override
  public void painted(Painted painted, double ms) {}

  @Override
  public void recovered(RunListener.Recovery recovery) {
    console.err().println(Words.recovered(recovery));
  }

  @Override
  public void levelledOff(Stage stage, int iteration) {
    console.out().println(Words.levelledOff(stage, iteration));
  }

  @Override
  public void snapshot(Path file, Painted painted) {}

  @Override
  public void stopping() {}

  @Override
  public void saved(Path file, Outcome outcome, double seconds) {
    console.out().println(Words.saved(file, outcome, seconds));
  }
}
