package studio.pastiche.ui.painting;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Frame;
import studio.pastiche.engine.Inputs;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.RunListener;
import studio.pastiche.engine.RunResult;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.picture.Size;
import studio.pastiche.session.BuiltInPresets;
import studio.pastiche.session.InputPicture;
import studio.pastiche.session.Preset;
import studio.pastiche.session.RecipeSettings;
import studio.pastiche.session.Snapshot;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.ui.task.EngineRoom;
import studio.pastiche.ui.task.PaintingJob;
import studio.pastiche.ui.task.Progress;

/// The painting on the easel: its pictures, its settings, and the run that paints it. Everything
/// here is read, called and told on the JavaFX thread.
public final class Painting {
  private final EngineRoom engines;
  private final SnapshotStore store;
  private final Settings settings = new Settings();
  private final ObjectProperty<@Nullable InputPicture> content = new SimpleObjectProperty<>();
  private final ObservableList<StyleInput> styles = FXCollections.observableArrayList();
  private final ObservableList<Snapshot> snapshots = FXCollections.observableArrayList();
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

  private int runs;

  /// A frame, and the size at which its run will end.
  public record LiveFrame(Frame frame, Size finalSize) {}

  public Painting(EngineRoom engines, SnapshotStore store) {
    this.engines = engines;
    this.store = store;
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
    return snapshots;
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
      begin(photo, null);
    }
  }

  /// Goes on from the picture as it is with the settings as they are, also those that a run can't
  /// take: the run ends, and a new one starts from its picture.
  public void apply() {
    if (job != null && phase.get() != Phase.STOPPING) {
      applying = true;
      stop();
    }
  }

  /// @param from the picture to start from, or null to start as the settings say
  private void begin(InputPicture photo, @Nullable Snapshot from) {
    runs++;
    missing = null;
    phase.set(Phase.STARTING);
    progress.set(null);
    List<StyleInput> chosen = List.copyOf(styles);
    begun = new RunSettings(settings, chosen);
    outdated.set(false);
    PaintingJob.Order order =
        new PaintingJob.Order(
            runs,
            recipe(photo, chosen, from),
            photo.picture(),
            chosen.stream().map(s -> s.input().picture()).toList(),
            from == null ? null : () -> startPicture(from),
            settings.device().get(),
            settings.network().get());
    PaintingJob begun =
        new PaintingJob(order, settings.snapshotEvery().getInt(), engines, store, new Ear());
    job = begun;
    begun.start();
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
  }

  /// Keeps a snapshot of what is on the easel now, and tells of it; while paused or idle that is
  /// the newest one. Where that one could not be kept, it says so rather than taking an older one.
  public void keep(Consumer<? super Snapshot> then) {
    if (job != null && phase.get() != Phase.PAUSED) {
      job.keepNext(then);
    } else if (missing != null) {
      events.accept(new PaintingEvent.NotKept(missing));
    } else if (!snapshots.isEmpty()) {
      then.accept(snapshots.getLast());
    }
  }

  /// The recipe that a run would begin with now; nothing where a picture is missing.
  public Optional<Function<FeatureNetwork, Recipe>> planned() {
    InputPicture photo = content.get();
    if (photo == null || styles.isEmpty()) {
      return Optional.empty();
    }
    PaintingJob.RecipeMaker now = recipe(photo, List.copyOf(styles), null);
    return Optional.of(network -> now.of(network, null));
  }

  /// The recipe's making waits for the network, but its settings are those of now.
  private PaintingJob.RecipeMaker recipe(
      InputPicture photo, List<StyleInput> chosen, @Nullable Snapshot from) {
    RecipeSettings now = settings.recipeSettings(RunSettings.mix(chosen));
    RecipeSettings as = from == null ? now : Continuing.from(from.size(), now);
    return (network, init) ->
        as.of(
            new Inputs(
                photo.reference(), chosen.stream().map(s -> s.input().reference()).toList(), init),
            NetworkReference.of(network));
  }

  /// Reads the pixels of a snapshot; not on the JavaFX thread.
  private InputPicture startPicture(Snapshot from) throws IOException {
    return Continuing.startPicture(from, store.picture(from));
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
    outdated.set(false);
    phase.set(Phase.IDLE);
    unanswered.forEach(this::keep);
  }

  /// Starts again from what the run has left, if that was asked for and there is something.
  private void goOnIfApplying() {
    InputPicture photo = content.get();
    boolean wanted = applying;
    applying = false;
    if (wanted && photo != null && missing == null) {
      boolean painted = !snapshots.isEmpty() && snapshots.getLast().mark().run() == runs;
      begin(photo, painted ? snapshots.getLast() : null);
    }
  }

  private final class Ear implements PaintingJob.Watcher {
    @Override
    public void started(Size size) {
      finalSize = size;
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
      Snapshot.@Nullable Mark before = snapshots.isEmpty() ? null : snapshots.getLast().mark();
      boolean again =
          before != null
              && before.run() == snapshot.mark().run()
              && before.iteration() == snapshot.mark().iteration();
      if (again) {
        snapshots.set(snapshots.size() - 1, snapshot);
      } else {
        snapshots.add(snapshot);
      }
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
      boolean nothingKept = snapshots.stream().noneMatch(s -> s.mark().run() == runs);
      if (nothingKept) {
        runs--;
      }
      applying = false;
      over();
      events.accept(new PaintingEvent.Failed(problem));
    }
  }
}
