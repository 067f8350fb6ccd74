package studio.pastiche.ui.foot;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.StatusBar;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Forecast;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.painting.Phase;
import studio.pastiche.ui.task.EngineRoom;
import studio.pastiche.ui.task.Progress;
import studio.pastiche.ui.text.Amounts;
import studio.pastiche.ui.text.Texts;

/// The foot: what the studio is doing, where, how fast, and for how long yet. Its progress runs
/// along the whole width above the words, which the status bar's own would not.
final class StatusFoot {
  private final Painting painting;
  private final Outlook outlook;
  private final ObservableBooleanValue still;
  private final Texts texts;
  private final Amounts amounts;
  private final ObjectProperty<EngineState> engine =
      new SimpleObjectProperty<>(new EngineState.Opening());
  private final VBox node;

  /// How the engine is.
  sealed interface EngineState {
    record Opening() implements EngineState {}

    record Ready(EngineRoom.Equipment equipment) implements EngineState {}

    record Failed() implements EngineState {}
  }

  /// @param still whether nothing may move by itself
  StatusFoot(Painting painting, Outlook outlook, ObservableBooleanValue still, Texts texts) {
    this.painting = painting;
    this.outlook = outlook;
    this.still = still;
    this.texts = texts;
    amounts = new Amounts(texts);
    ProgressBar bar = new ProgressBar(0);
    bar.setId("progress");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("run-progress");
    bar.accessibleTextProperty().bind(texts.bound("foot.progress"));
    bar.progressProperty()
        .bind(
            Bindings.createDoubleBinding(
                this::fraction, painting.progress(), painting.phase(), still));
    Label phase = label("phase", this::phase);
    phase.setMinWidth(96);
    StatusBar line = new StatusBar();
    line.setText("");
    line.getLeftItems()
        .addAll(
            phase,
            label("stage", () -> progress(this::stage)),
            label("iteration", () -> progress(this::iteration)),
            label("speed", () -> progress(this::speed)),
            label("time-left", () -> progress(this::timeLeft)),
            label("forecast", this::forecast),
            smaller());
    Label disk = label("disk", this::disk);
    disk.getStyleClass().add("warning-text");
    texts.tip(disk, Bindings.createStringBinding(this::diskTip, outlook.disk(), texts.language()));
    line.getRightItems()
        .addAll(disk, label("memory", () -> progress(this::memory)), label("device", this::device));
    node = new VBox(bar, line);
    node.getStyleClass().add("foot");
  }

  Node node() {
    return node;
  }

  ObjectProperty<EngineState> engine() {
    return engine;
  }

