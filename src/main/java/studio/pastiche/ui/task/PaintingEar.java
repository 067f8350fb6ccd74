package studio.pastiche.ui.task;

import java.time.Duration;
import java.util.List;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.engine.Frame;
import studio.pastiche.engine.Painted;
import studio.pastiche.engine.ResidentMemory;
import studio.pastiche.engine.Run;
import studio.pastiche.engine.RunListener;
import studio.pastiche.engine.RunState;
import studio.pastiche.engine.Stage;
import studio.pastiche.engine.TimeLeft;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;
import studio.pastiche.session.LossTrace;
import studio.pastiche.session.Snapshot;

/// Listens on the painting thread: passes on frames and progress as fast as the window takes them,
/// and snapshots when they are due.
final class PaintingEar implements RunListener {
  private static final Logger LOG = LoggerFactory.getLogger(PaintingEar.class);
  private static final long PROGRESS_EVERY = 100_000_000;
  private static final long MEMORY_EVERY = 1_000_000_000;

  private final int number;
  private final Run run;
  private final RunControl control;
  private final SnapshotWriter snapshots;
  private final PaintingJob.Watcher watcher;
  private final Relay<Frame> frames;
  private final Relay<Progress> reports;
  private final FramePace framePace = new FramePace();
  private final AutosavePace autosaves;
  private final TimeLeft timeLeft;
  private final LossTrace trace;
  private final Size finalSize;

  private long nextReport = Long.MIN_VALUE;
  private long nextMemory = Long.MIN_VALUE;
  private long memory;
  private int keptAt;
  private boolean toldOfState;
  private Snapshot.@Nullable Mark last;

  PaintingEar(
      int number,
      Run run,
      RunControl control,
      SnapshotWriter snapshots,
      PaintingJob.Watcher watcher,
      Duration autosaveEvery) {
    this.number = number;
    this.run = run;
    this.control = control;
    this.snapshots = snapshots;
    this.watcher = watcher;
    frames = new Relay<>(watcher::painted);
    reports = new Relay<>(watcher::progressed);
    trace = new LossTrace(number);
    autosaves = new AutosavePace(autosaveEvery, System.nanoTime());
    timeLeft = new TimeLeft(run::pyramid);
    finalSize = new Size(run.pyramid().last().width(), run.pyramid().last().height());
  }

  /// Where the run was left, for the snapshot at its end; null before the first iteration.
  Snapshot.@Nullable Mark lastMark() {
    return last;
  }

  @Override
  public void stageStarted(Stage stage, int stages) {
    control.stopIfAsked();
    timeLeft.from(System.nanoTime());
  }

  @Override
  public void painted(Painted painted) {
    long now = System.nanoTime();
    timeLeft.iteration(painted.stage(), now);
    boolean pausing = control.pauseAsked();
    trace.add(LossTrace.Point.of(painted, run.recipe().layers()));
    last = mark(painted, true);
    keepIfDue(painted, pausing, now);
    autosaveIfDue(painted, pausing, now);
    if (pausing || (framePace.due(now) && frames.taken())) {
      long began = System.nanoTime();
      frames.offer(painted.frame());
      framePace.made(began, System.nanoTime());
    }
    if (pausing || now >= nextReport || painted.done() == painted.total()) {
      nextReport = now + PROGRESS_EVERY;
      reports.offer(progress(painted, now));
    }
    if (pausing) {
      // One that was asked for meanwhile waits for the next iteration, whose picture will be kept.
      control.holdIfPaused();
    }
  }

  @Override
  public void levelledOff(Stage stage, int iteration) {
    Platform.runLater(() -> watcher.levelledOff(stage, iteration));
  }

  @Override
  public void recovered(Recovery recovery) {
    Platform.runLater(() -> watcher.recovered(recovery));
  }

  @Override
  public void paused() {
    // Who sees it paused may count on the pause's snapshot.
    snapshots.afterwards(watcher::paused);
  }

  @Override
  public void resumed() {
    timeLeft.from(System.nanoTime());
    Platform.runLater(watcher::resumed);
  }

  /// Where an autosave is due, too, this one takes its place: it is in the way of another.
  private void keepIfDue(Painted painted, boolean pausing, long now) {
    // The last iteration's picture is kept when the run has ended.
    boolean due = control.snapshotDue(painted.done()) && painted.done() < painted.total();
    if (due || control.isSnapshotWanted() || (pausing && keptAt != painted.done())) {
      keptAt = painted.done();
      // before anyone is taken off the list: where there is no memory for it, they are told so
      Picture picture = painted.picture();
      List<Wish> waiting = control.takeWanted();
      boolean stateWanted = waiting.stream().anyMatch(Wish::withState);
      boolean autosave = autosaves.due(now);
      if (autosave) {
        autosaves.begin(now);
      }
      snapshots.keep(
          mark(painted, false),
          picture,
          painted.recipe(),
          stateWanted || pausing || autosave ? state() : null,
          waiting,
          autosave ? () -> autosaves.end(System.nanoTime()) : () -> {});
    }
  }

  /// A pause keeps the state by itself. While the writer is behind, it stays due. Where there is no
  /// memory for the state, the picture alone is better than nothing.
  private void autosaveIfDue(Painted painted, boolean pausing, long now) {
    if (pausing
        || painted.done() == painted.total()
        || !autosaves.due(now)
        || !snapshots.hasRoom()) {
      return;
    }
    autosaves.begin(now);
    snapshots.autosave(
        mark(painted, false),
        painted.picture(),
        painted.recipe(),
        state(),
        () -> autosaves.end(System.nanoTime()));
  }

  /// The run's state, or null where there is no memory for it: it is several times as large as the
  /// picture, and the painting matters more.
  @Nullable RunState state() {
    try {
      return run.state();
    } catch (OutOfMemoryError e) {
      LOG.warn("There is no memory to keep the run's state", e);
      if (!toldOfState) {
        toldOfState = true;
        Platform.runLater(() -> watcher.stateNotKept(e));
      }
      return null;
    }
  }

  private Snapshot.Mark mark(Painted painted, boolean end) {
    return new Snapshot.Mark(
        number,
        painted.stage().number() + 1,
        painted.stages(),
        painted.done(),
        painted.loss(),
        painted.distances(),
        finalSize,
        end);
  }

  private Progress progress(Painted painted, long now) {
    if (now >= nextMemory) {
      nextMemory = now + MEMORY_EVERY;
      memory = ResidentMemory.bytesOrHeap();
    }
    return new Progress(
        painted.stage(),
        painted.stages(),
        painted.iteration(),
        painted.done(),
        painted.total(),
        painted.loss(),
        timeLeft.milliseconds(),
        timeLeft.secondsLeft(painted.stage(), painted.iteration()),
        run.recipe().computation(),
        memory,
        trace);
  }
}
