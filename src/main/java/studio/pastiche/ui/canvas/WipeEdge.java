package studio.pastiche.ui.canvas;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The edge between the two pictures of a wipe: a line with a handle, moved by the mouse or, as the
/// slider that it is to a screen reader, by the arrow keys.
final class WipeEdge {
  private static final double GRIP = 16;
  private static final double STEP = 0.01;
  private static final double LARGE_STEP = 0.1;

  private final DoubleProperty position = new SimpleDoubleProperty(0.5);
  private final Slidable node = new Slidable();
  private final Region line = new Region();
  private final Region handle = new Region();
  private double viewWidth;
  private double viewHeight;
  private boolean upright = true;

  /// @param words what lies on both sides, for a screen reader
  /// @param panning while it is so, the mouse moves the picture rather than the edge
  WipeEdge(ObservableValue<String> words, ReadOnlyBooleanProperty panning) {
    node.setId("wipe-edge");
    node.getStyleClass().add("wipe-edge");
    line.getStyleClass().add("line");
    handle.getStyleClass().add("handle");
    handle.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    node.getChildren().addAll(line, handle);
    node.setManaged(false);
    node.setFocusTraversable(true);
    node.setAccessibleRole(AccessibleRole.SLIDER);
    node.accessibleTextProperty().bind(words);
    node.mouseTransparentProperty().bind(panning);
    node.setOnMousePressed(this::pressed);
    node.setOnMouseDragged(this::dragged);
    node.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            position.set(0.5);
          }
          event.consume();
        });
    node.setOnKeyPressed(this::keyed);
    position.addListener(
        (_, _, _) -> node.notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE));
  }

  Region node() {
    return node;
  }

  /// How far it is from the left, or from above: 0 to 1 of the view.
  DoubleProperty position() {
    return position;
  }

  /// Lays it into a view.
  ///
  /// @param mode tells its direction; it is hidden where that has no edge
  void place(CompareMode mode, double width, double height) {
    node.setVisible(mode.hasEdge());
    viewWidth = width;
    viewHeight = height;
    upright = mode == CompareMode.WIPE;
    node.setCursor(upright ? Cursor.H_RESIZE : Cursor.V_RESIZE);
    if (upright) {
      line.setMaxSize(2, Double.MAX_VALUE);
      node.resizeRelocate(Math.round(position.get() * width) - GRIP / 2, 0, GRIP, height);
    } else {
      line.setMaxSize(Double.MAX_VALUE, 2);
      node.resizeRelocate(0, Math.round(position.get() * height) - GRIP / 2, width, GRIP);
    }
  }

  private void pressed(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      node.requestFocus();
      event.consume();
    }
  }

  private void dragged(MouseEvent event) {
    if (event.isPrimaryButtonDown()) {
      var inView = node.localToParent(event.getX(), event.getY());
      move(upright ? inView.getX() / viewWidth : inView.getY() / viewHeight);
      event.consume();
    }
  }

  /// The arrows along its way; the others are left to the canvas.
  private void keyed(KeyEvent event) {
    double step = event.isShiftDown() ? LARGE_STEP : STEP;
    Double to =
        switch (event.getCode()) {
          case LEFT -> upright ? position.get() - step : null;
          case RIGHT -> upright ? position.get() + step : null;
          case UP -> upright ? null : position.get() - step;
          case DOWN -> upright ? null : position.get() + step;
          case HOME -> 0.0;
          case END -> 1.0;
          default -> null;
        };
    if (to != null) {
      move(to);
      event.consume();
    }
  }

  private void move(double to) {
    position.set(Math.clamp(to, 0, 1));
  }

  /// JavaFX asks a node for what a screen reader wants to know by overriding only.
  private final class Slidable extends StackPane {
    @Override
    public @Nullable Object queryAccessibleAttribute(
        AccessibleAttribute attribute, Object... parameters) {
      return switch (attribute) {
        case VALUE -> 100 * position.get();
        case MIN_VALUE -> 0.0;
        case MAX_VALUE -> 100.0;
        case ORIENTATION -> upright ? Orientation.HORIZONTAL : Orientation.VERTICAL;
        default -> super.queryAccessibleAttribute(attribute, parameters);
      };
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
      switch (action) {
        case INCREMENT -> move(position.get() + STEP);
        case DECREMENT -> move(position.get() - STEP);
        case SET_VALUE -> {
          if (parameters.length == 1 && parameters[0] instanceof Double value) {
            move(value / 100);
          }
        }
        default -> super.executeAccessibleAction(action, parameters);
      }
    }
  }
}
