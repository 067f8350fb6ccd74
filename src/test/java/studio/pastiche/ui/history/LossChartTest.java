package studio.pastiche.ui.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static studio.pastiche.ui.history.Histories.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.pastiche.engine.Tuning;
import studio.pastiche.session.LossTrace.Point;
import studio.pastiche.session.Snapshot;
import studio.pastiche.ui.text.Language;
import studio.pastiche.ui.text.Texts;
import studio.pastiche.ui.theme.Theme;
import studio.pastiche.ui.theme.Themes;

@ExtendWith(ApplicationExtension.class)
@org.jspecify.annotations.NullUnmarked
class LossChartTest {
  private final List<Snapshot> picked = new ArrayList<>();
  private LossChart chart;
  private Themes themes;
  private Node plot;

  @Start
  void open(Stage stage) {
    chart = new LossChart(new Texts(Language.ENGLISH), picked::add);
    Scene scene = new Scene(new StackPane(chart.node()), 500, 200);
    themes = new Themes(scene);
    stage.setScene(scene);
    stage.show();
    chart.show(
        new ChartContent(
            IntStream.rangeClosed(1, 100).mapToObj(LossChartTest::point).toList(),
            List.of(snapshot(1, 1, 20, 1), snapshot(1, 2, 80, 0.5)),
            null,
            null));
    plot = chart.node().lookup("#loss-chart");
  }

  @Test
  void withoutACursorTheNewestIterationIsRead() {
    assertTrue(plot.getAccessibleText().contains("Iteration 100, stage 2"), this::words);
  }

  @Test
  void theArrowKeysReadIterationByIteration() {
    press(KeyCode.HOME);
    assertTrue(words().contains("Iteration 1, stage 1"), this::words);
    press(KeyCode.RIGHT);
    press(KeyCode.RIGHT);
    assertTrue(words().contains("Iteration 3, stage 1"), this::words);
    assertTrue(words().contains("content 3"), this::words);
    press(KeyCode.LEFT);
    assertTrue(words().contains("Iteration 2, stage 1"), this::words);
  }

  @Test
  void enterChoosesTheSnapshotNearestToWhatIsRead() {
    press(KeyCode.HOME);
    press(KeyCode.ENTER);
    press(KeyCode.END);
    press(KeyCode.ENTER);
    assertEquals(List.of(20, 80), picked.stream().map(s -> s.mark().iteration()).toList());
  }

  @Test
  void aClickChoosesTheSnapshotNearestToIt() {
    fx(
        () -> {
          double right = plot.getLayoutBounds().getWidth() - ChartPainter.RIGHT;
          Event.fireEvent(plot, click(right, 40));
          Event.fireEvent(plot, click(ChartPainter.LEFT, 40));
          return 0;
        });
    assertEquals(List.of(80, 20), picked.stream().map(s -> s.mark().iteration()).toList());
  }

  /// WCAG 2.2, 1.4.11: three to one for what is needed to understand a graphic.
  @ParameterizedTest
  @EnumSource(
      value = Theme.class,
      names = {"LIGHT", "DARK"})
  void everyCurveStandsOutFromTheBackground(Theme theme) {
    List<String> faint =
        fx(
            () -> {
              themes.theme().set(theme);
              chart.node().applyCss();
              double background = theme == Theme.LIGHT ? 1 : luminance(Color.web("#0d1117"));
              List<String> found = new ArrayList<>();
              for (Node each : chart.node().lookupAll(".curve")) {
                double line = luminance((Color) ((Line) each).getStroke());
                double contrast =
                    (Math.max(line, background) + 0.05) / (Math.min(line, background) + 0.05);
                if (contrast < 3) {
                  found.add(each.getStyleClass() + " " + contrast);
                }
              }
              return found;
            });
    assertEquals(List.of(), faint);
  }

  @Test
  void noTwoCurvesLookAlike() {
    List<String> looks =
        fx(
            () -> {
              chart.node().applyCss();
              return chart.node().lookupAll(".curve").stream()
                  .map(Line.class::cast)
                  .map(l -> l.getStroke() + " " + l.getStrokeDashArray())
                  .distinct()
                  .toList();
            });
    assertEquals(Series.values().length, looks.size());
  }

  private static Point point(int iteration) {
    return new Point(
        iteration,
        iteration < 50 ? 1 : 2,
        10.0 / iteration,
        iteration,
        1.0 / iteration,
        0.01,
        Tuning.defaults(1));
  }

  private String words() {
    return plot.getAccessibleText();
  }

  private void press(KeyCode code) {
    fx(
        () -> {
          Event.fireEvent(
              plot, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
          return 0;
        });
  }

  private static MouseEvent click(double x, double y) {
    return new MouseEvent(
        MouseEvent.MOUSE_CLICKED,
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
        true,
        false,
        true,
        null);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double value) {
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static <T> T fx(Callable<T> work) {
    try {
      return WaitForAsyncUtils.asyncFx(work).get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
