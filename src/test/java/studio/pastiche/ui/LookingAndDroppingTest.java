package studio.pastiche.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.pastiche.ui.notice.Notice;
import studio.pastiche.ui.painting.Phase;

/// Compares paintings, and drops all kinds of things on the whole window.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
@org.jspecify.annotations.NullUnmarked
class LookingAndDroppingTest {
  private static final PseudoClass LIT = PseudoClass.getPseudoClass("drop-target");

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
  void theWellsThatADropWouldFillLightUpAndTheCanvasSaysSo() {
    Path one = folder.resolve("one.png");
    assertFalse(lit("#content-well .well"));
    hold("#canvas-area", one);
    assertTrue(lit("#content-well .well"));
    assertFalse(lit("#style-wells .well"));
    assertEquals(desk.texts.get("drop.content"), hint().getText());
    hold("#canvas-area", one, folder.resolve("two.png"));
    assertTrue(lit("#content-well .well") && lit("#style-wells .well"));
    assertEquals(desk.texts.get("drop.pair"), hint().getText());
    leave("#style-wells .well");
    hold("#style-wells .well", one);
    assertTrue(lit("#style-wells .well"));
    assertFalse(lit("#content-well .well"));
    leave("#style-wells .well");
    assertFalse(lit("#style-wells .well"));
    assertFalse(hint().getParent().isVisible());
  }

  @Test
  void whatIsNoPictureHasItsWordsAndChangesNothing() {
    desk.drop("#canvas-area", folder);
    said("drop.folder");
    desk.drop("#foot-phase", Collections.nCopies(36, folder.resolve("a.png")).toArray(Path[]::new));
    said("drop.too-many");
    desk.fx(
        () -> {
          FakeDrag.drop(desk.node("#size"), DataFormat.PLAIN_TEXT, "a lake");
          return 0;
        });
    said("drop.text");
    nothingChanged();
  }

  @Test
  void aPictureLargerThanMemoryIsExplained() throws IOException {
    desk.drop("#content-well .well", Files.write(folder.resolve("vast.bmp"), vastBitmap()));
    desk.until("an error is shown", () -> noticed(Notice.Kind.ERROR));
    String words = desk.fx(() -> desk.studio.notices().shown().getFirst().detail());
    assertTrue(words.contains("vast.bmp") && words.contains("make it smaller"), words);
    nothingChanged();
  }

