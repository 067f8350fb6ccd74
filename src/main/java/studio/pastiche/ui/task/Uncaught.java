package studio.pastiche.ui.task;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What nobody expected. It goes to the log whole, and to the window in words.
public final class Uncaught {
  private static final Logger LOG = LoggerFactory.getLogger(Uncaught.class);

  private Uncaught() {}

  /// Hands every exception that reaches the end of the calling thread, the JavaFX thread, to
  /// `teller`.
  public static void onThisThread(Consumer<Throwable> teller) {
    Thread.currentThread()
        .setUncaughtExceptionHandler(
            (_, problem) -> {
              LOG.error("Unexpected", problem);
              teller.accept(problem);
            });
  }
}
