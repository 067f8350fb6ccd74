package studio.pastiche.ui.history;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import studio.pastiche.session.LossTrace.Point;
import studio.pastiche.session.Snapshot;
import studio.pastiche.ui.text.Texts;

/// The distances over the iterations. The pointer or the arrow keys read values; a click or Enter
/// chooses the nearest snapshot. It is drawn at most once a pulse, however often its content
/// changes.
public final class LossChart {
  private static final int FAR = 20;

  private final Texts texts;
  private final Consumer<? super Snapshot> choose;
  private final Canvas canvas = new Canvas();
  private final Pane plot;
  private final BorderPane node = new BorderPane();
  private final ChartPens pens;
  private final ChartLegend legend;
  private final ChartPainter painter;
  private ChartContent content = ChartContent.EMPTY;
  private ChartScale scale = ChartScale.of(List.of(), 1, 1);

  /// The iteration that is read, or -1 for the newest.
  private int read = -1;

  /// @param choose is told of a snapshot that the artist picked on the chart
  public LossChart(Texts texts, Consumer<? super Snapshot> choose) {
    this.texts = texts;
    this.choose = choose;
    plot = new Plot();
    pens = new ChartPens(plot::requestLayout);
    legend = new ChartLegend(texts, plot::requestLayout);
    painter = new ChartPainter(pens, legend);
    // Else the canvas, which is as large as the plot, would make the plot larger.
    canvas.setManaged(false);
    plot.getChildren().addAll(canvas, pens.node());
    plot.setId("loss-chart");
    plot.getStyleClass().add("plot");
    plot.setMinSize(80, 40);
    plot.setPrefSize(200, 100);
    plot.setFocusTraversable(true);
    plot.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    plot.setOnMouseMoved(this::follow);
    plot.setOnMouseDragged(this::follow);
    plot.setOnMouseExited(_ -> read(-1));
    plot.setOnMousePressed(_ -> plot.requestFocus());
    plot.setOnMouseClicked(this::pick);
    plot.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    texts.language().addListener((_, _, _) -> tell());
    Label empty = texts.label(new Label(), "loss.empty");
    empty.getStyleClass().add("text-muted");
    empty.setWrapText(true);
    empty.setTextAlignment(TextAlignment.CENTER);
    empty.setMaxWidth(320);
    empty.setMouseTransparent(true);
    empty.visibleProperty().bind(legend.node().visibleProperty().not());
    legend.node().managedProperty().bind(legend.node().visibleProperty());
    node.setTop(legend.node());
    node.setCenter(new StackPane(plot, empty));
    node.getStyleClass().add("loss-chart");
    show(ChartContent.EMPTY);
  }

  public Node node() {
    return node;
  }

  void show(ChartContent next) {
    content = next;
    legend.node().setVisible(!next.points().isEmpty());
    tell();
    plot.requestLayout();
  }

  /// The point that is read: the one under the pointer, else the newest.
  private @Nullable Point point() {
    int index = read < 0 ? content.points().size() - 1 : content.nearest(read);
    return index < 0 ? null : content.points().get(index);
  }

  private void read(int iteration) {
    if (iteration != read) {
      read = iteration;
      tell();
      plot.requestLayout();
    }
  }

  private void tell() {
    Point point = point();
    legend.show(point);
    plot.setAccessibleText(
        point == null
            ? texts.get("loss.name")
            : texts.get("loss.name") + ": " + legend.inWords(point));
  }

  private void follow(MouseEvent event) {
    int index = content.nearest(scale.iterationAt(event.getX() - ChartPainter.LEFT));
    read(index < 0 ? -1 : content.points().get(index).iteration());
  }

  private void pick(MouseEvent event) {
    if (event.isStillSincePress()) {
      follow(event);
      pickRead();
    }
  }

  private void pickRead() {
    Point point = point();
    if (point != null) {
      content.snapshotNear(point.iteration()).ifPresent(choose);
    }
  }

  private void key(KeyEvent event) {
    int last = content.points().size() - 1;
    int now = read < 0 ? last : content.nearest(read);
    switch (event.getCode()) {
      case LEFT -> step(now - 1, last);
      case RIGHT -> step(now + 1, last);
      case PAGE_DOWN -> step(now - FAR, last);
      case PAGE_UP -> step(now + FAR, last);
      case HOME -> step(0, last);
      case END -> step(last, last);
      case ENTER, SPACE -> pickRead();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void step(int index, int last) {
    if (last >= 0) {
      read(content.points().get(Math.clamp(index, 0, last)).iteration());
    }
  }

  /// Draws in the layout, which comes at most once a pulse.
  private final class Plot extends Pane {
    @Override
    protected void layoutChildren() {
      double width = Math.max(1, getWidth());
      double height = Math.max(1, getHeight());
      canvas.setWidth(width);
      canvas.setHeight(height);
      scale =
          ChartScale.of(
              content.points(),
              Math.max(1, width - ChartPainter.LEFT - ChartPainter.RIGHT),
              Math.max(1, height - ChartPainter.TOP - ChartPainter.BOTTOM));
      Font font = Font.font(Font.getDefault().getFamily(), 10.5);
      painter.paint(canvas.getGraphicsContext2D(), content, scale, font, read < 0 ? null : point());
    }
  }
}
