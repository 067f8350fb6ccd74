package studio.pastiche.ui.viewing;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import studio.pastiche.ui.action.Actions;
import studio.pastiche.ui.canvas.CanvasView;
import studio.pastiche.ui.text.Texts;

/// The canvas's zoom: smaller, how large, larger, fit, one to one. It lies under the canvas, where
/// it hides nothing of the picture.
final class ZoomTools {
  private static final double[] SIZES = {0.5, 1, 2, 4, 8, 16};

  private final HBox node;

  ZoomTools(CanvasView canvas, ViewActions actions, Texts texts) {
    Actions registry = actions.registry();
    node =
        new HBox(
            registry.iconButton(actions.zoomOut),
            readOut(canvas, texts),
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

  /// How large the picture is shown; a click offers other sizes.
  private static Node readOut(CanvasView canvas, Texts texts) {
    MenuButton readOut = new MenuButton();
    readOut.setId("zoom");
    StringBinding percent =
        Bindings.createStringBinding(() -> percent(canvas.zoom().get()), canvas.zoom());
    readOut.textProperty().bind(percent);
    readOut.accessibleTextProperty().bind(texts.bound("zoom.menu", percent));
    texts.tip(readOut, "zoom.menu.tip");
    readOut.getStyleClass().addAll("flat", "small", "no-arrow");
    readOut.setAlignment(Pos.CENTER);
    MenuItem fit = new MenuItem();
    fit.textProperty().bind(texts.bound("action.fit"));
    fit.setOnAction(_ -> canvas.fit());
    readOut.getItems().addAll(fit, new SeparatorMenuItem());
    for (double size : SIZES) {
      MenuItem item = new MenuItem();
      item.setText(percent(size));
      item.setOnAction(_ -> canvas.zoomTo(size));
      readOut.getItems().add(item);
    }
    return readOut;
  }

  private static String percent(double zoom) {
    return Math.round(zoom * 100) + " %";
  }
}
