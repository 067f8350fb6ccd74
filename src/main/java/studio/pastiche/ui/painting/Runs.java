package studio.pastiche.ui.painting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Frame;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.RunListener;
import studio.pastiche.engine.RunResult;
import studio.pastiche.engine.RunState;
import studio.pastiche.engine.Stage;
import studio.pastiche.picture.Size;
import studio.pastiche.session.Branch;
import studio.pastiche.session.History;
import studio.pastiche.session.Snapshot;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.ui.task.EngineRoom;
import studio.pastiche.ui.task.PaintingJob;
import studio.pastiche.ui.task.Progress;
import studio.pastiche.ui.task.Wish;

/// The runs, one at a time: begins them, steers the one in hand, and puts what they make on the
/// easel and into the album.
final class Runs {
  private final EngineRoom engines;
  private final SnapshotStore store;
  private final Duration autosaveEvery;
  private final Chosen chosen;
  private final Easel easel;
  private final Album album;
  private final RunPlans plans;
  private final Consumer<? super PaintingEvent> events;
  private final Runnable write;
  private @Nullable PaintingJob job;
  private @Nullable RunSettings begun;
  private boolean applying;

  /// What is to be done as soon as nothing is painted.
  private final List<Runnable> waiting = new ArrayList<>();

  private @Nullable Size finalSize;

  /// Why the newest snapshot is missing, or null where it is there.
  private @Nullable Throwable missing;

  /// The branch that is or was painted last.
  private int number;

  private Branch.@Nullable Origin origin;

  /// @param autosaveEvery while it paints, its picture and state are written down at most so often
  /// @param events hears of what happens
  /// @param write writes the session down
  Runs(
      EngineRoom engines,
      SnapshotStore store,
      Duration autosaveEvery,
      Chosen chosen,
      Easel easel,
      Album album,
      Consumer<? super PaintingEvent> events,
      Runnable write) {
    this.engines = engines;
    this.store = store;
    this.autosaveEvery = autosaveEvery;
    this.chosen = chosen;
    this.easel = easel;
    this.album = album;
    this.events = events;
    this.write = write;
    plans = new RunPlans(store);
    chosen.edits().onChange(this::tune);
  }

  /// The number of the branch that is being painted, or 0.
  int inHand() {
    return easel.busy() ? number : 0;
  }

  /// Whether the run in progress can't take what this is set to.
  boolean needsNewStart(Setting setting) {
    return begun != null && begun.outdated(setting);
  }

  /// See [Painting#paint].
  void paint() {
    if (chosen.canPaint().get()) {
      chosen
          .start()
          .ifPresent(
              start ->
                  begin(
                      history().nextNumber(),
                      null,
                      start.run(),
                      plans.fresh(start.settings(), start.photo(), start.styles())));
    }
  }

  /// See [Painting#continueFrom].
  void continueFrom(Snapshot snapshot) {
    Branch branch = history().branchOf(snapshot).orElse(null);
    if (branch == null || easel.busy()) {
      return;
    }
    RunSettings run = chosen.takeFrom(branch, snapshot);
    begin(
        history().nextNumber(),
        Branch.Origin.of(snapshot),
        run,
        plans.goingOn(snapshot, branch, run.tuning(false), chosen.wells()));
  }

  /// See [Painting#goOn].
  void goOn(Snapshot snapshot, RunState state) {
    Branch branch = history().branchOf(snapshot).orElse(null);
    if (branch == null || easel.busy()) {
      return;
    }
    RunSettings run = chosen.takeFrom(branch, snapshot);
    begin(branch.number(), branch.origin(), run, plans.again(branch, state, chosen.wells()));
  }

  /// See [Painting#apply].
  void apply() {
    if (job != null && easel.phase().get() != Phase.STOPPING) {
      applying = true;
      stop();
    }
  }

  private void begin(
      int branch, Branch.@Nullable Origin from, RunSettings run, PaintingJob.Plan plan) {
    number = branch;
    origin = from;
    missing = null;
    easel.phase().set(Phase.STARTING);
    easel.progress().set(null);
    begun = run;
    easel.outdated().set(false);
    PaintingJob started =
        new PaintingJob(
            new PaintingJob.Order(
                branch, plan, chosen.settings().device().get(), chosen.settings().network().get()),
            new PaintingJob.Keeping(chosen.settings().snapshotEvery().getInt(), autosaveEvery),
            engines,
            store,
            new Ear());
    job = started;
    started.start();
  }

  void pause() {
    if (job != null) {
      job.pause();
    }
  }

  void resume() {
    if (job != null) {
      job.resume();
    }
  }

  void stop() {
    if (job != null && easel.phase().get() != Phase.STOPPING) {
      easel.phase().set(Phase.STOPPING);
      job.stop();
    }
  }

