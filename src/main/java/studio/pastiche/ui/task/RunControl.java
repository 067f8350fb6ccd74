package studio.pastiche.ui.task;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Run;
import studio.pastiche.engine.Tuning;

/// What the artist has asked of a run, which may not exist yet: wishes wait until it does.
final class RunControl {
  private final List<Wish> wanted = new ArrayList<>();
  private @Nullable Run run;
  private @Nullable Tuning tuning;
  private boolean paused;
  private boolean stopped;
  private int every;

  RunControl(int every) {
    this.every = every;
  }

  synchronized void attach(Run begun) {
    run = begun;
    if (tuning != null) {
      begun.tune(tuning);
    }
  }

  synchronized void detach() {
    run = null;
  }

  /// The run itself is paused by [#holdIfPaused], after an iteration whose picture was kept.
  synchronized void pause() {
    paused = true;
  }

  synchronized void resume() {
    paused = false;
    if (run != null) {
      run.resume();
    }
  }

  synchronized void stop() {
    stopped = true;
    if (run != null) {
      run.stop();
    }
  }

  synchronized void tune(Tuning next) {
    tuning = next;
    if (run != null) {
      run.tune(next);
    }
  }

  synchronized void snapshotEvery(int iterations) {
    every = iterations;
  }

  synchronized void keepNext(Wish wish) {
    wanted.add(wish);
  }

  /// Called when the run has begun to listen: a stop asked for earlier takes effect.
  synchronized void stopIfAsked() {
    if (stopped && run != null) {
      run.stop();
    }
  }

  synchronized boolean pauseAsked() {
    return paused;
  }

  synchronized void holdIfPaused() {
    if (paused && run != null) {
      run.pause();
    }
  }

  synchronized boolean snapshotDue(int done) {
    return every > 0 && done % every == 0;
  }

  synchronized boolean isSnapshotWanted() {
    return !wanted.isEmpty();
  }

  /// Who waits for a snapshot; each is named once.
  synchronized List<Wish> takeWanted() {
    List<Wish> now = List.copyOf(wanted);
    wanted.clear();
    return now;
  }
}
