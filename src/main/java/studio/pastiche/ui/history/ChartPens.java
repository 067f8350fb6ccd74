package studio.pastiche.ui.history;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Line;

/// The colours that a drawing takes from the style sheet: lines that are never shown, one a pen,
/// whose strokes the sheet sets.
final class ChartPens {
  /// What is drawn besides the curves.
  enum Pen {
    GRID,
    WORDS,
    STAGE,
    TUNING,
    CURSOR,
    CHOSEN,
    LOWEST
  }

  private final Map<Pen, Line> lines = new EnumMap<>(Pen.class);
  private final Group node = new Group();

  ChartPens(Runnable changed) {
    for (Pen pen : Pen.values()) {
      Line line = new Line();
      line.getStyleClass().add("pen-" + pen.name().toLowerCase(Locale.ROOT));
      line.strokeProperty().addListener((_, _, _) -> changed.run());
      lines.put(pen, line);
    }
    node.getChildren().addAll(lines.values());
    node.setManaged(false);
    node.setVisible(false);
  }

  /// To be put into the scene, so that the style sheet reaches it.
  Node node() {
    return node;
  }

  Paint of(Pen pen) {
    Line line = lines.get(pen);
    return line == null || line.getStroke() == null ? Color.GRAY : line.getStroke();
  }
}