  /// See [Painting#whenIdle].
  void whenIdle(Runnable then) {
    if (easel.busy()) {
      waiting.add(then);
      stop();
    } else {
      then.run();
    }
  }

  /// Does what has waited for the run's end. That may begin another one or replace the document, so
  /// it comes after all else that the end brings; what begins a run ends the one of the deed
  /// before.
  private void doWhatWaited() {
    List<Runnable> now = List.copyOf(waiting);
    waiting.clear();
    now.forEach(this::whenIdle);
  }

  /// Stops, and waits for a moment until the run has let go of its files.
  void abandon() {
    PaintingJob last = job;
    if (last != null) {
      stop();
      last.awaitEnd(Duration.ofSeconds(3));
    }
  }

  /// Forgets what was painted last: another session is opened.
  void forget() {
    missing = null;
    easel.clear();
  }

  private History history() {
    return album.history();
  }

  /// See [Painting#keep].
  void keep(Wish wish) {
    if (job != null && easel.phase().get() != Phase.PAUSED) {
      job.keepNext(wish);
    } else if (missing != null) {
      events.accept(new PaintingEvent.NotKept(missing));
      wish.notKept().accept(missing);
    } else if (album.snapshots().isEmpty()) {
      wish.nothing().run();
    } else {
      wish.kept().accept(album.snapshots().getLast());
    }
  }

  private void tune() {
    if (job != null && begun != null) {
      easel.outdated().set(begun.outdated());
      job.tune(begun.tuning(chosen.edits().dragging()));
      job.snapshotEvery(chosen.settings().snapshotEvery().getInt());
    }
  }

  private void over() {
    List<Wish> unanswered = unanswered();
    job = null;
    begun = null;
    if (missing == null) {
      album.forgetAutosaves();
    } else {
      album.keepAutosaves();
    }
    album.forgetIfEmpty(number);
    easel.outdated().set(false);
    easel.phase().set(Phase.IDLE);
    unanswered.forEach(this::keep);
  }

  private List<Wish> unanswered() {
    return job == null ? List.of() : job.unanswered();
  }

  /// Starts again from what the run has left, if that was asked for, nothing else since, and there
  /// is something.
  private void goOnIfApplying() {
    boolean wanted = applying && missing == null && waiting.isEmpty();
    applying = false;
    if (wanted) {
      chosen.start().ifPresent(this::goOnFromNewest);
    }
  }

  private void goOnFromNewest(Chosen.Start start) {
    @Nullable Snapshot from = history().newestOf(number).orElse(null);
    if (from == null) {
      paint();
      return;
    }
    begin(
        history().nextNumber(),
        Branch.Origin.of(from),
        start.run(),
        plans.growing(from, start.settings(), start.photo(), start.styles()));
  }

  private final class Ear implements PaintingJob.Watcher {
    @Override
    public void started(Recipe recipe, Size size) {
      finalSize = size;
      album.begin(number, origin, recipe, size);
    }

    @Override
    public void progressed(Progress now) {
      easel.progress().set(now);
      if (easel.phase().get() == Phase.STARTING) {
        easel.phase().set(Phase.PAINTING);
      }
    }

    @Override
    public void painted(Frame picture) {
      easel.show(picture, finalSize);
    }

    @Override
    public void paused() {
      if (easel.phase().get() != Phase.STOPPING) {
        easel.phase().set(Phase.PAUSED);
        // Who asked for a snapshot after the pause's was taken gets that one: no other comes.
        unanswered().forEach(Runs.this::keep);
      }
    }

    @Override
    public void resumed() {
      if (easel.phase().get() == Phase.PAUSED) {
        easel.phase().set(Phase.PAINTING);
      }
    }

    @Override
    public void kept(Snapshot snapshot) {
      missing = null;
      album.keep(snapshot);
      write.run();
    }

    @Override
    public void autosaved(Snapshot snapshot) {
      album.autosaved(snapshot);
      write.run();
    }

    @Override
    public void notKept(Throwable problem) {
      missing = problem;
      events.accept(new PaintingEvent.NotKept(problem));
    }

    @Override
    public void stateNotKept(Throwable problem) {
      events.accept(new PaintingEvent.StateNotKept(problem));
    }

    @Override
    public void levelledOff(Stage stage, int iteration) {
      events.accept(new PaintingEvent.LevelledOff(stage, iteration));
    }

    @Override
    public void recovered(RunListener.Recovery recovery) {
      events.accept(new PaintingEvent.Recovered(recovery));
    }

    @Override
    public void ended(RunResult.End end, Frame picture) {
      painted(picture);
      over();
      events.accept(new PaintingEvent.Ended(end));
      goOnIfApplying();
      doWhatWaited();
    }

    @Override
    public void failed(Throwable problem) {
      applying = false;
      over();
      events.accept(new PaintingEvent.Failed(problem));
      doWhatWaited();
    }
  }
}
