package studio.pastiche.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What others ask of a run while it paints. Answered between two iterations.
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
    return answer.join();
  }

  synchronized void started() {
    if (painter != null) {
      throw new IllegalStateException("this run is being painted already");
    }
    painter = Thread.currentThread();
  }

  /// The painting thread is done; it answers who still waits.
  synchronized void ended(Supplier<RunState> now) {
    painter = null;
    stopped = false;
    answer(now);
  }

  /// Called by the painting thread between iterations: answers, waits while paused, and says
  /// whether to go on.
  synchronized boolean mayGoOn(RunListener listener, Supplier<RunState> now)
      throws InterruptedException {
    answer(now);
    if (paused && !stopped) {
      listener.paused();
      while (paused && !stopped) {
        wait();
        answer(now);
      }
      if (!stopped) {
        listener.resumed();
      }
    }
    return !stopped;
  }

  private void answer(Supplier<RunState> now) {
    while (!asked.isEmpty()) {
      asked.remove().complete(now.get());
    }
  }
}
