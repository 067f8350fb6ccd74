package studio.pastiche.ui.inputs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.pastiche.engine.RunResult;
import studio.pastiche.session.Document;
import studio.pastiche.session.InputPicture;
import studio.pastiche.session.SessionFolder;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.ui.notice.Notice;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.painting.PaintingEvent;
import studio.pastiche.ui.painting.Phase;
import studio.pastiche.ui.painting.StyleInput;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.task.EngineRoom;
import studio.pastiche.ui.text.Language;
import studio.pastiche.ui.text.Texts;

/// Pictures arrive when they like; the wells hold what the artist asked for.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
@org.jspecify.annotations.NullUnmarked
class InputLoaderTest {
  private final Map<String, CountDownLatch> slow = new ConcurrentHashMap<>();
  private final Texts texts = new Texts(Language.ENGLISH);
  private final Background background = new Background();
  @TempDir Path folder;
  private SnapshotStore store;
  private Painting painting;
  private Notices notices;
  private InputLoader loader;

  @Start
  void open(Stage stage) throws IOException {
    store = new SnapshotStore(SessionFolder.create(folder));
    painting = new Painting(new EngineRoom(), store);
    notices = new Notices(texts);
    loader =
        new InputLoader(painting, background, notices, texts, this::read, _ -> Optional.empty());
  }

  @AfterEach
  void close() {
    fx(painting::abandon);
    background.close();
    store.folder().discard();
  }

  @Test
  void theNewerPhotoStaysThoughTheOlderArrivesLater() {
    slow.put("old", new CountDownLatch(1));
    fx(() -> loader.content(files("old")));
    fx(() -> loader.content(files("new")));
    until(() -> painting.content().get() != null);
    slow.get("old").countDown();
    // The next one is read after it, and arrives after it.
    fx(() -> loader.addStyles(files("style")));
    fx(() -> loader.addStyles(files("style")));
    until(() -> painting.styles().size() == 2);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals("new", painting.content().get().name());
  }

  @Test
  void droppedPaintingsKeepTheirOrder() {
    slow.put("first", new CountDownLatch(1));
    fx(() -> loader.addStyles(files("first", "second", "third")));
    fx(() -> loader.content(files("photo")));
    until(() -> painting.content().get() != null);
    slow.get("first").countDown();
    until(() -> painting.styles().size() == 3);
    assertEquals(List.of("first", "second", "third"), styles());
  }

  @Test
  void aPictureThatIsReadTooLateChangesNothingAndTuningActs() {
    pictures();
    slow.put("late", new CountDownLatch(1));
    fx(
        () -> {
          painting.settings().size().set(64);
          painting.settings().iterations().set(1_000_000);
          painting.settings().snapshotEvery().set(1_000_000);
          loader.addStyles(files("late"));
          painting.paint();
        });
    slow.get("late").countDown();
    until(() -> !notices.shown().isEmpty());
    assertEquals(texts.get("notice.too-late"), notices.shown().getFirst().title());
    assertEquals(List.of("style"), styles());
  }

  @Test
  void whatIsReadWhenAnotherDocumentIsOpenedDoesNotArriveThere() throws IOException {
    slow.put("late", new CountDownLatch(1));
    AtomicReference<Consumer<InputPicture>> web = new AtomicReference<>();
    SessionFolder another = SessionFolder.create(folder);
    SessionFolder before = store.folder();
    fx(
        () -> {
          loader.content(files("late"));
          web.set(loader.awaiting(new Place.Styles()));
          store.moveTo(another, 0);
          painting.open(Document.empty());
        });
    slow.get("late").countDown();
    fx(() -> loader.addStyles(files("mine")));
    until(() -> !painting.styles().isEmpty());
    WaitForAsyncUtils.waitForFxEvents();
    fx(() -> web.get().accept(InputPicture.ofPixels("web", 1, 1, new int[1])));
    assertEquals(List.of("mine"), styles());
    assertNull(painting.content().get());
    before.discard();
  }

