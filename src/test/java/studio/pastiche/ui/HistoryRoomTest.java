package studio.pastiche.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.pastiche.picture.EmbeddedText;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.PictureReader;
import studio.pastiche.session.Branch;
import studio.pastiche.session.RecipeJson;
import studio.pastiche.session.SessionFolder;
import studio.pastiche.session.Snapshot;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.ui.document.DocumentDialogs;
import studio.pastiche.ui.history.Histories;
import studio.pastiche.ui.notice.Notice;
import studio.pastiche.ui.painting.Phase;
import studio.pastiche.ui.saving.DragFiles;

/// What is done with snapshots, in the whole window with the real engine on small pictures.
@ExtendWith(ApplicationExtension.class)
@Timeout(180)
@org.jspecify.annotations.NullUnmarked
class HistoryRoomTest {
  @TempDir Path folder;
  private Desk desk;

  @Start
  void open(Stage stage) throws IOException {
    desk = new Desk(stage);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aSnapshotIsPinnedDeletedAndPutBack() {
    desk.paint(folder);
    choose(0);
    desk.act("action.pin");
    assertTrue(desk.fx(() -> snapshots().getFirst().pinned()));
    List<Snapshot> before = desk.fx(() -> List.copyOf(snapshots()));
    desk.act("action.delete");
    assertEquals(before.subList(1, before.size()), desk.fx(() -> List.copyOf(snapshots())));
    desk.fx(
        () -> {
          desk.studio.notices().shown().getLast().offers().getFirst().does().run();
          return 0;
        });
    assertEquals(before, desk.fx(() -> List.copyOf(snapshots())));
  }

  @Test
  void whatWasDeletedIsNotPutBackIntoAnotherDocument() {
    desk.paint(folder);
    choose(0);
    desk.act("action.delete");
    desk.documentDialogs.answer = DocumentDialogs.Answer.DISCARD;
    desk.act("action.new-project");
    desk.until("the strip is empty", () -> snapshots().isEmpty());
    assertEquals(
        List.of(),
        desk.fx(
            () ->
                desk.studio.notices().shown().stream()
                    .flatMap(n -> n.offers().stream())
                    .filter(o -> o.words().equals("Put back"))
                    .toList()));
  }

  @Test
  void continuingFromASnapshotBeginsABranchThere() {
    desk.paint(folder);
    choose(1);
    Snapshot from = desk.fx(() -> snapshots().get(1));
    desk.act("action.continue-from");
    desk.until("the second run is over", () -> branches() == 2 && phase() == Phase.IDLE);
    assertEquals(Branch.Origin.of(from), desk.fx(() -> desk.painting().branches().get(1).origin()));
    assertTrue(desk.fx(() -> snapshots().getLast().mark().iteration()) > from.mark().iteration());
  }

  @Test
  void continuingWhileItPaintsStopsFirstAndKeepsThatPicture() {
    desk.paintOn(folder);
    desk.until("there are snapshots", () -> snapshots().size() > 1);
    choose(0);
    desk.act("action.continue-from");
    desk.until("the second run paints", () -> branches() == 2 && phase() == Phase.PAINTING);
    assertTrue(
        desk.fx(() -> snapshots().stream().anyMatch(s -> s.mark().run() == 1 && s.mark().last())));
  }

  @Test
  void aTimeLapseIsExported() throws IOException {
    desk.paint(folder);
    Path file = folder.resolve("film.mp4");
    desk.dialogs.saveTo = file;
    desk.act("action.time-lapse");
    desk.until("its window is open", () -> filmButton() != null);
    desk.fx(
        () -> {
          filmButton().fire();
          return 0;
        });
    desk.until("it is saved", () -> Files.exists(file) && noticed(Notice.Kind.DONE, "film.mp4"));
    assertEquals("photo", desk.dialogs.suggested);
    assertEquals("ftyp", new String(Files.readAllBytes(file), 4, 4, StandardCharsets.US_ASCII));
  }

  @Test
  void aFilmThatIsCalledOffInTheFootCanBeExportedAgain() {
    desk.paint(folder);
    desk.dialogs.saveTo = folder.resolve("film.mp4");
    desk.act("action.time-lapse");
    desk.until("its window is open", () -> filmButton() != null);
    assertNull(
        desk.fx(
            () -> {
              filmButton().fire();
              desk.studio.tasks().running().getFirst().cancel();
              return filmButton();
            }),
        "two exports at once");
    desk.until("it can be exported again", () -> filmButton() != null);
  }

  @Test
  void aLayerIsShownAndItsMapsEnlarged() {
    desk.paint(folder);
    desk.act("action.show-layer");
    desk.until("the maps are there", () -> !maps().getChildren().isEmpty());
    desk.fx(
        () -> {
          ((Button) maps().getChildren().get(2)).fire();
          return 0;
        });
    Node enlarged = desk.node("#enlarged-map");
    assertTrue(desk.fx(enlarged::getAccessibleText).startsWith("Feature map 3 of"));
    desk.act("action.show-layer");
    assertTrue(desk.fx(() -> !desk.node("#layers").isVisible()));
  }

  @Test
  void aSnapshotIsCopiedAsAPicture() {
    desk.paint(folder);
    choose(0);
    desk.act("action.copy");
    desk.until(
        "it is on the clipboard",
        () ->
            Clipboard.getSystemClipboard().hasImage()
                && Clipboard.getSystemClipboard().getImage().getWidth() == 64);
  }

  @Test
  void aSnapshotThatIsDraggedOutIsAPictureWithItsRecipe() throws IOException {
    SnapshotStore store = new SnapshotStore(SessionFolder.create(folder.resolve("session")));
    Picture picture = Picture.of(2, 1, new float[] {0, 1, 1, 0, 0.2f, 0.4f});
    Snapshot.Mark mark = Histories.snapshot(1, 1, 40, 1).mark();
    Snapshot kept = store.keep(mark, picture, Histories.RECIPE);
    DragFiles files = new DragFiles(folder.resolve("cache"), store, new RecipeJson()::write);
    Path file = files.file(kept).orElseThrow();
    assertEquals("some-some-40.png", String.valueOf(file.getFileName()));
    assertArrayEquals(picture.toArgb(), PictureReader.read(file).toArgb());
    assertEquals(Histories.RECIPE, new RecipeJson().read(EmbeddedText.read(file).orElseThrow()));
    assertEquals(file, files.file(kept).orElseThrow(), "it is written once");
    assertEquals(0, files.clearedOld(), "today's stays");
    FileTime old = FileTime.from(Instant.now().minus(Duration.ofDays(3)));
    Files.setLastModifiedTime(file.getParent(), old);
    assertEquals(1, files.clearedOld());
    assertTrue(Files.notExists(file));
    assertTrue(files.file(kept).isPresent(), "it is made anew");
  }

  @Test
  void whatIsDraggedOutAfterNewIsOfTheNewDocument() throws IOException {
    SnapshotStore store = new SnapshotStore(SessionFolder.create(folder.resolve("session")));
    Snapshot.Mark mark = Histories.snapshot(1, 1, 40, 1).mark();
    Picture old = Picture.of(1, 1, new float[] {0, 1, 1});
    Picture now = Picture.of(1, 1, new float[] {1, 0, 0});
    DragFiles files = new DragFiles(folder.resolve("cache"), store, new RecipeJson()::write);
    Snapshot before = store.keep(mark, old, Histories.RECIPE);
    assertArrayEquals(old.toArgb(), PictureReader.read(files.file(before).orElseThrow()).toArgb());
    store.moveTo(SessionFolder.create(folder.resolve("session")), 0);
    Snapshot kept = store.keep(mark, now, Histories.RECIPE);
    assertEquals(1, kept.id());
    assertArrayEquals(now.toArgb(), PictureReader.read(files.file(kept).orElseThrow()).toArgb());
  }

  private void choose(int place) {
    desk.fx(
        () -> {
          ListView<?> strip = (ListView<?>) desk.node("#filmstrip");
          strip.getSelectionModel().select(place);
          return 0;
        });
  }

  private List<Snapshot> snapshots() {
    return desk.painting().snapshots();
  }

  private int branches() {
    return desk.painting().branches().size();
  }

  private Phase phase() {
    return desk.painting().phase().get();
  }

  private Pane maps() {
    return (Pane) ((ScrollPane) desk.node("#feature-maps")).getContent();
  }

  private static Button filmButton() {
    return Window.getWindows().stream()
        .map(w -> (Button) w.getScene().getRoot().lookup("#film-export"))
        .filter(b -> b != null && !b.isDisabled())
        .findFirst()
        .orElse(null);
  }

  private boolean noticed(Notice.Kind kind, String words) {
    return desk.studio.notices().shown().stream()
        .anyMatch(n -> n.kind() == kind && n.title().contains(words));
  }
}
