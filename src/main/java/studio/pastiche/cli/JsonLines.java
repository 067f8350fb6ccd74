package studio.pastiche.cli;

import java.nio.file.Path;
import studio.pastiche.engine.Computation;
import studio.pastiche.engine.Distances;
import studio.pastiche.engine.Layers;
import studio.pastiche.engine.Painted;
import studio.pastiche.engine.Run;
import studio.pastiche.engine.RunListener;
import studio.pastiche.engine.Stage;

/// One JSON object a line, for other programs: see [Report].
final class JsonLines implements Reporter {
  private final Json json = new Json();
  private final Console console;

  JsonLines(Console console) {
    this.console = console;
  }

  @Override
  public void note(String line) {
    say(new Report.Note("note", line));
  }

  @Override
  public void started(Run run) {
    Stage last = run.pyramid().last();
    Computation computation = run.recipe().computation();
    say(
        new Report.Started(
            "started",
            last.width(),
            last.height(),
            run.pyramid().stages().size(),
            run.recipe().schedule().total(),
            run.recipe().network().name(),
            computation.device(),
            computation.precision(),
            computation.threads(),
            computation.tile()));
  }

  @Override
  public void entered(Stage stage, int stages) {
    say(
        new Report.Entered(
            "stage",
            stage.number() + 1,
            stages,
            stage.width(),
            stage.height(),
            stage.iterations()));
  }

  @Override
  public void painted(Painted painted, double ms) {
    Stage stage = painted.stage();
    Layers layers = painted.recipe().layers();
    Distances distances = painted.distances();
    say(
        new Report.Iteration(
            "painted",
            stage.number() + 1,
            painted.stages(),
            stage.width(),
            stage.height(),
            painted.iteration(),
            painted.done(),
            painted.total(),
            painted.loss(),
            distances.content(layers),
            distances.style(layers),
            distances.totalVariation(),
            Json.rounded(ms, 1)));
  }

  @Override
  public void recovered(RunListener.Recovery recovery) {
    say(
        new Report.Recovered(
            "recovered",
            recovery.at().stage() + 1,
            recovery.at().iteration() + 1,
            recovery.learningRate(),
            recovery.gaveUp()));
  }

  @Override
  public void levelledOff(Stage stage, int iteration) {
    say(
        new Report.LevelledOff(
            "levelled_off", stage.number() + 1, iteration, stage.iterations() - iteration));
  }

  @Override
  public void snapshot(Path file, Painted painted) {
    say(
        new Report.Snapshot(
            "snapshot",
            file.toString(),
            painted.stage().number() + 1,
            painted.iteration(),
            painted.done()));
  }

  @Override
  public void stopping() {
    say(new Report.Stopping("stopping"));
  }

  @Override
  public void saved(Path file, Outcome outcome, double seconds) {
    say(
        new Report.Saved(
            "saved",
            file.toString(),
            outcome.picture().width(),
            outcome.picture().height(),
            outcome.end(),
            Json.rounded(seconds, 2)));
  }

  /// Lines come from the painting thread and, on an interrupt, from another.
  private synchronized void say(Report report) {
    console.out().println(json.line(report));
    console.out().flush();
  }
}
