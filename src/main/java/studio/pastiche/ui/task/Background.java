package studio.pastiche.ui.task;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;

/// Work that would hold the window up: files, pictures, the engine's start. Answers come back on
/// the JavaFX thread.
public final class Background implements AutoCloseable {
  private final ExecutorService workers = Executors.newFixedThreadPool(2, daemons("background"));

  /// Does `work` elsewhere, then calls `done` or `failed` on the JavaFX thread.
  public <T> void run(
      Callable<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
    try {
      workers.execute(
          () -> {
            try {
              T result = work.call();
              Platform.runLater(() -> done.accept(result));
            } catch (Exception | LinkageError | OutOfMemoryError e) {
              Platform.runLater(() -> failed.accept(e));
            }
          });
    } catch (RejectedExecutionException e) {
      // The window is closing; nobody waits for the answer any more.
    }
  }

  /// Does `work` on a thread of its own, because it may take long and can be called off; then calls
  /// `done` or `failed` on the JavaFX thread.
  ///
  /// @return calls it off: the work is interrupted, and neither is called. For the JavaFX thread
  public <T> Runnable apart(
      String name, Callable<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
    AtomicBoolean calledOff = new AtomicBoolean();
    Thread thread =
        daemons(name)
            .newThread(
                () -> {
                  try {
                    T result = work.call();
                    answer(calledOff, () -> done.accept(result));
                  } catch (Exception | LinkageError | OutOfMemoryError e) {
                    answer(calledOff, () -> failed.accept(e));
                  }
                });
    thread.start();
    return () -> {
      calledOff.set(true);
      thread.interrupt();
    };
  }

  private static void answer(AtomicBoolean calledOff, Runnable answer) {
    Platform.runLater(
        () -> {
          if (!calledOff.get()) {
            answer.run();
          }
        });
  }

  /// Does `work` on a thread of its own, because it may take long; the future tells of its end on
  /// that thread.
  public static <T> CompletableFuture<T> alone(String name, Callable<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    daemons(name)
        .newThread(
            () -> {
              try {
                result.complete(work.call());
              } catch (Exception | LinkageError | OutOfMemoryError e) {
                result.completeExceptionally(e);
              }
            })
        .start();
    return result;
  }

  /// Threads that do not keep a closed window's process alive.
  static ThreadFactory daemons(String name) {
    return work -> {
      Thread thread = new Thread(work, "pastiche-" + name);
      thread.setDaemon(true);
      return thread;
    };
  }

  @Override
  public void close() {
    workers.shutdown();
  }
}
