package studio.pastiche.ui.painting;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Frame;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.RunState;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;
import studio.pastiche.session.Branch;
import studio.pastiche.session.Document;
import studio.pastiche.session.History;
import studio.pastiche.session.InputPicture;
import studio.pastiche.session.Preset;
import studio.pastiche.session.RecipeSettings;
import studio.pastiche.session.Snapshot;
import studio.pastiche.session.SnapshotLimits;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.ui.task.EngineRoom;
import studio.pastiche.ui.task.LongTasks;
import studio.pastiche.ui.task.Progress;
import studio.pastiche.ui.task.TaskProgress;
import studio.pastiche.ui.task.Wish;

/// A painting, as the window works at it: what is chosen for it, what stands on the easel, the run
/// that paints it, what was kept, and how all that is written down. Everything here is read, called
/// and told on the JavaFX thread.
public final class Painting {
  private static final Duration AUTOSAVE_EVERY = Duration.ofSeconds(20);

  private final Easel easel = new Easel();
  private final Chosen chosen = new Chosen(easel);
  private final Album album = new Album();
  private final Runs runs;
  private final WrittenSession session;

  /// A slider's drag is many changes; it is written down when it rests.
  private final PauseTransition edited = new PauseTransition(javafx.util.Duration.seconds(1));

  private Consumer<PaintingEvent> events = _ -> {};
  private Runnable deed = () -> {};
  private SnapshotLimits limits = SnapshotLimits.NONE;
  private boolean toldOfLimits;

  /// The highest id of the snapshots that were there when the document was opened.
  private int brought;

  /// How many documents were opened so far.
  private long opened;

  /// A frame, and the size at which its run will end.
  public record LiveFrame(Frame frame, Size finalSize) {}

  public Painting(EngineRoom engines, SnapshotStore store) {
    this(engines, store, AUTOSAVE_EVERY);
  }

  /// @param autosaveEvery while it paints, its picture and state are written down at most so often
  public Painting(EngineRoom engines, SnapshotStore store, Duration autosaveEvery) {
    runs =
        new Runs(engines, store, autosaveEvery, chosen, easel, album, this::tell, this::writeDown);
    session = new WrittenSession(store, chosen, album, runs, this::tell);
    album.onChange(session::write);
    chosen.onInputs(session::write);
    easel.phase().addListener((_, _, _) -> session.write());
    edited.setOnFinished(_ -> session.write());
    edits().onChange(edited::playFromStart);
  }

  /// Who hears of what happens besides the properties.
  public void onEvent(Consumer<PaintingEvent> listener) {
    events = listener;
  }

  private void tell(PaintingEvent event) {
    events.accept(event);
  }

  private void writeDown() {
    thinOut();
    session.write();
  }

  public Settings settings() {
    return chosen.settings();
  }

  public ObjectProperty<@Nullable InputPicture> content() {
    return chosen.content();
  }

  public ObservableList<StyleInput> styles() {
    return chosen.styles();
  }

  /// What takes changes of settings and pictures back.
  public Edits edits() {
    return chosen.edits();
  }

  /// The preset that was chosen last, from which the settings may differ by now.
  public ReadOnlyObjectProperty<@Nullable Preset> preset() {
    return chosen.preset();
  }

  public void choosePreset(@Nullable Preset preset) {
    chosen.preset().set(preset);
  }

  /// All that goes into a recipe besides the pictures, as it is set now.
  public RecipeSettings recipeSettings() {
    return chosen.recipeSettings();
  }

  /// The recipe that a run would begin with now; nothing where a picture is missing.
  public Optional<Function<FeatureNetwork, Recipe>> planned() {
    return chosen.planned();
  }

  public BooleanBinding canPaint() {
    return chosen.canPaint();
  }

