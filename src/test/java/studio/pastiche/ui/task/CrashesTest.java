package studio.pastiche.ui.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@Timeout(60)
@org.jspecify.annotations.NullUnmarked
class CrashesTest {
  private final Crashes crashes = new Crashes();
  private final List<String> done = new ArrayList<>();

  @Start
  void open(Stage stage) {}

  @Test
  void theDocumentIsMadeSafeBeforeTheWindowIsTold() throws Exception {
    CompletableFuture<Throwable> told = new CompletableFuture<>();
    RuntimeException problem = new IllegalStateException("nobody expected this");
    crashes.rescueBy(() -> done.add("saved"));
    crashes.tellBy(
        said -> {
          done.add("told");
          told.complete(said);
        });
    Thread thread =
        new Thread(
            () -> {
              throw problem;
            });
    thread.setUncaughtExceptionHandler(crashes::happened);
    thread.start();
    assertSame(problem, told.get(20, TimeUnit.SECONDS));
    assertEquals(List.of("saved", "told"), done);
  }

  @Test
  void theSameProblemAgainAndAgainIsToldOnce() {
    crashes.rescueBy(() -> done.add("saved"));
    for (int i = 0; i < 50; i++) {
      crashes.happened(Thread.currentThread(), new IllegalStateException("again"));
    }
    assertEquals(List.of("saved"), done);
    crashes.happened(Thread.currentThread(), new OutOfMemoryError("another"));
    assertEquals(List.of("saved", "saved"), done);
  }

  @Test
  void aRescueThatFailsDoesNotHideTheProblem() throws Exception {
    CompletableFuture<Throwable> told = new CompletableFuture<>();
    crashes.rescueBy(
        () -> {
          throw new IllegalStateException("the disk is full");
        });
    crashes.tellBy(told::complete);
    crashes.happened(Thread.currentThread(), new OutOfMemoryError("heap"));
    assertEquals("heap", told.get(20, TimeUnit.SECONDS).getMessage());
  }
}
