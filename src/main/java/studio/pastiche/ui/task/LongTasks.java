package studio.pastiche.ui.task;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Work that takes long enough for the artist to want to see how far it is, and perhaps to call it
/// off: fetching a network, exporting a film. Each has a thread of its own.
public final class LongTasks implements AutoCloseable {
  private static final ThreadFactory THREADS = Background.daemons("long");

  private final ObservableList<TaskProgress> running = FXCollections.observableArrayList();
  private final ObservableList<TaskProgress> seen =
      FXCollections.unmodifiableObservableList(running);
  private final Set<TaskProgress> exports = Collections.newSetFromMap(new IdentityHashMap<>());
  private Consumer<TaskProgress> ended = _ -> {};

  /// Something long. It tells of its progress, ends early by what its steps throw when it is called
  /// off, and may be interrupted.
  @FunctionalInterface
  public interface Work<T> {
    T run(Steps steps) throws Exception;

    /// Has it end soon, on the JavaFX thread: it is interrupted, unless it knows a better way.
    default void callOff(Thread worker) {
      worker.interrupt();
    }
  }

  /// What is in hand now, oldest first. Seen on the JavaFX thread.
  public ObservableList<TaskProgress> running() {
    return seen;
  }

  /// Who hears of each that ended by itself, well or not, after its own listener.
  public void onEnd(Consumer<TaskProgress> listener) {
    ended = listener;
  }

  /// Begins; call on the JavaFX thread. `done` or `failed` is called there at the end, unless it
  /// was called off.
  ///
  /// @param title what is being done, such as "Exporting lake.mp4"
  public <T> TaskProgress start(
      ObservableValue<String> title,
      Work<T> work,
      Consumer<? super T> done,
      Consumer<? super Throwable> failed) {
    return start(title, work, done, failed, () -> {});
  }

  /// As [#start(ObservableValue, Work, Consumer, Consumer)]; `calledOff` is called in place of the
  /// others where it was called off.
  public <T> TaskProgress start(
      ObservableValue<String> title,
      Work<T> work,
      Consumer<? super T> done,
      Consumer<? super Throwable> failed,
      Runnable calledOff) {
    Job<T> job = new Job<>(title, work, done, failed, calledOff);
    running.add(job.progress);
    job.thread.start();
    return job.progress;
  }

  /// As [#start(ObservableValue, Work, Consumer, Consumer, Runnable)], for a file that is made of
  /// what the document holds: the work can't outlive it.
  public <T> TaskProgress export(
      ObservableValue<String> title,
      Work<T> work,
      Consumer<? super T> done,
      Consumer<? super Throwable> failed,
      Runnable calledOff) {
    TaskProgress task = start(title, work, done, failed, calledOff);
    exports.add(task);
    return task;
  }

  /// The exports in hand.
  public List<TaskProgress> exports() {
    return running.stream().filter(exports::contains).toList();
  }

  /// Calls everything off.
  @Override
  public void close() {
    running.forEach(TaskProgress::cancel);
  }

  private final class Job<T> {
    private final TaskProgress progress;
    private final Steps steps;
    private final Thread thread;
    private final Work<T> work;
    private final Consumer<? super T> done;
    private final Consumer<? super Throwable> failed;
    private final Runnable calledOff;

    Job(
        ObservableValue<String> title,
        Work<T> work,
        Consumer<? super T> done,
        Consumer<? super Throwable> failed,
        Runnable calledOff) {
      this.work = work;
      this.done = done;
      this.failed = failed;
      this.calledOff = calledOff;
      progress = new TaskProgress(title, this::cancel);
      Relay<TaskProgress.Report> relay = new Relay<>(progress::set);
      steps = new Steps(relay::offer, System::nanoTime);
      thread = THREADS.newThread(this::work);
    }

    private void work() {
      try {
        T result = work.run(steps);
        Platform.runLater(() -> end(() -> done.accept(result)));
      } catch (Exception | LinkageError | OutOfMemoryError e) {
        Platform.runLater(() -> end(() -> failed.accept(e)));
      }
    }

    private void end(Runnable tell) {
      running.remove(progress);
      exports.remove(progress);
      if (!steps.cancelled()) {
        tell.run();
        ended.accept(progress);
      } else {
        calledOff.run();
      }
    }

    private void cancel() {
      // so that work which hears of both first hears how to end
      work.callOff(thread);
      steps.cancel();
    }
  }
}
