package studio.pastiche.ui.task;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Background work that is asked for faster than it can be done, such as making a frame ready for
/// the screen. While one piece is done only the newest other one waits. Called on the JavaFX
/// thread.
public final class Newest {
  private final Background background;
  private boolean working;
  private @Nullable Runnable waiting;

  public Newest(Background background) {
    this.background = background;
  }

  /// Does `work` elsewhere, unless more is asked for before it begins; then calls `done` or
  /// `failed` on the JavaFX thread.
  public <T> void run(
      Callable<T> work, Consumer<? super T> done, Consumer<? super Throwable> failed) {
    Runnable start =
        () ->
            background.run(
                work,
                result -> {
                  next();
                  done.accept(result);
                },
                problem -> {
                  next();
                  failed.accept(problem);
                });
    if (working) {
      waiting = start;
    } else {
      working = true;
      start.run();
    }
  }

  private void next() {
    Runnable then = waiting;
    waiting = null;
    working = then != null;
    if (then != null) {
      then.run();
    }
  }
}
