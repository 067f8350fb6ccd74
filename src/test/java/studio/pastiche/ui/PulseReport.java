package studio.pastiche.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.pastiche.picture.Size;
import studio.pastiche.ui.canvas.CanvasPicture;
import studio.pastiche.ui.canvas.CanvasView;
import studio.pastiche.ui.canvas.CompareMode;
import studio.pastiche.ui.text.Language;
import studio.pastiche.ui.text.Texts;

/// Reports, and asserts nothing: how long the JavaFX thread is busy at a stretch while the canvas
/// works hard: median, 95th and 99th percentile, longest, in milliseconds. Run it with
/// `-Dpastiche.pulse=true`; it prints, and adds to `target/pulse.txt`.
@ExtendWith(ApplicationExtension.class)
@EnabledIfSystemProperty(named = "pastiche.pulse", matches = "true")
@org.jspecify.annotations.NullUnmarked
class PulseReport {
  private static final int LARGE = 4096;
  private static final int PULSES = 240;

  @TempDir Path folder;
  private Stage stage;

  @Start
  void open(Stage window) {
    stage = window;
  }

  @Test
  void aPictureOf4096Pixels() throws Exception {
    Texts texts = new Texts(Language.ENGLISH);
    CanvasView canvas = Desk.fx(() -> new CanvasView(texts));
    Desk.fx(
        () -> {
          stage.setScene(new Scene(new BorderPane(canvas.node()), 960, 960));
          stage.show();
          return 0;
        });
    CanvasPicture[] frames =
        IntStream.range(0, 3).mapToObj(PulseReport::frame).toArray(CanvasPicture[]::new);
    Desk.fx(
        () -> {
          canvas.show(frames[0]);
          return 0;
        });

    report("nothing to do", _ -> {});
    report("new frames, fitting", i -> show(canvas, frames, i));
    onFx(canvas::actualSize);
    report("dragged at 100 %", i -> drag(canvas.node(), i));
    report("new frames at 100 %", i -> show(canvas, frames, i));
    report(
        "new frames and dragged at 100 %",
        i -> {
          show(canvas, frames, i);
          drag(canvas.node(), i);
        });
    report("zoomed from 1 % to 1600 % and back", i -> canvas.zoomTo(zoom(i)));
    onFx(
        () -> {
          canvas.fit();
          canvas.mode().set(CompareMode.WIPE);
          canvas.showOther(frames[1]);
        });
    report("a wipe's edge dragged", i -> canvas.edge().set(0.5 + 0.4 * Math.sin(i * 0.05)));
    onFx(canvas::actualSize);
    report("a wipe dragged at 100 %", i -> drag(canvas.node(), i));
  }

  @Test
  void paintingAt1024Pixels() throws Exception {
    Desk desk = Desk.fx(() -> new Desk(stage));
    desk.drop("#content-well .well", Desk.waves(folder.resolve("photo.png"), 1024, 768, 0.3));
    desk.drop("#style-wells .well", Desk.waves(folder.resolve("painting.png"), 800, 800, 1.7));
    desk.until("both pictures are read", () -> desk.painting().canPaint().get());
    onFx(
        () -> {
          desk.painting().settings().size().set(1024);
          desk.painting().settings().iterations().set(100);
          desk.painting().paint();
        });
    desk.until("it paints", () -> desk.painting().frame().get() != null);
    report("painting at 1024", _ -> {});
    report("painting at 1024, the picture dragged", i -> drag(desk.node("#canvas"), i));
    report(
        "painting at 1024, a slider dragged",
        i -> desk.painting().settings().styleWeight().set(8 + 4 * Math.sin(i * 0.05)));
    desk.close();
  }

  /// Does something at each of many pulses, and reports how the thread fared.
  private static void report(String what, IntConsumer atEachPulse) throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    PulseLog log = PulseLog.start();
    onFx(
        () ->
            new AnimationTimer() {
              private int pulse;

              @Override
              public void handle(long now) {
                log.pulse();
                atEachPulse.accept(pulse++);
                if (pulse == PULSES) {
                  stop();
                  over.countDown();
                }
              }
            }.start());
    over.await();
    String line = "%-40s %s%n".formatted(what, log.stop());
    System.out.print(line);
    Files.writeString(
        Path.of("target", "pulse.txt"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static void show(CanvasView canvas, CanvasPicture[] frames, int pulse) {
    canvas.show(frames[pulse % frames.length]);
  }

  private static double zoom(int pulse) {
    return Math.pow(2, -6 + 10 * (1 - Math.abs(1 - 2.0 * pulse / PULSES)));
  }

  /// In circles, by 20 pixels a pulse.
  private static void drag(Node canvas, int pulse) {
    double from = pulse * 0.05;
    mouse(canvas, MouseEvent.MOUSE_PRESSED, from);
    mouse(canvas, MouseEvent.MOUSE_DRAGGED, from + 0.05);
    mouse(canvas, MouseEvent.MOUSE_RELEASED, from + 0.05);
  }

  private static void mouse(Node canvas, javafx.event.EventType<MouseEvent> type, double angle) {
    double x = 480 + 400 * Math.cos(angle);
    double y = 480 + 400 * Math.sin(angle);
    Event.fireEvent(
        canvas,
        new MouseEvent(
            type,
            x,
            y,
            x,
            y,
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            false,
            false,
            false,
            null));
  }

  private static CanvasPicture frame(int number) {
    int[] argb = new int[LARGE * LARGE];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = 0xff000000 | i * (number + 1) * 31 ^ i >> 7;
    }
    return CanvasPicture.of(new Size(LARGE, LARGE), argb, new Size(LARGE, LARGE));
  }

  private static void onFx(Runnable work) {
    Desk.fx(
        () -> {
          work.run();
          return 0;
        });
  }
}
