package studio.pastiche.ui.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.TilePane;
import studio.pastiche.ui.text.Texts;

/// All maps of a layer, small, each a button that enlarges it.
final class MapGrid {
  static final int SIDE = 112;

  private final Texts texts;
  private final IntConsumer enlarge;
  private final TilePane tiles = new TilePane(8, 8);
  private final ScrollPane node = new ScrollPane(tiles);
  private final List<Button> buttons = new ArrayList<>();

  /// @param enlarge is told of the map that was picked, from 0
  MapGrid(Texts texts, IntConsumer enlarge) {
    this.texts = texts;
    this.enlarge = enlarge;
    tiles.setPadding(new Insets(8, 16, 16, 16));
    tiles.setPrefTileWidth(SIDE + 8);
    node.setFitToWidth(true);
    node.setId("feature-maps");
    node.getStyleClass().add("map-grid");
    node.accessibleTextProperty().bind(texts.bound("layers.maps"));
    node.setFocusTraversable(false);
    texts.language().addListener((_, _, _) -> name());
  }

  Node node() {
    return node;
  }

  /// Shows these maps in place of those before. Buttons are used again.
  void show(List<MapImage> maps) {
    while (buttons.size() < maps.size()) {
      buttons.add(button(buttons.size()));
    }
    for (int i = 0; i < maps.size(); i++) {
      ((ImageView) buttons.get(i).getGraphic()).setImage(image(maps.get(i)));
    }
    tiles.getChildren().setAll(buttons.subList(0, maps.size()));
    name();
  }

  /// Lets go of the pictures.
  void clear() {
    tiles.getChildren().clear();
    buttons.clear();
  }

  void focus(int map) {
    if (map < tiles.getChildren().size()) {
      tiles.getChildren().get(map).requestFocus();
    }
  }

  private Button button(int index) {
    ImageView view = new ImageView();
    view.setPreserveRatio(true);
    view.setFitWidth(SIDE);
    view.setFitHeight(SIDE);
    Button button = new Button();
    button.setGraphic(view);
    button.setContentDisplay(ContentDisplay.TOP);
    button.getStyleClass().addAll("map", "flat", "text-small");
    button.setOnAction(_ -> enlarge.accept(index));
    return button;
  }

  private void name() {
    int count = tiles.getChildren().size();
    for (int i = 0; i < count; i++) {
      buttons.get(i).setText(String.valueOf(i + 1));
      buttons
          .get(i)
          .setAccessibleText(texts.get("layers.map", String.valueOf(i + 1), String.valueOf(count)));
    }
  }

  static Image image(MapImage map) {
    WritableImage image = new WritableImage(map.width(), map.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            map.width(),
            map.height(),
            PixelFormat.getIntArgbInstance(),
            map.argb(),
            0,
            map.width());
    return image;
  }
}
