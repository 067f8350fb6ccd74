package studio.pastiche.ui.task;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import studio.pastiche.session.Document;
import studio.pastiche.session.SessionFile;
import studio.pastiche.session.SessionFolder;
import studio.pastiche.session.SnapshotStore;

/// Writes the session's document down whenever it has changed, so that a session can be opened
/// again whose process was killed. Where it changes faster than it can be written, only the newest
/// is.
public final class Journal implements AutoCloseable {
  private final SnapshotStore store;
  private final Consumer<? super Throwable> failed;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Background.daemons("journal"));
  private List<Path> unused = new ArrayList<>();
  private @Nullable Entry newest;

  private record Entry(SessionFolder folder, Document document) {}

  /// @param failed is told on the JavaFX thread of each time that it can't be written
  public Journal(SnapshotStore store, Consumer<? super Throwable> failed) {
    this.store = store;
    this.failed = failed;
  }

  /// Writes this document, then deletes what only older ones needed.
  public void write(Document document, List<Path> noLongerNeeded) {
    synchronized (this) {
      boolean waiting = newest != null;
      newest = new Entry(store.folder(), document);
      unused.addAll(noLongerNeeded);
      if (waiting) {
        return;
      }
    }
    try {
      writer.execute(this::writeNewest);
    } catch (RejectedExecutionException e) {
      // The session is being closed, and its folder with it.
    }
  }

  private void writeNewest() {
    @Nullable Entry entry;
    List<Path> then;
    synchronized (this) {
      entry = newest;
      newest = null;
      then = unused;
      unused = new ArrayList<>();
    }
    if (entry == null || entry.folder() != store.folder()) {
      return;
    }
    try {
      SessionFile.write(entry.folder(), entry.document());
      SnapshotStore.delete(then);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      synchronized (this) {
        unused.addAll(then);
      }
      Platform.runLater(() -> failed.accept(e));
    }
  }

  /// Waits until everything so far is written.
  public void finish() throws InterruptedException {
    try {
      writer.submit(() -> {}).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the empty task cannot fail", e);
    } catch (RejectedExecutionException e) {
      // It was closed, and has written everything.
    }
  }

  @Override
  public void close() {
    writer.close();
  }
}
