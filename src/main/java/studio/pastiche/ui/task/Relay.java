package studio.pastiche.ui.task;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Hands the newest value to the JavaFX thread. A slow window misses values in between, and never
/// holds up the thread that offers them.
public final class Relay<T> {
  private final AtomicReference<@Nullable T> newest = new AtomicReference<>();
  private final AtomicBoolean pending = new AtomicBoolean();
  private final Consumer<? super T> receiver;

  public Relay(Consumer<? super T> receiver) {
    this.receiver = receiver;
  }

  /// Whether the last value was taken, so that another is worth making.
  boolean taken() {
    return !pending.get();
  }

  public void offer(T value) {
    newest.set(value);
    if (pending.compareAndSet(false, true)) {
      Platform.runLater(this::deliver);
    }
  }

  private void deliver() {
    pending.set(false);
    T value = newest.getAndSet(null);
    if (value != null) {
      receiver.accept(value);
    }
  }
}
