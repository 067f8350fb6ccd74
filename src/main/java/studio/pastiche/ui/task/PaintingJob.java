package studio.pastiche.ui.task;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Frame;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.Run;
import studio.pastiche.engine.RunListener;
import studio.pastiche.engine.RunResult;
import studio.pastiche.engine.RunState;
import studio.pastiche.engine.Stage;
import studio.pastiche.engine.Tuning;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.torch.TorchException;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;
import studio.pastiche.session.Beginning;
import studio.pastiche.session.Snapshot;
import studio.pastiche.session.SnapshotStore;

/// One run on a thread of its own. Its methods may be called from the JavaFX thread and return at
/// once; its [Watcher] is told on the JavaFX thread.
public final class PaintingJob {
  /// What a job paints.
  ///
  /// @param run which of the session's runs this is, from 1
  /// @param plan makes what it begins with
  /// @param device to paint on
  /// @param network to paint with, by its name
  public record Order(int run, Plan plan, String device, String network) {}

  /// Makes what a run begins with, on the painting thread.
  public interface Plan {
    /// Throws IOException where an input is missing.
    Beginning beginning(FeatureNetwork network) throws IOException;
  }

  /// When what is kept.
  ///
  /// @param every a snapshot after so many iterations; 0 for none but the last
  /// @param autosave the run's state at most so often, for the case that the process is killed
  public record Keeping(int every, Duration autosave) {}

  /// Hears of a job on the JavaFX thread.
  public interface Watcher {
    /// The run exists.
    ///
    /// @param recipe with its computation settled
    /// @param finalSize of its last stage
    void started(Recipe recipe, Size finalSize);

    void progressed(Progress progress);

    void painted(Frame frame);

    void paused();

    void resumed();

    void kept(Snapshot snapshot);

    /// The newest picture and state were kept, for the case that the process is killed.
    void autosaved(Snapshot snapshot);

    /// A snapshot was not kept: the disk did not take it, for example.
    void notKept(Throwable problem);

    /// The run's state was not kept, though the picture was.
    void stateNotKept(Throwable problem);

    /// A stage ended before its time, as the picture hardly changed any more.
    void levelledOff(Stage stage, int iteration);

    /// The loss was not finite; the run went back, or gave up.
    void recovered(RunListener.Recovery recovery);

    /// The last thing said of a job that painted; `picture` is what it ended with.
    void ended(RunResult.End end, Frame picture);

    /// The last thing said of a job that could not paint, or not go on.
    void failed(Throwable problem);
  }

  private final Order order;
  private final EngineRoom engines;
  private final Watcher watcher;
  private final SnapshotWriter snapshots;
  private final RunControl control;
  private final Duration autosaveEvery;

  private final EngineThread thread = new EngineThread("painting", this::paintToTheEnd, this::stop);

  public PaintingJob(
      Order order, Keeping keeping, EngineRoom engines, SnapshotStore store, Watcher watcher) {
    this.order = order;
    autosaveEvery = keeping.autosave();
    this.engines = engines;
    this.watcher = watcher;
    snapshots =
        new SnapshotWriter(
            store, watcher::kept, watcher::notKept, watcher::stateNotKept, watcher::autosaved);
    control = new RunControl(keeping.every());
  }

  /// Begins to paint. Once only.
  public void start() {
    thread.start();
  }

  /// Waits until the run is over, at most so long.
  public void awaitEnd(Duration longest) {
    thread.awaitEnd(longest);
  }

  public void pause() {
    control.pause();
  }

  public void resume() {
    control.resume();
  }

  public void stop() {
    control.stop();
  }

  public void tune(Tuning tuning) {
    control.tune(tuning);
  }

  /// Keeps a snapshot every so many iterations from now on; 0 for none but the last.
  public void snapshotEvery(int iterations) {
    control.snapshotEvery(iterations);
  }

  /// Keeps a snapshot of the next iteration, and tells of it.
  public void keepNext(Wish wish) {
    control.keepNext(wish);
  }

  /// Who asked for a snapshot when the last one had been kept already; each is named once.
  public List<Wish> unanswered() {
    return control.takeWanted();
  }

  private void paintToTheEnd() {
    try (snapshots) {
      EngineRoom.Equipment equipment = engines.on(order.device(), order.network()).get();
      Beginning begin = order.plan().beginning(equipment.network());
      try (Run run = equipment.engine().goOn(begin.recipe(), begin.materials(), begin.state())) {
        paint(run);
      }
    } catch (ExecutionException e) {
      Platform.runLater(() -> watcher.failed(e.getCause() == null ? e : e.getCause()));
    } catch (InterruptedException
        | IOException
        | RuntimeException
        | LinkageError
        | OutOfMemoryError e) {
      Platform.runLater(() -> watcher.failed(e));
    }
  }

  private void paint(Run run) throws InterruptedException {
    Size finalSize = new Size(run.pyramid().last().width(), run.pyramid().last().height());
    Platform.runLater(() -> watcher.started(run.recipe(), finalSize));
    control.attach(run);
    PaintingEar ear = new PaintingEar(order.run(), run, control, snapshots, watcher, autosaveEvery);
    RunResult result = painted(run, ear);
    control.detach();
    keepLast(ear.lastMark(), result, ear.state());
    Picture picture = result.picture();
    Frame shown = new Frame(picture.width(), picture.height(), picture.toArgb());
    snapshots.finish();
    Platform.runLater(() -> watcher.ended(result.end(), shown));
  }

  /// Paints. Where the device gives up, for want of memory mostly, what was painted until then is
  /// kept before anyone is told.
  private RunResult painted(Run run, PaintingEar ear) throws InterruptedException {
    try {
      return run.paint(ear);
    } catch (TorchException | OutOfMemoryError e) {
      control.detach();
      try {
        keepLast(ear.lastMark(), run.soFar(), null);
        snapshots.finish();
      } catch (RuntimeException | OutOfMemoryError again) {
        e.addSuppressed(again);
      }
      throw e;
    }
  }

  /// Keeps what a run was left with; nothing before its first iteration.
  private void keepLast(Snapshot.@Nullable Mark mark, RunResult result, @Nullable RunState state) {
    if (mark != null) {
      snapshots.keep(
          mark, result.picture(), result.recipe(), state, control.takeWanted(), () -> {});
    }
  }
}
