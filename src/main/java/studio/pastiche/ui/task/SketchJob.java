package studio.pastiche.ui.task;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Frame;
import studio.pastiche.engine.Inputs;
import studio.pastiche.engine.Materials;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.Painted;
import studio.pastiche.engine.Run;
import studio.pastiche.engine.RunListener;
import studio.pastiche.engine.Stage;
import studio.pastiche.picture.Picture;
import studio.pastiche.session.InputPicture;
import studio.pastiche.session.RecipeSettings;

/// Small quick runs from the same pictures, one after the other on a thread of their own. Its
/// [Watcher] is told on the JavaFX thread.
public final class SketchJob {
  /// What is painted, and from what.
  ///
  /// @param sketches the settings of each, in order
  /// @param content the photo
  /// @param styles the paintings
  /// @param size the sketches' long side
  /// @param styleScale the largest of all sketches
  /// @param network to paint with, by its name
  public record Order(
      List<RecipeSettings> sketches,
      InputPicture content,
      List<InputPicture> styles,
      int size,
      double styleScale,
      String network) {
    public Order {
      sketches = List.copyOf(sketches);
      styles = List.copyOf(styles);
    }
  }

  /// Hears of a job on the JavaFX thread.
  public interface Watcher {
    /// A sketch as it is now; `fraction` of it is painted, 1 at its end.
    void painted(int number, Frame frame, double fraction);

    /// The last thing said: all is painted, or it was called off.
    void ended(boolean all);

    /// The last thing said of a job that could not go on.
    void failed(Throwable problem);
  }

  private final Order order;
  private final EngineRoom engines;
  private final Watcher watcher;
  private boolean stopped;
  private @Nullable Run run;

  private final EngineThread thread = new EngineThread("sketches", this::paintAll, this::stop);

  public SketchJob(Order order, EngineRoom engines, Watcher watcher) {
    this.order = order;
    this.engines = engines;
    this.watcher = watcher;
  }

  /// Begins to paint. Once only.
  public void start() {
    thread.start();
  }

  /// Calls it off, after the present iteration.
  public synchronized void stop() {
    stopped = true;
    if (run != null) {
      run.stop();
    }
  }

  /// Waits until it is over, at most so long.
  public void awaitEnd(Duration longest) {
    thread.awaitEnd(longest);
  }

  private void paintAll() {
    try {
      String device = order.sketches().getFirst().computation().device();
      EngineRoom.Equipment equipment = awaited(engines.on(device, order.network()));
      Materials materials =
          new Materials(
              shrunk(order.content().picture(), order.size()),
              order.styles().stream()
                  .map(style -> shrunk(style.picture(), order.size() * order.styleScale()))
                  .toList(),
              null,
              equipment.network());
      Inputs inputs =
          new Inputs(
              order.content().reference(),
              order.styles().stream().map(InputPicture::reference).toList(),
              null);
      NetworkReference network = NetworkReference.of(equipment.network());
      for (int i = 0; i < order.sketches().size() && !isStopped(); i++) {
        try (Run begun =
            equipment.engine().start(order.sketches().get(i).of(inputs, network), materials)) {
          paint(i, begun);
        }
      }
      boolean all = !isStopped();
      Platform.runLater(() -> watcher.ended(all));
    } catch (Exception | LinkageError | OutOfMemoryError e) {
      Platform.runLater(() -> watcher.failed(e));
    }
  }

  private static EngineRoom.Equipment awaited(CompletableFuture<EngineRoom.Equipment> opening)
      throws Exception {
    try {
      return opening.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private void paint(int number, Run begun) throws InterruptedException {
    attach(begun);
    try {
      // a relay of its own, so that the last frame is not lost to the next sketch's first
      Consumer<Sketch> receiver = s -> watcher.painted(number, s.frame(), s.fraction());
      Relay<Sketch> relay = new Relay<>(receiver);
      begun.paint(new Ear(relay));
    } finally {
      detach();
    }
  }

  /// A stop that was asked for before the run began takes effect at its first stage.
  private synchronized void attach(Run begun) {
    run = begun;
  }

  private synchronized void detach() {
    run = null;
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  private static Picture shrunk(Picture picture, double longSide) {
    return picture.scaledToLongSide(
        (int) Math.max(1, Math.min(Math.ceil(longSide), picture.longSide())));
  }

  private record Sketch(Frame frame, double fraction) {}

  private final class Ear implements RunListener {
    private final Relay<Sketch> relay;
    private final FramePace pace = new FramePace();

    Ear(Relay<Sketch> relay) {
      this.relay = relay;
    }

    @Override
    public void stageStarted(Stage stage, int stages) {
      if (isStopped()) {
        stop();
      }
    }

    @Override
    public void painted(Painted painted) {
      boolean last = painted.done() == painted.total();
      long now = System.nanoTime();
      if (last || (pace.due(now) && relay.taken())) {
        relay.offer(new Sketch(painted.frame(), (double) painted.done() / painted.total()));
        pace.made(now, System.nanoTime());
      }
    }
  }
}
