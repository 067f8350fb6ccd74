package studio.pastiche.ui.canvas;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import studio.pastiche.picture.Size;

/// Magnified pixels around a point of the canvas, and the middle one's colour and place.
final class Loupe {
  private static final int PIXELS = 11;
  private static final double MAGNIFIED = 12;
  private static final double DISTANCE = 24;

  private final VBox node = new VBox(8);
  private final WritableImage image = new WritableImage(PIXELS, PIXELS);
  private final Canvas view = new Canvas(PIXELS * MAGNIFIED, PIXELS * MAGNIFIED);
  private final Rectangle swatch = new Rectangle(32, 32);
  private final Label hex = new Label();
  private final Label decimals = new Label();
  private final Label place = new Label();
  private final int[] around = new int[PIXELS * PIXELS];

  Loupe() {
    Region frame = new Region();
    frame.getStyleClass().add("loupe-middle");
    frame.setMinSize(MAGNIFIED + 4, MAGNIFIED + 4);
    frame.setMaxSize(MAGNIFIED + 4, MAGNIFIED + 4);
    swatch.getStyleClass().add("loupe-swatch");
    hex.setId("loupe-hex");
    decimals.setId("loupe-rgb");
    place.setId("loupe-place");
    VBox colour = new VBox(hex, decimals);
    HBox row = new HBox(8, swatch, colour);
    node.setId("loupe");
    node.getStyleClass().add("loupe");
    node.getChildren().addAll(new StackPane(view, frame), row, place);
    node.setManaged(false);
    node.setMouseTransparent(true);
    node.setVisible(false);
    node.setAccessibleRole(AccessibleRole.TEXT);
  }

  Region node() {
    return node;
  }

  void hide() {
    node.setVisible(false);
  }

  /// Shows the pixels around a spot of a picture.
  ///
  /// @param x where the spot is in the view, in units of the window
  /// @param y likewise
  void show(CanvasPicture picture, PictureLayer.Spot spot, double x, double y) {
    Level level = picture.whole();
    copyAround(level, spot);
    image
        .getPixelWriter()
        .setPixels(0, 0, PIXELS, PIXELS, PixelFormat.getIntArgbPreInstance(), around, 0, PIXELS);
    GraphicsContext pen = view.getGraphicsContext2D();
    pen.clearRect(0, 0, view.getWidth(), view.getHeight());
    pen.setImageSmoothing(false);
    pen.drawImage(image, 0, 0, view.getWidth(), view.getHeight());
    PixelColour colour =
        PixelColour.ofPremultiplied(
            level.argb()[spot.row() * level.size().width() + spot.column()]);
    swatch.setFill(Color.rgb(colour.red(), colour.green(), colour.blue(), colour.alpha() / 255.0));
    hex.setText(colour.hex());
    decimals.setText(colour.decimals());
    place.setText("x " + spot.x() + "   y " + spot.y());
    node.setAccessibleText(hex.getText() + ", " + decimals.getText() + ", " + place.getText());
    node.setVisible(true);
    node.autosize();
    Pane view = (Pane) node.getParent();
    node.relocate(
        beside(x, node.getWidth(), view.getWidth()), beside(y, node.getHeight(), view.getHeight()));
  }

  /// Beyond the picture's edges there is nothing.
  private void copyAround(Level level, PictureLayer.Spot spot) {
    Size size = level.size();
    for (int dy = 0; dy < PIXELS; dy++) {
      int row = spot.row() + dy - PIXELS / 2;
      for (int dx = 0; dx < PIXELS; dx++) {
        int column = spot.column() + dx - PIXELS / 2;
        boolean inside = row >= 0 && row < size.height() && column >= 0 && column < size.width();
        around[dy * PIXELS + dx] = inside ? level.argb()[row * size.width() + column] : 0;
      }
    }
  }

  /// After the point, or before it where there is no room.
  private static double beside(double point, double length, double room) {
    double after = point + DISTANCE;
    double at = after + length <= room ? after : point - DISTANCE - length;
    return Math.round(Math.clamp(at, 0, Math.max(0, room - length)));
  }
}
