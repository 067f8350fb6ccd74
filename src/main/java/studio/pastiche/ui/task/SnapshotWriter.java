package studio.pastiche.ui.task;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.RunState;
import studio.pastiche.picture.Picture;
import studio.pastiche.session.Snapshot;
import studio.pastiche.session.SnapshotStore;

/// Writes snapshots beside the painting. At most three are in hand; with a fourth the painting
/// waits, so that a slow disk slows it rather than filling the memory.
final class SnapshotWriter implements AutoCloseable {
  private final SnapshotStore store;
  private final Consumer<? super Snapshot> kept;
  private final Consumer<? super Throwable> failed;
  private final Consumer<? super Throwable> stateLost;
  private final Consumer<? super Snapshot> autosaved;
  private final Semaphore room = new Semaphore(3);
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Background.daemons("snapshots"));

  /// @param kept is told of each snapshot on the JavaFX thread, in order
  /// @param failed likewise, of each that could not be kept
  /// @param stateLost likewise, of each state that could not be kept though its picture was
  /// @param autosaved likewise, of each that was kept for the case that the process is killed
  SnapshotWriter(
      SnapshotStore store,
      Consumer<? super Snapshot> kept,
      Consumer<? super Throwable> failed,
      Consumer<? super Throwable> stateLost,
      Consumer<? super Snapshot> autosaved) {
    this.store = store;
    this.stateLost = stateLost;
    this.autosaved = autosaved;
    this.kept = kept;
    this.failed = failed;
  }

  /// @param state of the run at this moment, or null
  /// @param waiting are told of this snapshot after `kept`, or why there is none after `failed`
  /// @param written is told on the writer's thread that it is done with it, well or not
  void keep(
      Snapshot.Mark mark,
      Picture picture,
      Recipe recipe,
      @Nullable RunState state,
      List<Wish> waiting,
      Runnable written) {
    room.acquireUninterruptibly();
    write(
        mark,
        picture,
        recipe,
        state,
        snapshot -> {
          kept.accept(snapshot);
          waiting.forEach(wish -> wish.kept().accept(snapshot));
        },
        problem -> {
          failed.accept(problem);
          waiting.forEach(wish -> wish.notKept().accept(problem));
        },
        written);
  }

  /// Whether it takes another one at once. That stays so until this thread hands it one.
  boolean hasRoom() {
    return room.availablePermits() > 0;
  }

  /// As [#keep], for the case that the process is killed.
  void autosave(
      Snapshot.Mark mark,
      Picture picture,
      Recipe recipe,
      @Nullable RunState state,
      Runnable written) {
    room.acquireUninterruptibly();
    write(mark, picture, recipe, state, autosaved, failed, written);
  }

  private void write(
      Snapshot.Mark mark,
      Picture picture,
      Recipe recipe,
      @Nullable RunState state,
      Consumer<? super Snapshot> done,
      Consumer<? super Throwable> notDone,
      Runnable finished) {
    writer.execute(
        () -> {
          try {
            Snapshot snapshot =
                store.keep(
                    mark,
                    picture,
                    recipe,
                    state,
                    problem -> Platform.runLater(() -> stateLost.accept(problem)));
            Platform.runLater(() -> done.accept(snapshot));
          } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
            Platform.runLater(() -> notDone.accept(e));
          } finally {
            room.release();
            finished.run();
          }
        });
  }

  /// Does something on the JavaFX thread once everything so far is written and told.
  void afterwards(Runnable then) {
    writer.execute(() -> Platform.runLater(then));
  }

  /// Waits until everything is written.
  void finish() throws InterruptedException {
    Future<?> last = writer.submit(() -> {});
    try {
      last.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the empty task cannot fail", e);
    }
  }

  /// Waits until everything is written, so that whoever tells of the run's end does so last.
  @Override
  public void close() {
    writer.close();
  }
}
