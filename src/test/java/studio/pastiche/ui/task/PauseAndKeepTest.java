package studio.pastiche.ui.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.pastiche.engine.Inputs;
import studio.pastiche.engine.Materials;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.Painted;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.Run;
import studio.pastiche.engine.RunListener;
import studio.pastiche.engine.Schedule;
import studio.pastiche.session.InputPicture;
import studio.pastiche.session.SessionFolder;
import studio.pastiche.session.Snapshot;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.painting.PaintingEvent;
import studio.pastiche.ui.painting.Phase;
import studio.pastiche.ui.painting.StyleInput;

/// A pause and a save at awkward moments.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
@org.jspecify.annotations.NullUnmarked
class PauseAndKeepTest {
  @TempDir Path folder;

  @Start
  void open(Stage stage) {}

  /// The pause arrives while the first iteration's frame is being made, when that iteration has
  /// been found not to be pausing.
  @Test
  void aPauseInTheMiddleOfAReportStillKeepsWhereItHolds() throws Exception {
    EngineRoom.Equipment equipment = new EngineRoom().on("cpu", "compact").get();
    InputPicture photo = picture("photo");
    InputPicture style = picture("style");
    Recipe recipe =
        Recipe.defaults(
                new Inputs(photo.reference(), List.of(style.reference()), null),
                NetworkReference.of(equipment.network()))
            .withSchedule(Schedule.defaults().withSize(64).withIterations(20));
    Materials materials =
        new Materials(photo.picture(), List.of(style.picture()), null, equipment.network());
    List<Snapshot> kept = new ArrayList<>();
    CompletableFuture<List<Snapshot>> keptAtPause = new CompletableFuture<>();
    AtomicInteger done = new AtomicInteger();
    SnapshotStore store = store();
    try (SnapshotWriter writer =
            new SnapshotWriter(store, kept::add, keptAtPause::obtrudeException, _ -> {}, _ -> {});
        Run run = equipment.engine().start(recipe, materials)) {
      RunControl control = new RunControl(0);
      control.attach(run);
      PaintingJob.Watcher watcher =
          watcher(
              () -> {
                keptAtPause.complete(List.copyOf(kept));
                control.stop();
              });
      PaintingEar ear = new PaintingEar(1, run, control, writer, watcher, Duration.ofDays(1));
      run.paint(
          new RunListener() {
            @Override
            public void painted(Painted painted) {
              done.set(painted.done());
              ear.painted(pausedByItsFrame(painted, control));
            }

            @Override
            public void paused() {
              ear.paused();
            }
          });
      List<Snapshot> then = keptAtPause.get(60, TimeUnit.SECONDS);
      assertEquals(List.of(done.get()), then.stream().map(s -> s.mark().iteration()).toList());
    }
  }

  @Test
  void aSnapshotThatFailsForWhateverReasonIsSaid() throws Exception {
    CompletableFuture<Throwable> said = new CompletableFuture<>();
    SnapshotStore store = store();
    try (SnapshotWriter writer =
        new SnapshotWriter(store, _ -> {}, said::complete, _ -> {}, _ -> {})) {
      writer.keep(null, null, null, null, List.of(), () -> {});
      assertInstanceOf(RuntimeException.class, said.get(60, TimeUnit.SECONDS));
    }
  }

  /// All in one go on the JavaFX thread, so that the run's end is not told before.
  @Test
  void aSaveAfterTheLastSnapshotIsAnsweredWithThatSnapshot() throws Exception {
    Painting painting = painting(store());
    CompletableFuture<Snapshot> saved = new CompletableFuture<>();
    WaitForAsyncUtils.asyncFx(
        () -> {
          painting.abandon();
          painting.keep(saved::complete);
        });
    Snapshot answer = saved.get(60, TimeUnit.SECONDS);
    assertTrue(answer.mark().last());
  }

