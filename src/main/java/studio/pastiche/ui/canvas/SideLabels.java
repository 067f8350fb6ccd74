package studio.pastiche.ui.canvas;

import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// Says of both sides of a comparison what they are, each in a corner of its own side.
final class SideLabels {
  private static final double MARGIN = 12;
  private static final double LEAST_ROOM = 48;

  private final Label painting = label("label-painting");
  private final Label other = label("label-other");
  private final Group node = new Group(painting, other);

  SideLabels() {
    node.setManaged(false);
    node.setMouseTransparent(true);
  }

  Node node() {
    return node;
  }

  StringProperty painting() {
    return painting.textProperty();
  }

  StringProperty other() {
    return other.textProperty();
  }

  /// @param density screen pixels a unit of the window
  void place(CompareLayout layout, double density) {
    boolean comparing = layout.other() != null;
    boolean below =
        layout.painting() != null && layout.other() != null && layout.painting().seen().y() > 0;
    place(other, comparing ? layout.other() : null, Pos.TOP_LEFT, density);
    place(
        painting,
        comparing ? layout.painting() : null,
        below ? Pos.BOTTOM_LEFT : Pos.TOP_RIGHT,
        density);
  }

  private static void place(
      Label label, CompareLayout.@Nullable Side side, Pos corner, double density) {
    double room = side == null ? 0 : side.seen().width() / density - 2 * MARGIN;
    double high = side == null ? 0 : side.seen().height() / density - 2 * MARGIN;
    label.setVisible(room >= LEAST_ROOM && high >= label.prefHeight(-1));
    if (side == null || !label.isVisible()) {
      return;
    }
    Part seen = side.seen();
    label.setMaxWidth(room);
    label.autosize();
    double x =
        corner == Pos.TOP_RIGHT
            ? (seen.x() + seen.width()) / density - MARGIN - label.getWidth()
            : seen.x() / density + MARGIN;
    double y =
        corner == Pos.BOTTOM_LEFT
            ? (seen.y() + seen.height()) / density - MARGIN - label.getHeight()
            : seen.y() / density + MARGIN;
    label.relocate(Math.round(x), Math.round(y));
  }

  private static Label label(String id) {
    Label label = new Label();
    label.setId(id);
    label.getStyleClass().add("side-label");
    label.setVisible(false);
    return label;
  }
}
