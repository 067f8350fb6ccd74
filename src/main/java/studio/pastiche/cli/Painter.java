package studio.pastiche.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import studio.pastiche.engine.Moment;
import studio.pastiche.engine.Painted;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.Run;
import studio.pastiche.engine.RunListener;
import studio.pastiche.engine.RunResult;
import studio.pastiche.engine.Stage;
import studio.pastiche.file.FileException;

/// Carries one run to its end: reports, saves snapshots, and stops where the recipe or the user
/// says.
final class Painter implements RunListener {
  private final Run run;
  private final Reporter reporter;
  private final Snapshots snapshots;
  private final @Nullable Moment end;
  private final AtomicBoolean interrupted = new AtomicBoolean();
  private @Nullable Outcome reached;
  private long since;

  Painter(Run run, Reporter reporter, Snapshots snapshots) {
    this.run = run;
    this.reporter = reporter;
    this.snapshots = snapshots;
    end = run.recipe().end();
  }

  Outcome paint() throws InterruptedException {
    reporter.started(run);
    RunResult result = run.paint(this);
    return reached != null ? reached : new Outcome(result.picture(), result.recipe(), end(result));
  }

  /// Lets the painting end after the present iteration. From any thread.
  void interrupt() {
    interrupted.set(true);
    reporter.stopping();
    run.stop();
  }

  @Override
  public void stageStarted(Stage stage, int stages) {
    reporter.entered(stage, stages);
    since = System.nanoTime();
    if (interrupted.get() || new Moment(stage.number(), 0).equals(end)) {
      run.stop();
    }
  }

  @Override
  public void painted(Painted painted) {
    reporter.painted(painted, (System.nanoTime() - since) / 1e6);
    save(painted);
    if (new Moment(painted.stage().number(), painted.iteration()).equals(end)) {
      // taken here: after a stage's last iteration the run itself stops only at the next one's size
      reached = new Outcome(painted.picture(), painted.recipe(), Outcome.End.STOPPED);
      run.stop();
    }
    since = System.nanoTime();
  }

  @Override
  public void levelledOff(Stage stage, int iteration) {
    reporter.levelledOff(stage, iteration);
  }

  @Override
  public void recovered(Recovery recovery) {
    reporter.recovered(recovery);
  }

  @Override
  public void smallerTiles(Recipe recipe) {
    reporter.note(
        "Memory ran out; going on in tiles of %d px.".formatted(recipe.computation().tile()));
  }

  /// A snapshot that can't be saved is no reason to lose the painting.
  private void save(Painted painted) {
    try {
      Optional<Path> snapshot = snapshots.saved(painted);
      snapshot.ifPresent(file -> reporter.snapshot(file, painted));
    } catch (FileException e) {
      LoggerFactory.getLogger(Painter.class).warn("A snapshot was not saved", e);
      reporter.note("A snapshot was not saved: " + e.getMessage());
    }
  }

  private Outcome.End end(RunResult result) {
    return switch (result.end()) {
      case FINISHED -> Outcome.End.FINISHED;
      case STOPPED -> interrupted.get() ? Outcome.End.INTERRUPTED : Outcome.End.STOPPED;
      case NOT_FINITE -> Outcome.End.NOT_FINITE;
    };
  }
}