  /// The pause's picture and state are there, but the JavaFX thread has not heard of it.
  @Test
  void aSaveRightAfterAPauseIsAnsweredWithThePausesSnapshot() throws Exception {
    SnapshotStore store = store();
    Painting painting = painting(store);
    CompletableFuture<Snapshot> saved = new CompletableFuture<>();
    WaitForAsyncUtils.asyncFx(
        () -> {
          painting.pause();
          while (isEmpty(store.folder().path().resolve("states"))) {
            Thread.onSpinWait();
          }
          painting.keepWithState(
              () -> saved.complete(painting.snapshots().getLast()), saved::completeExceptionally);
          return 0;
        });
    assertNotNull(saved.get(60, TimeUnit.SECONDS).state());
    WaitForAsyncUtils.asyncFx(painting::abandon).get(60, TimeUnit.SECONDS);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  @Test
  void whatWaitsForTheEndComesAfterAllThatTheEndTells() throws Exception {
    Painting painting = painting(store());
    List<String> order = new ArrayList<>();
    CountDownLatch over = new CountDownLatch(1);
    WaitForAsyncUtils.asyncFx(
        () -> {
          painting.onEvent(event -> order.add(event.getClass().getSimpleName()));
          painting.whenIdle(
              () -> {
                order.add("waited");
                over.countDown();
              });
          // After the last snapshot, so that it is answered at the end only.
          painting.abandon();
          painting.keep(_ -> order.add("kept"));
        });
    assertTrue(over.await(60, TimeUnit.SECONDS));
    assertEquals(List.of("kept", "Ended", "waited"), order);
  }

  @Test
  void aSnapshotTakesThePlaceOfAnAutosaveThatIsDue() throws Exception {
    EngineRoom.Equipment equipment = new EngineRoom().on("cpu", "compact").get();
    InputPicture photo = picture("photo");
    InputPicture style = picture("style");
    Recipe recipe =
        Recipe.defaults(
                new Inputs(photo.reference(), List.of(style.reference()), null),
                NetworkReference.of(equipment.network()))
            .withSchedule(Schedule.defaults().withSize(64).withIterations(6));
    Materials materials =
        new Materials(photo.picture(), List.of(style.picture()), null, equipment.network());
    List<Snapshot> kept = new ArrayList<>();
    List<Snapshot> autosaved = new ArrayList<>();
    CountDownLatch told = new CountDownLatch(1);
    try (SnapshotWriter writer =
            new SnapshotWriter(store(), kept::add, _ -> {}, _ -> {}, autosaved::add);
        Run run = equipment.engine().start(recipe, materials)) {
      RunControl control = new RunControl(1);
      control.attach(run);
      run.paint(new PaintingEar(1, run, control, writer, watcher(() -> {}), Duration.ZERO));
      writer.afterwards(told::countDown);
      assertTrue(told.await(60, TimeUnit.SECONDS));
    }
    assertEquals(List.of(), autosaved);
    assertTrue(kept.stream().anyMatch(s -> s.state() != null));
  }

  @Test
  void whilePausedNoOlderSnapshotStandsInForOneThatWasNotKept() throws Exception {
    SnapshotStore store = store();
    Painting painting = painting(store);
    CompletableFuture<Snapshot> first = new CompletableFuture<>();
    WaitForAsyncUtils.asyncFx(() -> painting.keep(first::complete));
    first.get(60, TimeUnit.SECONDS);
    store.folder().discard();
    CompletableFuture<String> answer = new CompletableFuture<>();
    CountDownLatch paused = new CountDownLatch(1);
    WaitForAsyncUtils.asyncFx(
        () -> {
          painting
              .phase()
              .addListener(
                  (_, _, now) -> {
                    if (now == Phase.PAUSED) {
                      paused.countDown();
                    }
                  });
          painting.pause();
        });
    assertTrue(paused.await(60, TimeUnit.SECONDS));
    WaitForAsyncUtils.asyncFx(
        () -> {
          painting.onEvent(
              event -> {
                if (event instanceof PaintingEvent.NotKept) {
                  answer.complete("not kept");
                }
              });
          painting.keep(_ -> answer.complete("an older one"));
        });
    assertEquals("not kept", answer.get(60, TimeUnit.SECONDS));
    WaitForAsyncUtils.asyncFx(painting::abandon).get(60, TimeUnit.SECONDS);
  }

  @Test
  void whileItPaintsWhoeverAskedIsToldThatASnapshotCouldNotBeKept() throws Exception {
    SnapshotStore store = store();
    Painting painting = painting(store);
    store.folder().discard();
    CompletableFuture<String> answer = new CompletableFuture<>();
    WaitForAsyncUtils.asyncFx(
        () ->
            painting.keepWithState(
                () -> answer.complete("kept"), problem -> answer.complete(problem.toString())));
    String said = answer.get(60, TimeUnit.SECONDS);
    assertTrue(said.contains(store.folder().path().toString()), said);
    WaitForAsyncUtils.asyncFx(painting::abandon).get(60, TimeUnit.SECONDS);
  }

  private SnapshotStore store() throws IOException {
    return new SnapshotStore(SessionFolder.create(folder));
  }

  /// A painting that paints.
  private static Painting painting(SnapshotStore store) throws Exception {
    CountDownLatch paints = new CountDownLatch(1);
    Painting painting =
        WaitForAsyncUtils.asyncFx(
                () -> {
                  Painting made = new Painting(new EngineRoom(), store);
                  made.settings().size().set(64);
                  made.settings().iterations().set(1_000_000);
                  made.settings().snapshotEvery().set(1_000_000);
                  made.content().set(picture("photo"));
                  made.styles().add(StyleInput.of(picture("style")));
                  made.phase()
                      .addListener(
                          (_, _, now) -> {
                            if (now == Phase.PAINTING) {
                              paints.countDown();
                            }
                          });
                  made.paint();
                  return made;
                })
            .get(60, TimeUnit.SECONDS);
    assertTrue(paints.await(60, TimeUnit.SECONDS));
    return painting;
  }

  private static InputPicture picture(String name) {
    int[] argb = new int[40 * 30];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = 0xff000000 | i * (17 + name.length());
    }
    return InputPicture.ofPixels(name, 40, 30, argb);
  }

  private static Painted pausedByItsFrame(Painted painted, RunControl control) {
    return (Painted)
        Proxy.newProxyInstance(
            Painted.class.getClassLoader(),
            new Class<?>[] {Painted.class},
            (_, method, values) -> {
              if (method.getName().equals("frame")) {
                control.pause();
              }
              return method.invoke(painted, values);
            });
  }

  private static PaintingJob.Watcher watcher(Runnable paused) {
    return (PaintingJob.Watcher)
        Proxy.newProxyInstance(
            PaintingJob.Watcher.class.getClassLoader(),
            new Class<?>[] {PaintingJob.Watcher.class},
            (_, method, _) -> {
              if (method.getName().equals("paused")) {
                paused.run();
              }
              return null;
            });
  }
}
