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
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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
import studio.pastiche.session.BuiltInPresets;
import studio.pastiche.session.Document;
import studio.pastiche.session.History;
import studio.pastiche.session.InputPicture;
import studio.pastiche.session.InputStore;
import studio.pastiche.session.Preset;
import studio.pastiche.session.RecipeSettings;
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
  private final ObjectProperty<@Nullable Preset> preset =
      new SimpleObjectProperty<>(BuiltInPresets.BALANCED);
  private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper();
  private final Edits edits;
  private final BooleanBinding canPaint;
  private Consumer<PaintingEvent> events = _ -> {};
  private @Nullable PaintingJob job;
  private @Nullable RunSettings begun;
  private boolean applying;
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
    canPaint =
        Bindings.createBooleanBinding(
            () -> content.get() != null && !styles.isEmpty() && !phase.get().busy(),
            content,
            styles,
            phase);
    content.addListener((_, _, _) -> clearEasel());
    edits =
        new Edits(
            settings,
            content,
            styles,
            preset,
            Bindings.createBooleanBinding(() -> phase.get().busy(), phase));
    edits.onChange(this::tune);
    album.onChange(this::writeDown);
    content.addListener((_, _, _) -> writeDown());
    styles.addListener((ListChangeListener<StyleInput>) _ -> writeDown());
    phase.addListener((_, _, _) -> writeDown());
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
    edits.onChange(changed);
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

  /// What takes changes of settings and pictures back.
  public Edits edits() {
    return edits;
  }

  /// The preset that was chosen last, from which the settings may differ by now.
  public ReadOnlyObjectProperty<@Nullable Preset> preset() {
    return preset;
  }

  public void choosePreset(@Nullable Preset chosen) {
    preset.set(chosen);
  }

  /// Whether something is set that the run in progress can't take; see [#apply()].
  public ReadOnlyBooleanProperty outdated() {
    return outdated.getReadOnlyProperty();
  }

  /// All that goes into a recipe besides the pictures, as it is set now.
  public RecipeSettings recipeSettings() {
    return settings.recipeSettings(RunSettings.mix(styles));
  }

  /// Whether the run in progress can't take what this is set to.
  public boolean needsNewStart(Setting setting) {
    return begun != null && begun.outdated(setting);
  }

  public BooleanBinding canPaint() {
    return canPaint;
  }

  /// Starts a run of the settings as they are now.
  public void paint() {
    InputPicture photo = content.get();
    if (photo != null && canPaint.get()) {
      List<StyleInput> chosen = List.copyOf(styles);
      RecipeSettings now = settings.recipeSettings(RunSettings.mix(chosen));
      begin(
          history().nextNumber(),
          null,
          new RunSettings(settings, chosen),
          network -> fresh(now, photo, chosen, network));
    }
  }

  /// Not on the JavaFX thread.
  private Beginning fresh(
      RecipeSettings settings,
      InputPicture photo,
      List<StyleInput> chosen,
      FeatureNetwork network) {
    keepInputs(photo, chosen);
    List<Picture> paintings = chosen.stream().map(s -> s.input().picture()).toList();
    return new Beginning(
        settings.of(references(photo, chosen), NetworkReference.of(network)),
        new Materials(photo.picture(), paintings, null, network),
        null);
  }

  /// Starts a new branch that goes on from a snapshot: with the optimiser's state where it was
  /// kept, else from the picture alone. The settings become the snapshot's, but for the weights,
  /// the learning rate and the style mix, which rule from there on as they are set now.
  public void continueFrom(Snapshot snapshot) {
    Branch branch = history().branchOf(snapshot).orElse(null);
    if (branch == null || phase.get().busy()) {
      return;
    }
    RunSettings run = takeSettings(branch, snapshot);
    Tuning now = run.tuning(false);
    Beginning.Inputs inputs = inputs();
    begin(
        history().nextNumber(),
        Branch.Origin.of(snapshot),
        run,
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
        takeSettings(branch, snapshot),
        network -> Beginning.again(branch, state, inputs, network));
  }

  /// Sets what a run in progress can't be given any more to what it is in a snapshot's run.
  private RunSettings takeSettings(Branch branch, Snapshot snapshot) {
    Map<Setting, Object> live = new HashMap<>();
    settings.tunable().forEach(each -> live.put(each, each.get()));
    edits.together(
        StepName.of("action.continue-from"),
        () -> {
          SettingsTransfer transfer = new SettingsTransfer(settings);
          String device = settings.device().get();
          transfer.take(RecipeSettings.asLeft(snapshot.recipe()), List.of());
          settings.device().restore(device);
          settings.network().restore(snapshot.recipe().network().name());
          live.forEach(Setting::restore);
        });
    List<StyleInput> chosen = List.copyOf(styles);
    List<PictureReference> here = chosen.stream().map(s -> s.input().reference()).toList();
    List<Double> last = snapshot.recipe().lastTuning().styleMix();
    Supplier<List<Double>> mix =
        here.equals(branch.recipe().inputs().styles()) ? () -> RunSettings.mix(chosen) : () -> last;
    return new RunSettings(settings, mix, branch.recipe());
  }

  /// Goes on from the picture as it is with the settings as they are, also those that a run can't
  /// take: the run ends, and a new one starts from its picture.
  public void apply() {
    if (job != null && phase.get() != Phase.STOPPING) {
      applying = true;
      stop();
    }
  }

  private void begin(
      int branch, Branch.@Nullable Origin from, RunSettings run, PaintingJob.Plan plan) {
    number = branch;
    origin = from;
    missing = null;
    phase.set(Phase.STARTING);
    progress.set(null);
    begun = run;
    outdated.set(false);
    PaintingJob started =
        new PaintingJob(
            new PaintingJob.Order(branch, plan, settings.device().get(), settings.network().get()),
            new PaintingJob.Keeping(settings.snapshotEvery().getInt(), autosaveEvery),
            engines,
            store,
            new Ear());
    job = started;
    started.start();
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
      edits.together(
          StepName.of("action.open-project"),
          () -> {
            settingsText.read(document.settings());
            content.set(document.content());
            styles.setAll(
                document.styles().stream().map(s -> StyleInput.of(s.input(), s.share())).toList());
            preset.set(null);
          });
      edits.forget();
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

  /// Keeps every file of the session while they are being read: when a project is saved.
  public void holdFiles(boolean on) {
    album.hold(on);
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

  /// The recipe that a run would begin with now; nothing where a picture is missing.
  public Optional<Function<FeatureNetwork, Recipe>> planned() {
    InputPicture photo = content.get();
    if (photo == null || styles.isEmpty()) {
      return Optional.empty();
    }
    List<StyleInput> chosen = List.copyOf(styles);
    RecipeSettings now = settings.recipeSettings(RunSettings.mix(chosen));
    return Optional.of(network -> now.of(references(photo, chosen), NetworkReference.of(network)));
  }

  private static Inputs references(InputPicture photo, List<StyleInput> chosen) {
    return new Inputs(
        photo.reference(), chosen.stream().map(s -> s.input().reference()).toList(), null);
  }

  private void tune() {
    if (job != null && begun != null) {
      outdated.set(begun.outdated());
      job.tune(begun.tuning(edits.dragging()));
      job.snapshotEvery(settings.snapshotEvery().getInt());
    }
  }

  /// Another photo waits now; what was painted of the one before is among the snapshots.
  private void clearEasel() {
    if (!phase.get().busy()) {
      frame.set(null);
      progress.set(null);
    }
  }

  private void over() {
    List<Consumer<? super Snapshot>> unanswered = job == null ? List.of() : job.unanswered();
    job = null;
    begun = null;
    history().forgetIfEmpty(number);
    album.autosaved(null);
    outdated.set(false);
    phase.set(Phase.IDLE);
    unanswered.forEach(this::keep);
  }

  /// Starts again from what the run has left, if that was asked for and there is something.
  private void goOnIfApplying() {
    InputPicture photo = content.get();
    boolean wanted = applying;
    applying = false;
    if (!wanted || photo == null || missing != null) {
      return;
    }
    @Nullable Snapshot from = history().newestOf(number).orElse(null);
    if (from == null) {
      paint();
      return;
    }
    List<StyleInput> chosen = List.copyOf(styles);
    RecipeSettings now = settings.recipeSettings(RunSettings.mix(chosen));
    begin(
        history().nextNumber(),
        Branch.Origin.of(from),
        new RunSettings(settings, chosen),
        network ->
            fresh(Beginning.growing(from.size(), now), photo, chosen, network)
                .goingOnFrom(from, store.picture(from)));
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
      goOnIfApplying();
    }

    @Override
    public void failed(Throwable problem) {
      applying = false;
      over();
      events.accept(new PaintingEvent.Failed(problem));
    }
  }
}
