package studio.pastiche.ui.board;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Frame;
import studio.pastiche.session.InputPicture;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.painting.Settings;
import studio.pastiche.ui.painting.StepName;
import studio.pastiche.ui.painting.StyleInput;
import studio.pastiche.ui.task.EngineRoom;
import studio.pastiche.ui.task.SketchJob;

/// A board being painted or looked at. It never paints while the painting itself does. Read, called
/// and told on the JavaFX thread.
public final class Board {
  private final Painting painting;
  private final EngineRoom engines;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
  private final ReadOnlyObjectWrapper<@Nullable BoardPlan> plan = new ReadOnlyObjectWrapper<>();
  private final ObservableMap<Integer, Frame> frames = FXCollections.observableHashMap();
  private Consumer<? super Throwable> failed = _ -> {};
  private @Nullable SketchJob job;

  public Board(Painting painting, EngineRoom engines) {
    this.painting = painting;
    this.engines = engines;
    painting
        .phase()
        .addListener(
            (_, _, phase) -> {
              if (phase.busy()) {
                cancel();
                open.set(false);
              }
            });
    open.addListener(
        (_, _, now) -> {
          if (!now) {
            cancel();
          }
        });
  }

  /// Who hears of what went wrong.
  public void onFailed(Consumer<? super Throwable> listener) {
    failed = listener;
  }

  /// Whether it is looked at.
  public BooleanProperty open() {
    return open;
  }

  /// Whether it is being painted.
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /// How much of it is painted, 0 to 1.
  public ReadOnlyDoubleProperty progress() {
    return progress.getReadOnlyProperty();
  }

  /// What it paints or has painted; null before the first start.
  public ReadOnlyObjectProperty<@Nullable BoardPlan> plan() {
    return plan.getReadOnlyProperty();
  }

  /// The cells' pictures as they are now, by number.
  public ObservableMap<Integer, Frame> frames() {
    return frames;
  }

  /// The pictures' width for a height of 1.
  public double aspect() {
    InputPicture content = painting.content().get();
    return content == null ? 1 : (double) content.picture().width() / content.picture().height();
  }

  /// How many style images there are.
  public int styles() {
    return painting.styles().size();
  }

  /// Paints a board around the settings as they are now, in place of the one before.
  public void paint(Axis across, Axis down, int count) {
    InputPicture content = painting.content().get();
    if (content == null || styles() == 0 || painting.phase().get().busy()) {
      return;
    }
    cancel();
    BoardPlan planned = BoardPlan.around(painting.recipeSettings(), across, down, count);
    frames.clear();
    progress.set(0);
    plan.set(planned);
    busy.set(true);
    SketchJob begun =
        new SketchJob(
            new SketchJob.Order(
                planned.cells().stream().map(planned::settings).toList(),
                content,
                painting.styles().stream().map(StyleInput::input).toList(),
                planned.base().schedule().size(),
                planned.largestStyleScale(),
                painting.settings().network().get()),
            engines,
            new Ear(planned));
    job = begun;
    begun.start();
  }

  /// Leaves what is not painted yet.
  public void cancel() {
    if (job != null) {
      job.stop();
      job = null;
      busy.set(false);
    }
  }

  /// Cancels, and waits for a moment until the last iteration is over; for the window's end.
  public void abandon() {
    SketchJob last = job;
    cancel();
    if (last != null) {
      last.awaitEnd(Duration.ofSeconds(3));
    }
  }

  /// Takes a cell's values of both settings, as one step.
  public void take(BoardPlan.Cell cell) {
    BoardPlan of = plan.get();
    if (of != null) {
      painting
          .edits()
          .together(
              StepName.of("board.step"),
              () -> {
                set(of.across(), cell.across());
                set(of.down(), cell.down());
              });
    }
  }

  /// Whether the settings are as a cell has them.
  public boolean isTaken(BoardPlan.Cell cell) {
    BoardPlan of = plan.get();
    return of != null
        && !painting.styles().isEmpty()
        && now(of.across()) == cell.across()
        && now(of.down()) == cell.down();
  }

  private double now(Axis axis) {
    return axis.of(painting.recipeSettings());
  }

  private List<Double> mix() {
    return painting.styles().stream().map(style -> style.share().get()).toList();
  }

  private void set(Axis axis, double value) {
    Settings settings = painting.settings();
    switch (axis) {
      case STYLE_WEIGHT -> settings.styleWeight().set(value);
      case STYLE_SCALE -> settings.styleScale().set(value);
      case TV_WEIGHT -> settings.tvWeight().set(value);
      case CONTENT_WEIGHT -> settings.contentWeight().set(value);
      case STYLE_MIX -> {
        List<Double> mix = Axis.mixed(mix(), value);
        for (int i = 0; i < mix.size(); i++) {
          painting.styles().get(i).share().set(mix.get(i));
        }
      }
    }
  }

  /// What a board that was called off still says is not heard.
  private final class Ear implements SketchJob.Watcher {
    private final BoardPlan of;

    Ear(BoardPlan of) {
      this.of = of;
    }

    private boolean current() {
      return job != null && plan.get() == of;
    }

    @Override
    public void painted(int number, Frame frame, double fraction) {
      if (current()) {
        frames.put(number, frame);
        progress.set((number + fraction) / of.cells().size());
      }
    }

    @Override
    public void ended(boolean all) {
      if (current()) {
        job = null;
        busy.set(false);
      }
    }

    @Override
    public void failed(Throwable problem) {
      if (current()) {
        job = null;
        busy.set(false);
        failed.accept(problem);
      }
    }
  }
}
