package studio.pastiche.ui.task;

import java.time.Duration;

/// A thread that computes with the engine. PyTorch crashes where the process ends in the middle of
/// an iteration, by a signal for example, so the process's end stops the work first and waits for
/// it.
final class EngineThread {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final Thread thread;
  private final Thread atExit;

  /// @param stop has the work end soon; called on any thread
  EngineThread(String name, Runnable work, Runnable stop) {
    atExit =
        Background.daemons("exit")
            .newThread(
                () -> {
                  stop.run();
                  awaitEnd(LONGEST_WAIT);
                });
    thread =
        Background.daemons(name)
            .newThread(
                () -> {
                  try {
                    work.run();
                  } finally {
                    forgetExit();
                  }
                });
  }

  /// Begins. Once only.
  void start() {
    Runtime.getRuntime().addShutdownHook(atExit);
    thread.start();
  }

  /// Waits until it is over, at most so long.
  void awaitEnd(Duration longest) {
    try {
      thread.join(longest);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void forgetExit() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The process is ending, and waits for this thread.
    }
  }
}
