package studio.pastiche.ui.task;

import java.time.Duration;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What nobody expected, on whatever thread. It goes to the log whole, the document is made safe,
/// and the window is told; all that but once in a while where it happens again and again, as from
/// every frame.
public final class Crashes {
  private static final Logger LOG = LoggerFactory.getLogger(Crashes.class);
  private static final Duration QUIET = Duration.ofSeconds(10);

  private Runnable rescue = () -> {};
  private @Nullable Consumer<Throwable> teller;
  private String last = "";
  private long lastAt;

  /// Sees to everything that reaches the end of any thread of this process.
  public void watchAllThreads() {
    Thread.setDefaultUncaughtExceptionHandler(this::happened);
  }

  /// Sees to what reaches the end of the calling thread.
  public void watchThisThread() {
    Thread.currentThread().setUncaughtExceptionHandler(this::happened);
  }

  /// What makes the document safe. It may be called on any thread, and must not rely on the window
  /// being in order.
  public synchronized void rescueBy(Runnable saving) {
    rescue = saving;
  }

  /// Who says it in the window, on the JavaFX thread.
  public synchronized void tellBy(Consumer<Throwable> saying) {
    teller = saying;
  }

  /// Sees to a problem that was caught at the very end.
  public void happened(Thread thread, Throwable problem) {
    Consumer<Throwable> saying;
    synchronized (this) {
      String now = kind(problem);
      boolean again = now.equals(last) && System.nanoTime() - lastAt < QUIET.toNanos();
      last = now;
      lastAt = System.nanoTime();
      if (again) {
        return;
      }
      saying = teller;
    }
    LOG.error("Unexpected on {}", thread.getName(), problem);
    rescueNow();
    if (saying != null) {
      if (Platform.isFxApplicationThread()) {
        saying.accept(problem);
      } else {
        Platform.runLater(() -> saying.accept(problem));
      }
    }
  }

  /// Makes the document safe, and never fails itself.
  public void rescueNow() {
    Runnable saving;
    synchronized (this) {
      saving = rescue;
    }
    try {
      saving.run();
    } catch (RuntimeException | Error e) {
      LOG.error("The document could not be made safe", e);
    }
  }

  private static String kind(Throwable problem) {
    StackTraceElement[] trace = problem.getStackTrace();
    return problem.getClass().getName() + (trace.length == 0 ? "" : trace[0]);
  }
}
