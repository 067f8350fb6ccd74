package studio.pastiche.ui.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.SimpleStringProperty;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@Timeout(60)
@org.jspecify.annotations.NullUnmarked
class LongTasksTest {
  private final LongTasks tasks = new LongTasks();
  private final SimpleStringProperty title = new SimpleStringProperty("Counting");

  @Start
  void open(Stage stage) {}

  @Test
  void workTellsHowFarItIsAndEndsWithItsResult() throws Exception {
    CountDownLatch halfWay = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CompletableFuture<String> result = new CompletableFuture<>();
    List<String> ended = new ArrayList<>();
    TaskProgress progress =
        fx(
            () -> {
              tasks.onEnd(task -> ended.add(task.title().getValue()));
              return tasks.start(
                  title,
                  steps -> {
                    steps.at(1, 2);
                    halfWay.countDown();
                    goOn.await();
                    return "counted";
                  },
                  result::complete,
                  result::completeExceptionally);
            });
    halfWay.await();
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> fx(() -> progress.fraction().get() == 0.5));
    assertEquals(List.of(progress), fx(() -> List.copyOf(tasks.running())));
    goOn.countDown();
    assertEquals("counted", result.get(20, TimeUnit.SECONDS));
    assertEquals(List.of(), fx(() -> List.copyOf(tasks.running())));
    assertEquals(List.of("Counting"), fx(() -> List.copyOf(ended)));
  }

  @Test
  void workThatIsCalledOffEndsAndTellsNobody() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    List<String> told = new ArrayList<>();
    TaskProgress progress =
        fx(
            () ->
                tasks.start(
                    title,
                    steps -> {
                      began.countDown();
                      try {
                        while (true) {
                          steps.at(0, 0);
                          Thread.onSpinWait();
                        }
                      } finally {
                        stopped.countDown();
                      }
                    },
                    _ -> told.add("done"),
                    _ -> told.add("failed")));
    began.await();
    fx(
        () -> {
          progress.cancel();
          return 0;
        });
    assertTrue(stopped.await(20, TimeUnit.SECONDS));
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> fx(() -> tasks.running().isEmpty()));
    assertEquals(List.of(), told);
  }

  @Test
  void workThatKnowsABetterWayToEndIsNotInterrupted() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch told = new CountDownLatch(1);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    LongTasks.Work<String> work =
        new LongTasks.Work<>() {
          @Override
          public String run(Steps steps) throws InterruptedException {
            began.countDown();
            try {
              told.await();
              interrupted.complete(Thread.interrupted());
            } catch (InterruptedException e) {
              interrupted.complete(true);
              throw e;
            }
            return "";
          }

          @Override
          public void callOff(Thread worker) {
            told.countDown();
          }
        };
    CompletableFuture<String> end = new CompletableFuture<>();
    TaskProgress progress =
        fx(
            () ->
                tasks.start(
                    title,
                    work,
                    end::complete,
                    end::completeExceptionally,
                    () -> end.complete("off")));
    began.await();
    fx(
        () -> {
          progress.cancel();
          return 0;
        });
    assertEquals(false, interrupted.get(20, TimeUnit.SECONDS));
    assertEquals("off", end.get(20, TimeUnit.SECONDS));
  }

  @Test
  void workThatFailsSaysWhy() throws Exception {
    CompletableFuture<Throwable> said = new CompletableFuture<>();
    fx(
        () ->
            tasks.start(
                title,
                _ -> {
                  throw new IOException("the disk is full");
                },
                _ -> {},
                said::complete));
    assertEquals("the disk is full", said.get(20, TimeUnit.SECONDS).getMessage());
  }

  @Test
  void theTimeLeftFollowsFromTheShareThatIsDone() {
    AtomicLong now = new AtomicLong();
    List<TaskProgress.Report> reports = new ArrayList<>();
    Steps steps = new Steps(reports::add, now::get);
    now.set(500_000_000);
    steps.at(1, 10);
    now.set(10_000_000_000L);
    steps.at(25, 100);
    assertEquals(OptionalDouble.empty(), reports.get(0).secondsLeft(), "too early to tell");
    assertEquals(OptionalDouble.of(30), reports.get(1).secondsLeft());
    steps.cancel();
    assertThrows(CancellationException.class, () -> steps.at(50, 100));
  }

  private static <T> T fx(java.util.concurrent.Callable<T> callable) {
    try {
      return WaitForAsyncUtils.asyncFx(callable).get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
