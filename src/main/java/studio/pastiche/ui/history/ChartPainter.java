package studio.pastiche.ui.history;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import studio.pastiche.session.LossTrace.Point;
import studio.pastiche.session.Snapshot;

/// Draws the loss chart on a canvas.
final class ChartPainter {
  static final double LEFT = 44;
  static final double RIGHT = 12;
  static final double TOP = 14;
  static final double BOTTOM = 20;

  private static final double MARK = 5;
  private static final double DOT = 3;
  private static final double TICK_ROOM = 14;

  private final ChartPens pens;
  private final ChartLegend legend;

  ChartPainter(ChartPens pens, ChartLegend legend) {
    this.pens = pens;
    this.legend = legend;
  }

  /// @param cursor the point under the pointer, or null
  void paint(
      GraphicsContext g,
      ChartContent content,
      ChartScale scale,
      Font font,
      @Nullable Point cursor) {
    g.clearRect(0, 0, g.getCanvas().getWidth(), g.getCanvas().getHeight());
    g.save();
    g.translate(LEFT, TOP);
    g.setFont(font);
    if (!content.points().isEmpty()) {
      grid(g, scale);
      stages(g, content, scale);
      tunings(g, content, scale);
      snapshotLine(g, content.chosen(), scale);
      for (Series series : Series.values()) {
        curve(g, content.points(), series, scale);
      }
      lowest(g, content, scale);
      if (cursor != null) {
        cursor(g, cursor, scale);
      }
    }
    g.restore();
  }

  private void grid(GraphicsContext g, ChartScale scale) {
    g.setLineWidth(1);
    g.setLineDashes();
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.RIGHT);
    double above = Double.POSITIVE_INFINITY;
    for (double tick : scale.ticks()) {
      double y = Math.round(scale.y(tick)) + 0.5;
      g.setStroke(pens.of(ChartPens.Pen.GRID));
      g.strokeLine(0, y, scale.width(), y);
      if (above - y >= TICK_ROOM) {
        g.setFill(pens.of(ChartPens.Pen.WORDS));
        g.fillText(Figures.brief(tick), -6, y);
        above = y;
      }
    }
    g.setTextBaseline(VPos.TOP);
    g.setFill(pens.of(ChartPens.Pen.WORDS));
    g.setTextAlign(TextAlignment.LEFT);
    g.fillText(String.valueOf(scale.first()), 0, scale.height() + 5);
    g.setTextAlign(TextAlignment.RIGHT);
    g.fillText(String.valueOf(scale.last()), scale.width(), scale.height() + 5);
  }

  /// A line where a stage begins, with its number above.
  private void stages(GraphicsContext g, ChartContent content, ChartScale scale) {
    g.setTextBaseline(VPos.BOTTOM);
    g.setTextAlign(TextAlignment.CENTER);
    g.setStroke(pens.of(ChartPens.Pen.STAGE));
    g.setFill(pens.of(ChartPens.Pen.WORDS));
    g.setLineDashes(4, 3);
    for (Point start : content.stageStarts()) {
      double x = Math.round(scale.x(start.iteration() - 0.5)) + 0.5;
      g.strokeLine(x, 0, x, scale.height());
      g.fillText(String.valueOf(start.stage()), x, -1);
    }
    g.setLineDashes();
  }

  /// A triangle on the lower edge where a new tuning took effect, with a line up.
  private void tunings(GraphicsContext g, ChartContent content, ChartScale scale) {
    g.setStroke(pens.of(ChartPens.Pen.TUNING));
    g.setFill(pens.of(ChartPens.Pen.TUNING));
    double low = scale.height();
    for (Point tuned : content.tunings()) {
      double x = Math.round(scale.x(tuned.iteration())) + 0.5;
      g.setLineDashes(1, 3);
      g.strokeLine(x, 0, x, low);
      g.setLineDashes();
      g.fillPolygon(
          new double[] {x - MARK, x + MARK, x}, new double[] {low + MARK, low + MARK, low - 3}, 3);
    }
  }

  private void snapshotLine(GraphicsContext g, @Nullable Snapshot chosen, ChartScale scale) {
    if (chosen != null) {
      g.setStroke(pens.of(ChartPens.Pen.CHOSEN));
      g.setLineWidth(2);
      double x = scale.x(chosen.mark().iteration());
      g.strokeLine(x, 0, x, scale.height());
    }
  }

  private void curve(GraphicsContext g, List<Point> points, Series series, ChartScale scale) {
    g.setStroke(legend.stroke(series));
    g.setLineWidth(legend.strokeWidth(series));
    g.setLineDashes(legend.dashes(series));
    g.beginPath();
    boolean[] begun = new boolean[1];
    CurveShape.trace(
        points,
        series,
        scale,
        (x, y) -> {
          if (begun[0]) {
            g.lineTo(x, y);
          } else {
            g.moveTo(x, y);
            begun[0] = true;
          }
        });
    g.stroke();
    g.setLineDashes();
  }

  /// A diamond on the total's curve.
  private void lowest(GraphicsContext g, ChartContent content, ChartScale scale) {
    Snapshot lowest = content.lowest();
    if (lowest == null) {
      return;
    }
    Point point = content.points().get(content.nearest(lowest.mark().iteration()));
    double x = scale.x(point.iteration());
    double y = scale.y(point.total());
    double[] xs = {x, x + MARK + 1, x, x - MARK - 1};
    double[] ys = {y - MARK - 1, y, y + MARK + 1, y};
    g.setFill(pens.of(ChartPens.Pen.LOWEST));
    g.fillPolygon(xs, ys, 4);
  }

  private void cursor(GraphicsContext g, Point cursor, ChartScale scale) {
    double x = scale.x(cursor.iteration());
    g.setStroke(pens.of(ChartPens.Pen.CURSOR));
    g.setLineWidth(1);
    g.strokeLine(x, 0, x, scale.height());
    for (Series series : Series.values()) {
      g.setFill(legend.stroke(series));
      g.fillOval(x - DOT, scale.y(series.of(cursor)) - DOT, 2 * DOT, 2 * DOT);
    }
  }
}