  public ReadOnlyObjectProperty<Phase> phase() {
    return easel.phase().getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Progress> progress() {
    return easel.progress().getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable LiveFrame> frame() {
    return easel.frame().getReadOnlyProperty();
  }

  /// Whether something is set that the run in progress can't take; see [#apply()].
  public ReadOnlyBooleanProperty outdated() {
    return easel.outdated().getReadOnlyProperty();
  }

  public ObservableList<Snapshot> snapshots() {
    return album.snapshots();
  }

  /// The runs, oldest first.
  public ObservableList<Branch> branches() {
    return album.branches();
  }

  /// What can be done with branches and snapshots besides looking at them: pin, delete, put back.
  /// The lists show it.
  public History history() {
    return album.history();
  }

  /// Gives up for good, with their files, what is beyond the artist's own limits, now and whenever
  /// more is painted; told the first time in each document. What an opened project has brought
  /// stays, and does not count.
  public void keepWithin(SnapshotLimits most) {
    limits = most;
    thinOut();
  }

  private void thinOut() {
    List<Snapshot> surplus =
        limits.surplus(album.snapshots().stream().filter(s -> s.id() > brought).toList());
    if (!surplus.isEmpty()) {
      album.giveUp(surplus);
      if (!toldOfLimits) {
        toldOfLimits = true;
        tell(new PaintingEvent.ThinnedOut(surplus.size()));
      }
    }
  }

  /// Starts a run of the settings as they are now.
  public void paint() {
    deed.run();
    runs.paint();
  }

  /// Starts a new branch that goes on from a snapshot: with the optimiser's state where it was
  /// kept, else from the picture alone. The settings become the snapshot's, but for the weights,
  /// the learning rate and the style mix, which rule from there on as they are set now.
  public void continueFrom(Snapshot snapshot) {
    deed.run();
    runs.continueFrom(snapshot);
  }

  /// Goes on with the very run of a snapshot that has its state, as if it had never been
  /// interrupted.
  ///
  /// @param state of the snapshot
  public void goOn(Snapshot snapshot, RunState state) {
    deed.run();
    runs.goOn(snapshot, state);
  }

  /// Goes on from the picture as it is with the settings as they are, also those that a run can't
  /// take: the run ends, and a new one starts from its picture.
  public void apply() {
    deed.run();
    runs.apply();
  }

  /// Whether the run in progress can't take what this is set to.
  public boolean needsNewStart(Setting setting) {
    return runs.needsNewStart(setting);
  }

  public void pause() {
    runs.pause();
  }

  public void resume() {
    runs.resume();
  }

  public void stop() {
    runs.stop();
  }

  /// Does `then` when nothing is being painted, which is stopped for it.
  public void whenIdle(Runnable then) {
    runs.whenIdle(then);
  }

  /// Keeps a snapshot of what is on the easel now, and tells of it; while paused or idle that is
  /// the newest one. Where that one could not be kept, it says so rather than taking an older one.
  public void keep(Consumer<? super Snapshot> then) {
    deed.run();
    runs.keep(new Wish(false, then, _ -> {}, () -> {}));
  }

  /// As [#keep], with the run's state beside it.
  ///
  /// @param then is done when it is kept, or nothing is there to be kept
  /// @param otherwise is told in place of `then` why it could not be kept
  public void keepWithState(Runnable then, Consumer<? super Throwable> otherwise) {
    runs.keep(new Wish(true, _ -> then.run(), otherwise, then));
  }

  /// The project's file, or null where this session was never saved.
  public ObjectProperty<@Nullable Path> file() {
    return session.file();
  }

  /// Tells of every change of what a document holds.
  public void onChange(Runnable changed) {
    album.onChange(changed);
    edits().onChange(changed);
  }

  /// Tells of what the artist does to the document: changes of settings, pictures and snapshots,
  /// runs that are begun, snapshots that are asked for. Not of what a run brings by itself.
  public void onDeed(Runnable done) {
    deed = done;
    album.onDeed(done);
    edits().onChange(done);
  }

  /// Everything there is now.
  public Document document() {
    return session.document();
  }

  /// Shows another session in place of this one, whose folder the store must have moved to. Not
  /// while it paints.
  public void open(Document document) {
    opened++;
    brought = document.highestId();
    toldOfLimits = false;
    session.open(document);
  }

  /// What `then` does, as long as no other document is opened: it is on its way to this one.
  public <T> Consumer<T> toThisDocument(Consumer<? super T> then) {
    long here = opened;
    return arrived -> {
      if (here == opened) {
        then.accept(arrived);
      }
    };
  }

  /// Puts what was painted last back on the easel, after another session was opened; not where
  /// something is painted or shown there already.
  ///
  /// @return whether it is shown
  public boolean showAgain(Snapshot newest, Picture picture) {
    boolean free = easel.frame().get() == null && !easel.busy() && snapshots().contains(newest);
    if (free) {
      easel.show(
          new Frame(picture.width(), picture.height(), picture.toArgb()),
          newest.mark().finalSize());
    }
    return free;
  }

  /// Keeps every file of the session while `reader` runs, which reads them: when a project is
  /// saved, for example. Call it as soon as that has begun.
  public void holdFiles(LongTasks tasks, TaskProgress reader) {
    album.hold();
    tasks
        .running()
        .addListener(
            new ListChangeListener<TaskProgress>() {
              @Override
              public void onChanged(Change<? extends TaskProgress> change) {
                if (!tasks.running().contains(reader)) {
                  tasks.running().removeListener(this);
                  album.letGo();
                }
              }
            });
  }

  /// Waits until the session is written down.
  public void awaitWritten() throws InterruptedException {
    session.awaitWritten();
  }

  /// Writes the session down as it is now where that is to be known, on the JavaFX thread, and
  /// waits for what is being written. On any thread.
  public void makeSafe() throws InterruptedException {
    try {
      if (Platform.isFxApplicationThread()) {
        session.write();
      }
    } finally {
      session.awaitWritten();
    }
  }

  /// Stops, and waits for a moment until the run has let go of its files; for the window's end.
  public void abandon() {
    edited.stop();
    runs.abandon();
    session.close();
  }
}