  @Test
  void aPictureIsFetchedFromTheWeb() throws IOException {
    byte[] png = Files.readAllBytes(Desk.waves(folder.resolve("lake.png"), 40, 30, 0.4));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, png.length);
          exchange.getResponseBody().write(png);
          exchange.close();
        });
    server.start();
    try {
      dropAddress("http://localhost:" + server.getAddress().getPort() + "/a/lake.png");
      desk.until("it is the photo", () -> desk.painting().content().get() != null);
      assertEquals("lake.png", desk.fx(() -> desk.painting().content().get().name()));
      assertFalse(noticed(Notice.Kind.WORKING));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void fetchingFromASilentServerCanBeCancelled(FxRobot robot) throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      dropAddress("http://localhost:" + silent.getLocalPort() + "/lake.png");
      Notice working = desk.fx(() -> desk.studio.notices().shown().getFirst());
      assertEquals(Notice.Kind.WORKING, working.kind());
      silent.accept().getInputStream().read();
      robot.clickOn(desk.texts.get("dialog.cancel"));
      nothingChanged();
      assertTrue(desk.fx(() -> desk.studio.notices().shown().isEmpty()));
    }
  }

  @Test
  void aPaintedPictureOffersItsSettingsAndItsPictures(FxRobot robot) {
    Path kept = painted(robot);
    desk.fx(
        () -> {
          desk.painting().settings().size().set(300);
          desk.painting().content().set(null);
          desk.painting().styles().clear();
          return 0;
        });
    desk.drop("#canvas-area", kept);
    desk.until("it is offered", () -> noticed(Notice.Kind.OFFER));
    assertNull(desk.fx(() -> desk.painting().content().get()), "nothing is taken unasked");
    answer(0);
    desk.until("its pictures are there", () -> desk.painting().canPaint().get());
    assertEquals("photo.png", desk.fx(() -> desk.painting().content().get().name()));
    assertEquals(64, desk.fx(() -> desk.painting().settings().size().getInt()));
    said("recipe.restored");
  }

  @Test
  void aPaintedPictureCanBeAPhotoAllTheSame(FxRobot robot) {
    Path kept = painted(robot);
    desk.drop("#canvas-area", kept);
    desk.until("it is offered", () -> noticed(Notice.Kind.OFFER));
    answer(1);
    assertEquals("kept.png", desk.fx(() -> desk.painting().content().get().name()));
  }

  @Test
  void whatIsMissingBesideAPaintedPictureIsNamed(FxRobot robot) throws IOException {
    Path kept = painted(robot);
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path moved = Files.move(kept, elsewhere.resolve("kept.png"));
    desk.drop("#content-well .well", moved);
    desk.until("it is offered", () -> noticed(Notice.Kind.OFFER));
    assertEquals("kept.png", desk.fx(() -> desk.painting().content().get().name()));
    answer(0);
    desk.until("it is told", () -> noticed(Notice.Kind.WARNING));
    String words = desk.fx(() -> desk.studio.notices().shown().getLast().detail());
    assertTrue(words.contains("photo.png, painting.png"), words);
    assertEquals("kept.png", desk.fx(() -> desk.painting().content().get().name()));
  }

  @Test
  void thePaintingIsComparedWithThePhotoAndWithASnapshot(FxRobot robot) {
    begin(robot, 12);
    desk.until("it is finished", () -> noticed(Notice.Kind.DONE));
    robot.clickOn("#canvas").type(KeyCode.W);
    desk.until("the photo is beside it", () -> shows("#label-other"));
    assertEquals("Photo", label("#label-other").getText());
    assertEquals("Painting · iteration 12", label("#label-painting").getText());
    assertTrue(desk.node("#wipe-edge").isVisible());

    desk.fx(
        () -> {
          strip().getSelectionModel().select(0);
          return 0;
        });
    robot.type(KeyCode.C);
    desk.until("it is held on to", () -> label("#label-other").getText().contains("iteration 5"));
    robot.type(KeyCode.ESCAPE);
    desk.until("the painting is shown", () -> label("#label-painting").getText().contains("12"));
    robot.type(KeyCode.B);
    assertFalse(desk.node("#wipe-edge").isVisible());
    robot.type(KeyCode.B);
    desk.until("they are compared no more", () -> !shows("#label-other"));
  }

  @Test
  void holdingAKeyPeeksAtThePhoto(FxRobot robot) {
    begin(robot, 12);
    desk.until("it is finished", () -> noticed(Notice.Kind.DONE));
    robot.press(KeyCode.Y);
    desk.until("the photo is seen", () -> shows("#label-other") && !shows("#label-painting"));
    robot.release(KeyCode.Y);
    desk.until("the painting is seen again", () -> !shows("#label-other"));
  }

  /// Paints a little and saves it beside its pictures.
  private Path painted(FxRobot robot) {
    begin(robot, 12);
    desk.until("it is finished", () -> noticed(Notice.Kind.DONE));
    Path kept = folder.resolve("kept.png");
    desk.dialogs.saveTo = kept;
    robot.clickOn("#action-save");
    desk.until("it is saved", () -> Files.exists(kept) && notices("notice.saved", "kept.png"));
    return kept;
  }

  private void begin(FxRobot robot, int iterations) {
    desk.prepare(folder, iterations);
    robot.clickOn("#action-paint");
    desk.until("it begins", () -> desk.painting().phase().get() != Phase.IDLE);
  }

  private void answer(int offer) {
    desk.fx(
        () -> {
          desk.studio.notices().shown().stream()
              .filter(n -> n.kind() == Notice.Kind.OFFER)
              .findFirst()
              .orElseThrow()
              .offers()
              .get(offer)
              .does()
              .run();
          return 0;
        });
  }

  private void dropAddress(String address) {
    desk.fx(
        () -> {
          FakeDrag.drop(desk.node("#canvas-area"), DataFormat.URL, address);
          return 0;
        });
  }

  private void hold(String where, Path... files) {
    desk.fx(
        () -> {
          FakeDrag.leave(desk.stage.getScene().getRoot());
          FakeDrag.hold(desk.node(where), List.of(files));
          return 0;
        });
  }

  private void leave(String where) {
    desk.fx(
        () -> {
          FakeDrag.leave(desk.node(where));
          return 0;
        });
  }

  private boolean lit(String query) {
    return desk.fx(() -> desk.node(query).getPseudoClassStates().contains(LIT));
  }

  private Label hint() {
    return label("#drop-hint");
  }

  private Label label(String id) {
    return (Label) desk.node(id);
  }

  private boolean shows(String id) {
    return desk.node(id).isVisible();
  }

  private void nothingChanged() {
    assertNull(desk.fx(() -> desk.painting().content().get()));
    assertTrue(desk.fx(() -> desk.painting().styles().isEmpty()));
  }

  private void said(String key) {
    desk.until(key + " is said", () -> notices(key));
  }

  private boolean notices(String key, Object... values) {
    String words = desk.texts.get(key, values);
    return desk.studio.notices().shown().stream().anyMatch(n -> n.title().equals(words));
  }

  private boolean noticed(Notice.Kind kind) {
    return desk.fx(() -> desk.studio.notices().shown().stream().anyMatch(n -> n.kind() == kind));
  }

  @SuppressWarnings("unchecked")
  private ListView<?> strip() {
    return (ListView<?>) desk.node("#filmstrip");
  }

  /// A bitmap that claims 20,000 × 20,000 pixels, packed into nothing.
  private static byte[] vastBitmap() {
    int header = 54 + 4 * 256;
    ByteBuffer file = ByteBuffer.allocate(header + 2).order(ByteOrder.LITTLE_ENDIAN);
    file.put("BM".getBytes(StandardCharsets.US_ASCII));
    file.putInt(header + 2).putInt(0).putInt(header);
    file.putInt(40).putInt(20_000).putInt(20_000);
    file.putShort((short) 1).putShort((short) 8).putInt(1);
    return file.array();
  }
}
