package studio.pastiche.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What others ask of a run while it paints. Answered between two iterations, and never under the
/// lock that asking needs, so that a window's button does not wait for a copy of the picture.
final class Controls {
  private final Deque<CompletableFuture<RunState>> asked = new ArrayDeque<>();
  private boolean paused;
  private boolean stopped;
  private @Nullable Thread painter;

  synchronized void pause() {
    paused = true;
  }

  synchronized void resume() {
    paused = false;
    notifyAll();
  }

  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  /// The state, made by `now` at once when nothing is being painted, else by the painting thread.
  RunState state(Supplier<RunState> now) {
    CompletableFuture<RunState> answer = new CompletableFuture<>();
    synchronized (this) {
      if (painter == null || painter == Thread.currentThread()) {
        return now.get();
      }
      asked.add(answer);
      notifyAll();
    }
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  synchronized void started() {
    if (painter != null) {
      throw new IllegalStateException("this run is being painted already");
    }
    painter = Thread.currentThread();
  }

  /// The painting thread is done; it answers who still waits.
  void ended(Supplier<RunState> now) {
    synchronized (this) {
      painter = null;
      stopped = false;
      paused = false;
    }
    answer(now);
  }

  /// Called by the painting thread between iterations: answers, waits while paused, and says
  /// whether to go on.
  boolean mayGoOn(RunListener listener, Supplier<RunState> now) throws InterruptedException {
    answer(now);
    if (holding()) {
      listener.paused();
      while (holding()) {
        awaitWord();
        answer(now);
      }
      if (!stopped()) {
        listener.resumed();
      }
    }
    return !stopped();
  }

  private synchronized boolean holding() {
    return paused && !stopped;
  }

  private synchronized boolean stopped() {
    return stopped;
  }

  private synchronized void awaitWord() throws InterruptedException {
    while (paused && !stopped && asked.isEmpty()) {
      wait();
    }
  }

  private synchronized @Nullable CompletableFuture<RunState> next() {
    return asked.poll();
  }

  private void answer(Supplier<RunState> now) {
    for (CompletableFuture<RunState> question = next(); question != null; question = next()) {
      try {
        question.complete(now.get());
      } catch (RuntimeException | Error e) {
        question.completeExceptionally(e);
      }
    }
  }
}
