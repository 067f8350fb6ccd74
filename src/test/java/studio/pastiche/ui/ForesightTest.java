package studio.pastiche.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.pastiche.networks.Networks;
import studio.pastiche.ui.networks.NetworkAccess;
import studio.pastiche.ui.notice.Notice;
import studio.pastiche.ui.painting.Phase;

/// What the foot says before Paint, on a machine with as much memory as a test gives it.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
@org.jspecify.annotations.NullUnmarked
class ForesightTest {
  @TempDir Path folder;
  private final AtomicLong free = new AtomicLong(1L << 40);
  private Desk desk;

  @Start
  void open(Stage stage) throws IOException {
    desk = new Desk(stage, new NetworkAccess(Networks.ofThisUser(), null), free::get);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void theFootSaysWhatPaintWillTake() {
    bringPictures();
    desk.until(
        "time and memory are said",
        () -> foot().matches("Will take about .* more memory than now"));
    assertFalse(desk.node("#foot-smaller").isVisible());
  }

  @Test
  void whatDoesNotFitIsSaidWithASizeThatDoesOneClickAway(FxRobot robot) {
    free.set(200L << 20);
    bringPictures();
    size(4096);
    desk.until("it is too large", () -> foot().matches("4096 px needs .* are free"));
    Button smaller = (Button) desk.node("#foot-smaller");
    desk.until("a size is offered", smaller::isVisible);
    String words = desk.fx(smaller::getText);
    robot.clickOn(smaller);
    int size = desk.fx(() -> desk.painting().settings().size().getInt());
    assertEquals("Set " + size + " px", words);
    desk.until("that fits", () -> foot().startsWith("Will take"));
  }

  @Test
  void paintingWhatDoesNotFitChangesNothingAndOffersTheSameSize() {
    free.set(200L << 20);
    bringPictures();
    size(4096);
    desk.fx(
        () -> {
          desk.painting().paint();
          return 0;
        });
    desk.until("it is refused", () -> !errors().isEmpty());
    Notice refusal = errors().getFirst();
    assertTrue(refusal.detail().contains("would fit"), refusal.detail());
    assertEquals(1, desk.called.size(), "the artist is called");
    desk.fx(
        () -> {
          refusal.offers().getFirst().does().run();
          return 0;
        });
    assertTrue(desk.fx(() -> desk.painting().settings().size().getInt()) < 4096);
    assertEquals(Phase.IDLE, desk.fx(() -> desk.painting().phase().get()));
  }

  private void bringPictures() {
    desk.drop("#content-well .well", Desk.waves(folder.resolve("photo.png"), 80, 60, 0.3));
    desk.drop("#style-wells .well", Desk.waves(folder.resolve("style.png"), 70, 70, 1.7));
    desk.until("both are read", () -> desk.painting().canPaint().get());
  }

  private void size(int pixels) {
    desk.fx(
        () -> {
          desk.painting().settings().size().set(pixels);
          return 0;
        });
  }

  private String foot() {
    return ((Label) desk.node("#foot-forecast")).getText();
  }

  private List<Notice> errors() {
    return desk.fx(
        () ->
            desk.studio.notices().shown().stream()
                .filter(n -> n.kind() == Notice.Kind.ERROR)
                .toList());
  }
}