  @Test
  void tuningSpeaksOfThePaintingsThatTheRunBeganWith() {
    pictures();
    CountDownLatch over = new CountDownLatch(1);
    fx(
        () -> {
          painting.onEvent(
              event -> {
                if (event instanceof PaintingEvent.Ended(RunResult.End end)
                    && end == RunResult.End.STOPPED) {
                  over.countDown();
                }
              });
          painting.settings().size().set(64);
          painting.settings().iterations().set(1_000_000);
          painting.paint();
          painting.styles().add(StyleInput.of(picture("another")));
          painting.settings().tunable().getFirst().set(3);
        });
    until(() -> painting.phase().get() == Phase.PAINTING);
    fx(() -> painting.settings().tunable().getFirst().set(4));
    fx(painting::stop);
    until(() -> over.getCount() == 0);
    assertEquals(
        4, painting.snapshots().getLast().recipe().changes().getLast().tuning().contentWeight());
  }

  @Test
  void whatIsPastedIsAddedToThePaintingsFileOrNot() {
    pictures();
    fx(
        () -> {
          ClipboardContent copied = new ClipboardContent();
          copied.putFiles(List.of(folder.resolve("copied").toFile()));
          Clipboard.getSystemClipboard().setContent(copied);
          loader.paste();
        });
    until(() -> painting.styles().size() == 2);
    fx(
        () -> {
          ClipboardContent pixels = new ClipboardContent();
          pixels.putImage(new WritableImage(20, 20));
          Clipboard.getSystemClipboard().setContent(pixels);
          loader.paste();
        });
    until(() -> painting.styles().size() == 3);
    assertEquals(List.of("style", "copied", "clipboard"), styles());
    assertEquals("photo", painting.content().get().name());
  }

  @Test
  void whatIsDroppedOnTheWindowFillsTheEmptyWellElseIsAPaintingAndIsSaid() {
    fx(() -> loader.bring(new Place.Window(), files("photo")));
    until(() -> painting.content().get() != null);
    assertEquals(texts.get("notice.as-content"), notices.shown().getLast().title());
    fx(() -> loader.bring(new Place.Window(), files("one")));
    until(() -> painting.styles().size() == 1);
    assertEquals(texts.get("notice.as-style"), notices.shown().getLast().title());
    fx(() -> loader.bring(new Place.Window(), files("two", "three", "four")));
    until(() -> painting.styles().size() == 4);
    assertEquals(List.of("one", "two", "three", "four"), styles());
    assertEquals("photo", painting.content().get().name());
  }

  @Test
  void twoAtOnceArePhotoAndPaintingAndCanBeSwapped() {
    pictures();
    fx(() -> loader.bring(new Place.Window(), files("left", "right")));
    until(() -> painting.content().get().name().equals("left"));
    assertEquals(List.of("right"), styles());
    Notice said = notices.shown().getLast();
    assertEquals(texts.get("notice.pair"), said.title());
    fx(() -> said.offers().getFirst().does().run());
    assertEquals("right", painting.content().get().name());
    assertEquals(List.of("left"), styles());
  }

  @Test
  void ofTwoTheOneThatCanBeReadIsTaken() {
    fx(() -> loader.bring(new Place.Window(), files("broken", "good")));
    until(() -> painting.styles().size() == 1);
    assertEquals(List.of("good"), styles());
    assertEquals(null, painting.content().get());
    assertEquals(texts.get("notice.not-read"), notices.shown().getFirst().title());
  }

  private void pictures() {
    fx(() -> loader.content(files("photo", "style")));
    until(() -> painting.canPaint().get());
  }

  private List<String> styles() {
    return painting.styles().stream().map(s -> s.input().name()).toList();
  }

  private List<Path> files(String... names) {
    return List.of(names).stream().map(folder::resolve).toList();
  }

  private InputPicture read(Path file) {
    String name = String.valueOf(file.getFileName());
    CountDownLatch latch = slow.get(name);
    try {
      if (latch != null) {
        latch.await();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (name.equals("broken")) {
      throw new IllegalStateException("broken");
    }
    return picture(name);
  }

  private static InputPicture picture(String name) {
    int[] argb = new int[40 * 30];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = 0xff000000 | i * (17 + name.length());
    }
    return InputPicture.ofPixels(name, 40, 30, argb);
  }

  private static void fx(Runnable work) {
    WaitForAsyncUtils.asyncFx(work);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void until(Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(
          60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    } catch (TimeoutException e) {
      throw new AssertionError("waited in vain", e);
    }
  }
}
