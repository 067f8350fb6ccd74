package studio.pastiche.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.testfx.util.WaitForAsyncUtils;
import studio.pastiche.engine.Engine;
import studio.pastiche.file.UserFolders;
import studio.pastiche.networks.Networks;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.PictureWriter;
import studio.pastiche.picture.SaveOptions;
import studio.pastiche.session.RecipeJson;
import studio.pastiche.ui.networks.NetworkAccess;
import studio.pastiche.ui.notice.Notice;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.painting.Phase;
import studio.pastiche.ui.settings.StudioSettings;
import studio.pastiche.ui.task.Crashes;
import studio.pastiche.ui.task.EngineRoom;
import studio.pastiche.ui.text.Language;
import studio.pastiche.ui.text.Texts;

/// The real studio in a small window, with dialogs that answer by themselves, and what tests need
/// to work at it.
final class Desk {
  final List<String> called = new ArrayList<>();
  final Crashes crashes = new Crashes();
  final FakeDialogs dialogs = new FakeDialogs();
  final FakeDocumentDialogs documentDialogs = new FakeDocumentDialogs();
  final Texts texts = new Texts(Language.ENGLISH);
  final StudioSettings settings = new StudioSettings(Locale.ENGLISH);
  final Studio studio;
  final Stage stage;

  /// With the networks of the tests' own home. Call on the JavaFX thread.
  Desk(Stage stage) throws IOException {
    this(stage, new NetworkAccess(Networks.ofThisUser(), null), Engine.FREE_MEMORY);
  }

  /// Call on the JavaFX thread.
  ///
  /// @param free how much memory there is, in bytes
  Desk(Stage stage, NetworkAccess networks, LongSupplier free) throws IOException {
    this.stage = stage;
    studio =
        new Studio(
            new EngineRoom(networks.networks(), free),
            networks,
            dialogs,
            documentDialogs,
            (title, _) -> called.add(title),
            crashes,
            texts,
            settings,
            UserFolders.ofThisUser(),
            new RecipeJson());
    stage.setWidth(1000);
    stage.setHeight(700);
    studio.show(stage);
  }

  /// The studio started anew, in a window of its own. Close this one before.
  Desk again() {
    return fx(() -> new Desk(new Stage()));
  }

  Painting painting() {
    return studio.painting();
  }

  /// Stops what is painted and closes the window.
  void close() {
    fx(
        () -> {
          painting().stop();
          return 0;
        });
    until("the painting is over", () -> !painting().phase().get().busy());
    String unexpected = texts.get("notice.unexpected");
    assertEquals(
        List.of(),
        fx(
            () ->
                studio.notices().shown().stream()
                    .filter(n -> n.title().equals(unexpected))
                    .toList()));
    fx(
        () -> {
          studio.close();
          stage.close();
          return 0;
        });
  }

  /// Drops files on a node of this style class or id.
  void drop(String where, Path... files) {
    fx(
        () -> {
          FakeDrag.drop(node(where), List.of(files));
          return 0;
        });
  }

  /// Does an action of the registry, such as `action.undo`.
  void act(String key) {
    fx(
        () -> {
          studio.actions().all().stream()
              .filter(action -> action.key().equals(key))
              .findAny()
              .orElseThrow()
              .run();
          return 0;
        });
  }

  /// Drops two small pictures, whose files come to lie in this folder, and sets what paints them
  /// quickly, with a snapshot after every fifth iteration.
  void prepare(Path folder, int iterations) {
    drop("#content-well .well", waves(folder.resolve("photo.png"), 80, 60, 0.3));
    drop("#style-wells .well", waves(folder.resolve("painting.png"), 70, 70, 1.7));
    until("both pictures are read", () -> painting().canPaint().get());
    fx(
        () -> {
          painting().settings().size().set(64);
          painting().settings().iterations().set(iterations);
          painting().settings().snapshotEvery().set(5);
          return 0;
        });
  }

  /// Paints what was prepared until it is over: three snapshots.
  void paint(Path folder) {
    prepare(folder, 12);
    fx(
        () -> {
          painting().paint();
          return 0;
        });
    until(
        "it is painted",
        () -> !painting().snapshots().isEmpty() && painting().phase().get() == Phase.IDLE);
  }

  /// Begins to paint what was prepared, without an end, and waits until something is kept.
  void paintOn(Path folder) {
    prepare(folder, 1_000_000);
    fx(
        () -> {
          painting().paint();
          return 0;
        });
    until("something is kept", () -> !painting().snapshots().isEmpty());
  }

  /// Saves the project in a file that it was not saved in yet.
  void saveProject(Path file) {
    documentDialogs.saveTo = file;
    act("action.save-project");
    until("it is saved", () -> file.equals(painting().file().get()));
  }

  /// Closes the window as its owner does, who may be asked.
  void askToClose() {
    fx(
        () -> {
          Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
          return 0;
        });
  }

  /// The error that the window tells of something of this name, if any.
  Optional<Notice> error(String name) {
    return fx(
        () ->
            studio.notices().shown().stream()
                .filter(n -> n.kind() == Notice.Kind.ERROR && n.title().contains(name))
                .findFirst());
  }

  Node node(String query) {
    Node found = stage.getScene().getRoot().lookup(query);
    if (found == null) {
      throw new AssertionError("there is no " + query + " in the window");
    }
    return found;
  }

  /// Waits until something is so, as seen by the JavaFX thread.
  void until(String what, Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> fx(condition));
    } catch (TimeoutException e) {
      throw new AssertionError("waited in vain until " + what, e);
    }
  }

  static <T> T fx(Callable<T> callable) {
    try {
      return WaitForAsyncUtils.asyncFx(callable).get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /// A small picture file of coloured waves, unlike for each `phase`.
  static Path waves(Path file, int width, int height, double phase) {
    float[] rgb = new float[3 * width * height];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (float) (0.5 + 0.45 * Math.sin(phase + i * (0.05 + 0.04 * phase)));
    }
    try {
      PictureWriter.write(file, Picture.of(width, height, rgb), new SaveOptions.Png(8), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }
}