  private Label label(String id, Supplier<String> words) {
    Label label = new Label();
    label.setId("foot-" + id);
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                words::get,
                painting.progress(),
                painting.phase(),
                painting.content(),
                painting.styles(),
                engine,
                outlook.forecast(),
                outlook.disk(),
                texts.language()));
    label.managedProperty().bind(label.textProperty().isNotEmpty());
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  /// A button that sets the largest size that fits, where the wanted one does not.
  private Button smaller() {
    Button button = new Button();
    button.setId("foot-smaller");
    button
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    outlook.forecast().get() instanceof Forecast ahead
                        ? texts.get("foot.smaller", String.valueOf(ahead.fitting()))
                        : "",
                outlook.forecast(),
                texts.language()));
    button.accessibleTextProperty().bind(button.textProperty());
    texts.tip(button, "foot.smaller.tip");
    button.getStyleClass().addAll("small", "accent");
    button
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    outlook.forecast().get() instanceof Forecast ahead
                        && !ahead.fits()
                        && ahead.fitting() > 0,
                outlook.forecast()));
    button.managedProperty().bind(button.visibleProperty());
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(
        _ -> {
          if (outlook.forecast().get() instanceof Forecast ahead) {
            painting.settings().size().set(ahead.fitting());
          }
        });
    return button;
  }

  private String forecast() {
    @Nullable Forecast ahead = outlook.forecast().get();
    if (ahead == null) {
      return "";
    }
    if (ahead.fits()) {
      return texts.get(
          "foot.forecast", amounts.roughTime(ahead.seconds()), amounts.memory(ahead.bytes()));
    }
    return texts.get(
        ahead.fitting() > 0 ? "foot.too-large" : "foot.no-memory",
        String.valueOf(ahead.size()),
        amounts.memory(ahead.bytes()),
        amounts.memory(ahead.free()));
  }

  private String disk() {
    return outlook.disk().get() instanceof Outlook.Disk now && now.scarce()
        ? texts.get("foot.disk", amounts.disk(now.free()))
        : "";
  }

  private String diskTip() {
    return outlook.disk().get() instanceof Outlook.Disk now
        ? texts.get("foot.disk.tip", amounts.disk(now.needed()))
        : "";
  }

  private double fraction() {
    Progress now = painting.progress().get();
    if (now != null) {
      return now.fraction();
    }
    boolean starting = painting.phase().get() == Phase.STARTING;
    return starting && !still.get() ? ProgressBar.INDETERMINATE_PROGRESS : 0;
  }

  private String phase() {
    Progress now = painting.progress().get();
    return switch (painting.phase().get()) {
      case IDLE ->
          switch (engine.get()) {
            case EngineState.Opening _ -> texts.get("foot.opening");
            case EngineState.Failed _ -> texts.get("foot.no-engine");
            case EngineState.Ready _ -> texts.get(needed().orElse(idle(now)));
          };
      case STARTING -> texts.get("foot.starting");
      case PAINTING -> texts.get("foot.painting");
      case PAUSED -> texts.get("foot.paused");
      case STOPPING -> texts.get("foot.stopping");
    };
  }

  private static String idle(@Nullable Progress now) {
    if (now == null) {
      return "foot.ready";
    }
    return now.done() == now.total() ? "foot.finished" : "foot.stopped";
  }

  /// The key of what Paint waits for, if it waits.
  private Optional<String> needed() {
    if (painting.content().get() == null) {
      return Optional.of("foot.need-content");
    }
    return painting.styles().isEmpty() ? Optional.of("foot.need-style") : Optional.empty();
  }

  /// Of the run in hand; of one that is over, only what the next one does not take the place of.
  private String progress(Function<Progress, String> words) {
    @Nullable Progress now = painting.progress().get();
    boolean over = !painting.phase().get().busy() && outlook.forecast().get() != null;
    return now == null || over ? "" : words.apply(now);
  }

  private String stage(Progress now) {
    return texts.get(
        "foot.stage",
        String.valueOf(now.stage().number() + 1),
        String.valueOf(now.stages()),
        String.valueOf(now.stage().width()),
        String.valueOf(now.stage().height()));
  }

  private String iteration(Progress now) {
    return texts.get("foot.iteration", String.valueOf(now.done()), String.valueOf(now.total()));
  }

  private String speed(Progress now) {
    return texts.get("foot.speed", Amounts.figure(now.milliseconds()));
  }

  private String timeLeft(Progress now) {
    boolean going = painting.phase().get() == Phase.PAINTING;
    if (!going) {
      return "";
    }
    return texts.get("foot.left", amounts.time(now.secondsLeft()));
  }

  private String memory(Progress now) {
    return amounts.memory(now.memory());
  }

  private String device() {
    if (painting.progress().get() instanceof Progress now && painting.phase().get().busy()) {
      return texts.get(
          "foot.device",
          now.computation().device(),
          String.valueOf(now.computation().threads()),
          now.computation().precision().toString());
    }
    return engine.get() instanceof EngineState.Ready ready
        ? texts.get(
            "foot.device",
            ready.equipment().engine().device(),
            String.valueOf(ready.equipment().engine().threads()),
            ready.equipment().precision().toString())
        : "";
  }
}
