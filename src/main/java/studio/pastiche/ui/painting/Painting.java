package studio.pastiche.ui.painting;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.engine.Frame;
import studio.pastiche.engine.Inputs;
import studio.pastiche.engine.Materials;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.PictureReference;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.RunListener;
import studio.pastiche.engine.RunResult;
import studio.pastiche.engine.RunState;
import studio.pastiche.engine.Tuning;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;
import studio.pastiche.session.Beginning;
import studio.pastiche.session.Branch;
import studio.pastiche.session.Document;
import studio.pastiche.session.History;
import studio.pastiche.session.InputPicture;
import studio.pastiche.session.InputStore;
import studio.pastiche.session.Snapshot;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.ui.task.EngineRoom;
import studio.pastiche.ui.task.Journal;
import studio.pastiche.ui.task.PaintingJob;
import studio.pastiche.ui.task.Progress;

/// The painting on the easel: its pictures, its settings, and the run that paints it. Everything
/// here is read, called and told on the JavaFX thread.
public final class Painting {
  private static final Logger LOG = LoggerFactory.getLogger(Painting.class);
  private static final Duration AUTOSAVE_EVERY = Duration.ofSeconds(20);

  private final EngineRoom engines;
  private final SnapshotStore store;
  private final Settings settings = new Settings();
  private final ObjectProperty<@Nullable InputPicture> content = new SimpleObjectProperty<>();
  private final ObservableList<StyleInput> styles = FXCollections.observableArrayList();
  private final Album album = new Album();
  private final SettingsText settingsText = new SettingsText(settings);
  private final ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>();
  private final Journal journal;
  private final Duration autosaveEvery;
  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.IDLE);
  private final ReadOnlyObjectWrapper<@Nullable Progress> progress = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable LiveFrame> frame = new ReadOnlyObjectWrapper<>();
  private final BooleanBinding canPaint;
  private Consumer<PaintingEvent> events = _ -> {};
  private @Nullable PaintingJob job;

  /// The style mix of the run, which was begun with what lay in the wells then.
  private Supplier<List<Double>> mix = List::of;

  private @Nullable Size finalSize;

  /// Why the newest snapshot is missing, or null where it is there.
  private @Nullable Throwable missing;

  /// The branch that is or was painted last.
  private int number;

  private Branch.@Nullable Origin origin;

  private boolean toldOfLimits;

  /// Kept from being written down while another session is opened, piece by piece.
  private boolean opening;

  /// A frame, and the size at which its run will end.
  public record LiveFrame(Frame frame, Size finalSize) {}

  public Painting(EngineRoom engines, SnapshotStore store) {
    this(engines, store, AUTOSAVE_EVERY);
  }

  /// @param autosaveEvery while it paints, its picture and state are written down at most so often
  public Painting(EngineRoom engines, SnapshotStore store, Duration autosaveEvery) {
    this.engines = engines;
    this.store = store;
    this.autosaveEvery = autosaveEvery;
    journal = new Journal(store, problem -> events.accept(new PaintingEvent.NotWritten(problem)));
    album.onChange(this::writeDown);
    content.addListener((_, _, _) -> writeDown());
    styles.addListener((ListChangeListener<StyleInput>) _ -> writeDown());
    phase.addListener((_, _, _) -> writeDown());
    canPaint =
        Bindings.createBooleanBinding(
            () -> content.get() != null && !styles.isEmpty() && !phase.get().busy(),
            content,
            styles,
            phase);
    content.addListener((_, _, _) -> clearEasel());
    settings.tunable().forEach(each -> each.value().addListener((_, _, _) -> tune()));
    settings.snapshotEvery().value().addListener((_, _, _) -> snapshotsAsSet());
    onShareChange(this::tune);
  }

  /// Who hears of what happens besides the properties.
  public void onEvent(Consumer<PaintingEvent> listener) {
    events = listener;
  }

  public Settings settings() {
    return settings;
  }

  public ObjectProperty<@Nullable InputPicture> content() {
    return content;
  }

  public ObservableList<StyleInput> styles() {
    return styles;
  }

  public ObservableList<Snapshot> snapshots() {
    return album.snapshots();
  }

  /// The runs, oldest first.
  public ObservableList<Branch> branches() {
    return album.branches();
  }

  /// What can be done with branches and snapshots besides looking at them: pin, delete, put back,
  /// rename. The lists show it.
  public History history() {
    return album.history();
  }

  /// Gives snapshots up for good, with their files, because of the artist's own limits; told the
  /// first time.
  public void giveUp(List<Snapshot> surplus) {
    if (!surplus.isEmpty()) {
      album.giveUp(surplus);
      if (!toldOfLimits) {
        toldOfLimits = true;
        events.accept(new PaintingEvent.ThinnedOut(surplus.size()));
      }
    }
  }

  /// The project's file, or null where this session was never saved.
  public ObjectProperty<@Nullable Path> file() {
    return file;
  }

  /// Tells of every change of what a document holds.
  public void onChange(Runnable changed) {
    album.onChange(changed);
    settingsText.onChange(changed);
    content.addListener((_, _, _) -> changed.run());
    styles.addListener((ListChangeListener<StyleInput>) _ -> changed.run());
    onShareChange(changed);
  }

  public ReadOnlyObjectProperty<Phase> phase() {
    return phase.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable Progress> progress() {
    return progress.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<@Nullable LiveFrame> frame() {
    return frame.getReadOnlyProperty();
  }

  public BooleanBinding canPaint() {
    return canPaint;
  }

  /// Starts a run of the settings as they are now.
  public void paint() {
    InputPicture photo = content.get();
    if (photo == null || !canPaint.get()) {
      return;
    }
    List<StyleInput> chosen = List.copyOf(styles);
    Function<FeatureNetwork, Recipe> recipe = recipe(photo, chosen);
    List<Picture> paintings = chosen.stream().map(s -> s.input().picture()).toList();
    begin(
        history().nextNumber(),
        null,
        () -> mix(chosen),
        network -> {
          keepInputs(photo, chosen);
          return new Beginning(
              recipe.apply(network),
              new Materials(photo.picture(), paintings, null, network),
              null);
        });
  }

  /// Starts a new branch that goes on from a snapshot, with the weights and the learning rate as
  /// they are set now: with the optimiser's state where it was kept, else from the picture alone.
  public void continueFrom(Snapshot snapshot) {
    Branch branch = history().branchOf(snapshot).orElse(null);
    if (branch == null || phase.get().busy()) {
      return;
    }
    Supplier<List<Double>> shares = mixOf(branch.recipe(), snapshot.recipe());
    Tuning now = settings.tuning(shares.get());
    Beginning.Inputs inputs = inputs();
    begin(
        history().nextNumber(),
        Branch.Origin.of(snapshot),
        shares,
        network ->
            Beginning.from(snapshot, branch, store.state(snapshot), now, store, inputs, network));
  }

  /// Goes on with the very run of a snapshot that has its state, as if it had never been
  /// interrupted.
  ///
  /// @param state of the snapshot
  public void goOn(Snapshot snapshot, RunState state) {
    Branch branch = history().branchOf(snapshot).orElse(null);
    if (branch == null || phase.get().busy()) {
      return;
    }
    Beginning.Inputs inputs = inputs();
    begin(
        branch.number(),
        branch.origin(),
        mixOf(branch.recipe(), snapshot.recipe()),
        network -> Beginning.again(branch, state, inputs, network));
  }

  private void begin(
      int branch,
      Branch.@Nullable Origin from,
      Supplier<List<Double>> shares,
      PaintingJob.Plan plan) {
    number = branch;
    origin = from;
    mix = shares;
    missing = null;
    phase.set(Phase.STARTING);
    progress.set(null);
    PaintingJob begun =
        new PaintingJob(
            new PaintingJob.Order(branch, plan, settings.device().get()),
            new PaintingJob.Keeping(settings.snapshotEvery().getInt(), autosaveEvery),
            engines,
            store,
            new Ear());
    job = begun;
    begun.start();
  }

  /// The inputs of a recipe: those in the wells, else those that the session has kept.
  private Beginning.Inputs inputs() {
    Map<PictureReference, InputPicture> atHand = new HashMap<>();
    styles.forEach(s -> atHand.put(s.input().reference(), s.input()));
    InputPicture photo = content.get();
    if (photo != null) {
      atHand.put(photo.reference(), photo);
    }
    return Beginning.inputs(
        reference -> Optional.ofNullable(atHand.get(reference)), store.folder());
  }

  /// A painting can do without this; but it could not be gone on from another day.
  private void keepInputs(InputPicture photo, List<StyleInput> chosen) {
    InputStore inputs = new InputStore(store.folder());
    try {
      inputs.keep(photo);
      for (StyleInput each : chosen) {
        inputs.keep(each.input());
      }
    } catch (IOException e) {
      LOG.warn("The inputs were not kept in the session's folder", e);
    }
  }

  /// The shares in the wells where those hold a recipe's paintings, else those of its last tuning.
  private Supplier<List<Double>> mixOf(Recipe recipe, Recipe there) {
    List<StyleInput> chosen = List.copyOf(styles);
    List<PictureReference> here = chosen.stream().map(s -> s.input().reference()).toList();
    List<Double> last =
        there.changes().isEmpty()
            ? there.tuning().styleMix()
            : there.changes().getLast().tuning().styleMix();
    return here.equals(recipe.inputs().styles()) ? () -> mix(chosen) : () -> last;
  }

  /// Everything there is now.
  public Document document() {
    return new Document(
        content.get(),
        styles.stream().map(s -> new Document.Style(s.input(), s.share().get())).toList(),
        settingsText.write(),
        branches(),
        snapshots(),
        album.autosave(),
        phase.get().busy() ? number : 0,
        file.get());
  }

  /// Shows another session in place of this one, whose folder the store must have moved to. Not
  /// while it paints.
  public void open(Document document) {
    opening = true;
    try {
      settingsText.read(document.settings());
      content.set(document.content());
      styles.setAll(
          document.styles().stream().map(s -> StyleInput.of(s.input(), s.share())).toList());
      album.open(document);
      file.set(document.file());
      missing = null;
      clearEasel();
    } finally {
      opening = false;
    }
    writeDown();
  }

  /// Writes the session down, for the case that the process is killed.
  private void writeDown() {
    if (!opening) {
      journal.write(document(), album.takeUnused());
    }
  }

  /// Waits until the session is written down.
  public void awaitWritten() throws InterruptedException {
    journal.finish();
  }

  public void pause() {
    if (job != null) {
      job.pause();
    }
  }

  public void resume() {
    if (job != null) {
      job.resume();
    }
  }

  public void stop() {
    if (job != null && phase.get() != Phase.STOPPING) {
      phase.set(Phase.STOPPING);
      job.stop();
    }
  }

  /// Stops, and waits for a moment until the run has let go of its files; for the window's end.
  public void abandon() {
    PaintingJob last = job;
    if (last != null) {
      stop();
      last.awaitEnd(Duration.ofSeconds(3));
    }
    journal.close();
  }

  /// Keeps a snapshot of what is on the easel now, and tells of it; while paused or idle that is
  /// the newest one. Where that one could not be kept, it says so rather than taking an older one.
  public void keep(Consumer<? super Snapshot> then) {
    keep(then, PaintingJob::keepNext);
  }

  /// As [#keep], with the run's state beside it.
  public void keepWithState(Consumer<? super Snapshot> then) {
    keep(then, PaintingJob::keepNextWithState);
  }

  private void keep(
      Consumer<? super Snapshot> then, BiConsumer<PaintingJob, Consumer<? super Snapshot>> next) {
    if (job != null && phase.get() != Phase.PAUSED) {
      next.accept(job, then);
    } else if (missing != null) {
      events.accept(new PaintingEvent.NotKept(missing));
    } else if (!snapshots().isEmpty()) {
      then.accept(snapshots().getLast());
    }
  }

  /// The recipe's making waits for the network, but its settings are those of now.
  private Function<FeatureNetwork, Recipe> recipe(InputPicture photo, List<StyleInput> chosen) {
    Inputs inputs =
        new Inputs(
            photo.reference(), chosen.stream().map(s -> s.input().reference()).toList(), null);
    Tuning tuning = settings.tuning(mix(chosen));
    Recipe now = settings.recipe(inputs, new NetworkReference("", ""), tuning);
    return network -> now.withInputs(inputs, NetworkReference.of(network));
  }

  private static List<Double> mix(List<StyleInput> styles) {
    return styles.stream().map(style -> style.share().get()).toList();
  }

  private void tune() {
    if (job != null) {
      job.tune(settings.tuning(mix.get()));
    }
  }

  private void onShareChange(Runnable changed) {
    styles.forEach(s -> onShareChange(s, changed));
    styles.addListener(
        (ListChangeListener<StyleInput>)
            change -> {
              while (change.next()) {
                change.getAddedSubList().forEach(s -> onShareChange(s, changed));
              }
            });
  }

  private static void onShareChange(StyleInput style, Runnable changed) {
    style.share().value().addListener((_, _, _) -> changed.run());
  }

  /// Another photo waits now; what was painted of the one before is among the snapshots.
  private void clearEasel() {
    if (!phase.get().busy()) {
      frame.set(null);
      progress.set(null);
    }
  }

  private void snapshotsAsSet() {
    if (job != null) {
      job.snapshotEvery(settings.snapshotEvery().getInt());
    }
  }

  private void over() {
    List<Consumer<? super Snapshot>> unanswered = job == null ? List.of() : job.unanswered();
    job = null;
    history().forgetIfEmpty(number);
    album.autosaved(null);
    phase.set(Phase.IDLE);
    unanswered.forEach(this::keep);
  }

  private final class Ear implements PaintingJob.Watcher {
    @Override
    public void started(Recipe recipe, Size size) {
      finalSize = size;
      if (history().branch(number).isEmpty()) {
        history().begin(number, origin, recipe, size);
      }
    }

    @Override
    public void progressed(Progress now) {
      progress.set(now);
      if (phase.get() == Phase.STARTING) {
        phase.set(Phase.PAINTING);
      }
    }

    @Override
    public void painted(Frame picture) {
      Size size = finalSize;
      frame.set(
          new LiveFrame(
              picture, size == null ? new Size(picture.width(), picture.height()) : size));
    }

    @Override
    public void paused() {
      if (phase.get() != Phase.STOPPING) {
        phase.set(Phase.PAUSED);
      }
    }

    @Override
    public void resumed() {
      if (phase.get() == Phase.PAUSED) {
        phase.set(Phase.PAINTING);
      }
    }

    @Override
    public void kept(Snapshot snapshot) {
      missing = null;
      album.keep(snapshot);
      writeDown();
    }

    @Override
    public void autosaved(Snapshot snapshot) {
      album.autosaved(snapshot);
      writeDown();
    }

    @Override
    public void notKept(Throwable problem) {
      missing = problem;
      events.accept(new PaintingEvent.NotKept(problem));
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
    }

    @Override
    public void failed(Throwable problem) {
      over();
      events.accept(new PaintingEvent.Failed(problem));
    }
  }
}
