package studio.pastiche.ui.history;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;
import studio.pastiche.session.LossTrace.Point;
import studio.pastiche.ui.text.Texts;

/// What each curve is, and its value at the cursor. The curves take their colours and dashes from
/// here, where the style sheet sets them.
final class ChartLegend {
  private static final double SWATCH = 18;

  private final Map<Series, Line> swatches = new EnumMap<>(Series.class);
  private final Map<Series, Label> labels = new EnumMap<>(Series.class);
  private final Label where = new Label();
  private final FlowPane node = new FlowPane(10, 0);
  private final Texts texts;
  private @Nullable Point shown;

  ChartLegend(Texts texts, Runnable changed) {
    this.texts = texts;
    where.getStyleClass().addAll("text-small", "heading");
    where.setMinWidth(Region.USE_PREF_SIZE);
    node.getChildren().add(where);
    for (int i = Series.values().length - 1; i >= 0; i--) {
      Series series = Series.values()[i];
      Line swatch = new Line(0, 0, SWATCH, 0);
      swatch.getStyleClass().addAll("curve", series.styleClass());
      swatch.strokeProperty().addListener((_, _, _) -> changed.run());
      Label label = new Label();
      label.setGraphic(swatch);
      label.setContentDisplay(ContentDisplay.LEFT);
      label.setGraphicTextGap(4);
      label.setMinWidth(Region.USE_PREF_SIZE);
      label.getStyleClass().add("text-small");
      texts.tip(label, series.key() + ".tip");
      swatches.put(series, swatch);
      labels.put(series, label);
      node.getChildren().add(label);
    }
    node.setAlignment(Pos.CENTER_LEFT);
    texts.language().addListener((_, _, _) -> show(shown));
    show(null);
  }

  Node node() {
    return node;
  }

  void show(@Nullable Point point) {
    shown = point;
    where.setText(point == null ? "" : where(point));
    where.setManaged(point != null);
    labels.forEach((series, label) -> label.setText(entry(series, point)));
  }

  /// The point in words, for those who hear it.
  String inWords(Point point) {
    StringBuilder words = new StringBuilder(where(point));
    for (int i = Series.values().length - 1; i >= 0; i--) {
      words.append(", ").append(entry(Series.values()[i], point));
    }
    return words.toString();
  }

  Paint stroke(Series series) {
    Paint paint = swatch(series).getStroke();
    return paint == null ? Color.GRAY : paint;
  }

  double[] dashes(Series series) {
    return swatch(series).getStrokeDashArray().stream().mapToDouble(d -> d).toArray();
  }

  double strokeWidth(Series series) {
    return swatch(series).getStrokeWidth();
  }

  private Line swatch(Series series) {
    Line swatch = swatches.get(series);
    if (swatch == null) {
      throw new IllegalStateException("every series has a swatch");
    }
    return swatch;
  }

  private String where(Point point) {
    return texts.get(
        "loss.where", String.valueOf(point.iteration()), String.valueOf(point.stage()));
  }

  private String entry(Series series, @Nullable Point point) {
    String name = texts.get(series.key());
    return point == null ? name : name + " " + Figures.brief(series.of(point));
  }
}
