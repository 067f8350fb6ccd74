package studio.pastiche.ui.canvas;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;

/// Turns what the artist does with mouse, trackpad and keys over the canvas into zoom and pan.
final class CanvasGestures {
  /// A notch of the wheel, or one press of a key.
  static final double STEP = 1.25;

  private static final double KEY_MOVES = 40;

  private final Region node;
  private final Steered canvas;
  private final ReadOnlyBooleanWrapper handHeld = new ReadOnlyBooleanWrapper();
  private Point2D dragFrom = Point2D.ZERO;
  private boolean fingersDown;

  /// What is steered. All lengths are in units of the window.
  interface Steered {
    /// Zooms about a point of the canvas.
    void zoomBy(double factor, double x, double y);

    /// Zooms about the pointer, or about the middle where the pointer is elsewhere.
    void zoomBy(double factor);

    void moveBy(double dx, double dy);

    void fit();

    void actualSize();

    /// Fits the picture, or, where it does, shows its pixels at a point one to one.
    void toggleFit(double x, double y);
  }

  CanvasGestures(Region node, Steered canvas) {
    this.node = node;
    this.canvas = canvas;
    node.addEventHandler(ScrollEvent.SCROLL_STARTED, _ -> fingersDown = true);
    node.addEventHandler(ScrollEvent.SCROLL_FINISHED, _ -> fingersDown = false);
    node.setOnScroll(this::scrolled);
    node.setOnZoom(this::pinched);
    node.setOnMousePressed(this::pressed);
    node.setOnMouseDragged(this::dragged);
    node.setOnMouseReleased(_ -> restCursor());
    node.setOnMouseClicked(this::clicked);
    node.setOnKeyPressed(this::keyPressed);
    node.setOnKeyReleased(this::keyReleased);
    node.focusWithinProperty().addListener((_, _, inside) -> holdHand(inside && handHeld.get()));
  }

  /// Whether Space is held, so that every drag moves the picture.
  ReadOnlyBooleanProperty handHeld() {
    return handHeld.getReadOnlyProperty();
  }

  private void scrolled(ScrollEvent event) {
    boolean fingers =
        fingersDown || event.isDirect() || event.isInertia() || event.getTouchCount() > 0;
    ScrollMeaning meaning =
        ScrollMeaning.of(
            event.getDeltaX(),
            event.getDeltaY(),
            fingers,
            event.isShortcutDown() || event.isControlDown(),
            event.isShiftDown());
    switch (meaning) {
      case ScrollMeaning.Zoom(double notches) ->
          canvas.zoomBy(Math.pow(STEP, notches), event.getX(), event.getY());
      case ScrollMeaning.Pan(double dx, double dy) -> canvas.moveBy(dx, dy);
    }
    event.consume();
  }

  private void pinched(ZoomEvent event) {
    canvas.zoomBy(event.getZoomFactor(), event.getX(), event.getY());
    event.consume();
  }

  private void pressed(MouseEvent event) {
    node.requestFocus();
    dragFrom = new Point2D(event.getX(), event.getY());
  }

  private void dragged(MouseEvent event) {
    if (event.isPrimaryButtonDown() || event.isMiddleButtonDown()) {
      node.setCursor(Cursor.CLOSED_HAND);
      canvas.moveBy(event.getX() - dragFrom.getX(), event.getY() - dragFrom.getY());
      dragFrom = new Point2D(event.getX(), event.getY());
    }
  }

  private void clicked(MouseEvent event) {
    if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
      canvas.toggleFit(event.getX(), event.getY());
    }
  }

  private void keyPressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || event.isControlDown()) {
      return;
    }
    switch (event.getCode()) {
      case LEFT, KP_LEFT -> canvas.moveBy(KEY_MOVES, 0);
      case RIGHT, KP_RIGHT -> canvas.moveBy(-KEY_MOVES, 0);
      case UP, KP_UP -> canvas.moveBy(0, KEY_MOVES);
      case DOWN, KP_DOWN -> canvas.moveBy(0, -KEY_MOVES);
      case PLUS, EQUALS, ADD -> canvas.zoomBy(STEP);
      case MINUS, SUBTRACT -> canvas.zoomBy(1 / STEP);
      case DIGIT0, NUMPAD0 -> canvas.fit();
      case DIGIT1, NUMPAD1 -> canvas.actualSize();
      case SPACE -> holdHand(true);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void keyReleased(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE) {
      holdHand(false);
      event.consume();
    }
  }

  private void holdHand(boolean held) {
    handHeld.set(held);
    restCursor();
  }

  private void restCursor() {
    node.setCursor(handHeld.get() ? Cursor.OPEN_HAND : Cursor.DEFAULT);
  }
}
