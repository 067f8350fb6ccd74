package studio.pastiche.ui.canvas;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import studio.pastiche.picture.Size;
import studio.pastiche.ui.text.Texts;

/// A picture on neutral grey. It fits the view until the artist zooms; the wheel zooms about the
/// pointer, a drag or an arrow key moves the picture, a double click fits it again.
public final class CanvasView {
  private static final double STEP = 1.25;
  private static final double HARD_PIXELS_ABOVE = 2;
  private static final double KEY_STEP = 40;

  private final Pane pane = new Pane();
  private final ImageView view = new ImageView();
  private final PixelSurface surface = new PixelSurface();
  private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
  private final ReadOnlyBooleanWrapper filled = new ReadOnlyBooleanWrapper();

  /// Whether the whole picture is kept in view.
  private boolean fits = true;

  private Viewport viewport = new Viewport(1, 0.5, 0.5);
  private @Nullable Size shownAs;
  private Point2D dragFrom = Point2D.ZERO;

  public CanvasView(Texts texts) {
    pane.setId("canvas");
    pane.getStyleClass().add("canvas");
    pane.setMinSize(200, 160);
    pane.setFocusTraversable(true);
    pane.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    pane.accessibleTextProperty().bind(texts.bound("canvas.name"));
    view.setManaged(false);
    view.setPreserveRatio(false);
    pane.getChildren().add(view);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(pane.widthProperty());
    clip.heightProperty().bind(pane.heightProperty());
    pane.setClip(clip);
    pane.widthProperty().addListener((_, _, _) -> place());
    pane.heightProperty().addListener((_, _, _) -> place());
    pane.setOnScroll(this::scrolled);
    pane.setOnZoom(this::pinched);
    pane.setOnMousePressed(this::pressed);
    pane.setOnMouseDragged(this::dragged);
    pane.setOnMouseReleased(_ -> pane.setCursor(Cursor.DEFAULT));
    pane.setOnMouseClicked(this::clicked);
    pane.setOnKeyPressed(this::keyed);
  }

  public Node node() {
    return pane;
  }

  /// Shows a picture; where it is shown at the same size as the one before, the view stays put.
  public void show(CanvasPicture picture) {
    boolean otherSize = !picture.shownAs().equals(shownAs);
    shownAs = picture.shownAs();
    view.setImage(surface.show(picture.size(), picture.argb()));
    filled.set(true);
    if (otherSize) {
      place();
    }
  }

  /// Whether there is a picture.
  public ReadOnlyBooleanProperty filled() {
    return filled.getReadOnlyProperty();
  }

  /// View pixels a picture pixel.
  public ReadOnlyDoubleProperty zoom() {
    return zoom.getReadOnlyProperty();
  }

  public void fit() {
    fits = true;
    place();
  }

  /// One picture pixel a view pixel.
  public void actualSize() {
    zoomBy(1 / viewport.zoom(), 0, 0);
  }

  public void zoomIn() {
    zoomBy(STEP, 0, 0);
  }

  public void zoomOut() {
    zoomBy(1 / STEP, 0, 0);
  }

  private void zoomBy(double factor, double dx, double dy) {
    Size size = shownAs;
    if (size != null) {
      fits = false;
      viewport = viewport.zoomedAbout(factor, dx, dy, size);
      place();
    }
  }

  private void place() {
    Size size = shownAs;
    if (size == null) {
      return;
    }
    if (fits) {
      viewport = Viewport.fitting(size, pane.getWidth(), pane.getHeight());
    }
    zoom.set(viewport.zoom());
    view.setSmooth(viewport.zoom() < HARD_PIXELS_ABOVE);
    view.setFitWidth(size.width() * viewport.zoom());
    view.setFitHeight(size.height() * viewport.zoom());
    view.relocate(
        Math.round(viewport.left(size, pane.getWidth())),
        Math.round(viewport.top(size, pane.getHeight())));
  }

  private void scrolled(ScrollEvent event) {
    if (!event.isInertia() && event.getDeltaY() != 0) {
      double factor = Math.pow(STEP, Math.clamp(event.getDeltaY() / 40, -3, 3));
      zoomBy(factor, event.getX() - pane.getWidth() / 2, event.getY() - pane.getHeight() / 2);
      event.consume();
    }
  }

  private void pinched(ZoomEvent event) {
    zoomBy(
        event.getZoomFactor(),
        event.getX() - pane.getWidth() / 2,
        event.getY() - pane.getHeight() / 2);
    event.consume();
  }

  private void keyed(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> moveBy(KEY_STEP, 0);
      case RIGHT -> moveBy(-KEY_STEP, 0);
      case UP -> moveBy(0, KEY_STEP);
      case DOWN -> moveBy(0, -KEY_STEP);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void moveBy(double dx, double dy) {
    Size size = shownAs;
    if (size != null) {
      fits = false;
      viewport = viewport.dragged(dx, dy, size);
      place();
    }
  }

  private void pressed(MouseEvent event) {
    pane.requestFocus();
    dragFrom = new Point2D(event.getX(), event.getY());
  }

  private void dragged(MouseEvent event) {
    if (shownAs != null && (event.isPrimaryButtonDown() || event.isMiddleButtonDown())) {
      pane.setCursor(Cursor.CLOSED_HAND);
      moveBy(event.getX() - dragFrom.getX(), event.getY() - dragFrom.getY());
      dragFrom = new Point2D(event.getX(), event.getY());
    }
  }

  private void clicked(MouseEvent event) {
    if (event.getClickCount() == 2) {
      fit();
    }
  }
}
