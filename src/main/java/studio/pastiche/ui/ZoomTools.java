package studio.pastiche.ui;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import studio.pastiche.ui.action.Actions;
import studio.pastiche.ui.canvas.CanvasView;

/// The canvas's zoom: smaller, how large, larger, fit, one to one. It lies under the canvas, where
/// it hides nothing of the picture.
final class ZoomTools {
  private final HBox node;

  ZoomTools(CanvasView canvas, ViewActions actions) {
    Actions registry = actions.registry();
    Label percent = new Label();
    percent.setId("zoom");
    percent
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> Math.round(canvas.zoom().get() * 100) + " %", canvas.zoom()));
    percent.setMinWidth(64);
    percent.setAlignment(Pos.CENTER);
    node =
        new HBox(
            registry.iconButton(actions.zoomOut),
            percent,
            registry.iconButton(actions.zoomIn),
            registry.iconButton(actions.fit),
            registry.iconButton(actions.actualSize));
    node.getChildren().stream()
        .filter(Button.class::isInstance)
        .forEach(b -> b.getStyleClass().addAll("flat", "button-icon", "small"));
    node.setAlignment(Pos.CENTER);
    node.setMinWidth(Region.USE_PREF_SIZE);
    node.visibleProperty().bind(canvas.filled());
  }

  Node node() {
    return node;
  }
}
