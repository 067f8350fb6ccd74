package studio.pastiche.ui.task;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import javafx.application.Platform;
import studio.pastiche.engine.Recipe;
import studio.pastiche.picture.Picture;
import studio.pastiche.session.Snapshot;
import studio.pastiche.session.SnapshotStore;

/// Writes snapshots beside the painting. At most three are in hand; with a fourth the painting
/// waits, so that a slow disk slows it rather than filling the memory.
final class SnapshotWriter implements AutoCloseable {
  private final SnapshotStore store;
  private final Consumer<? super Snapshot> kept;
  private final Consumer<? super Throwable> failed;
  private final Semaphore room = new Semaphore(3);
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Background.daemons("snapshots"));

  /// @param kept is told of each snapshot on the JavaFX thread, in order
  /// @param failed likewise, of each that could not be kept
  SnapshotWriter(
      SnapshotStore store, Consumer<? super Snapshot> kept, Consumer<? super Throwable> failed) {
    this.store = store;
    this.kept = kept;
    this.failed = failed;
  }

  /// @param then is told of this snapshot after `kept`
  void keep(Snapshot.Mark mark, Picture picture, Recipe recipe, Consumer<? super Snapshot> then) {
    room.acquireUninterruptibly();
    writer.execute(
        () -> {
          try {
            Snapshot snapshot = store.keep(mark, picture, recipe);
            Platform.runLater(
                () -> {
                  kept.accept(snapshot);
                  then.accept(snapshot);
                });
          } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
            Platform.runLater(() -> failed.accept(e));
          } finally {
            room.release();
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

  @Override
  public void close() {
    writer.shutdown();
  }
}
