package studio.pastiche.ui.canvas;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import studio.pastiche.picture.Size;
import studio.pastiche.ui.text.Texts;

/// A picture on neutral grey, and another one to compare it with. It fits the view until the artist
/// zooms, and stays where the artist has put it, whatever frames arrive; see [CanvasGestures] for
/// what mouse and keys do.
public final class CanvasView {
  private final Pane pane = new Pane();
  private final PictureLayer painting = new PictureLayer();
  private final PictureLayer other = new PictureLayer();
  private final SideLabels labels = new SideLabels();
  private final Loupe loupe = new Loupe();
  private final WipeEdge edge;
  private final ObservableValue<Double> density;
  private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
  private final ReadOnlyBooleanWrapper filled = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper comparing = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<CompareMode> mode = new SimpleObjectProperty<>(CompareMode.OFF);
  private final BooleanProperty peeking = new SimpleBooleanProperty();
  private final BooleanProperty magnifying = new SimpleBooleanProperty();

  /// Whether the whole picture is kept in view.
  private boolean fits = true;

  private Viewport viewport = new Viewport(1, 0.5, 0.5);
  private CompareLayout layout = CompareLayout.of(CompareMode.OFF, 0.5, 1, 1);
  private @Nullable Size shownAs;

  /// Where the pointer is over the canvas, or null where it is elsewhere.
  private @Nullable Point2D pointer;

  public CanvasView(Texts texts) {
    pane.setId("canvas");
    pane.getStyleClass().add("canvas");
    pane.setMinSize(200, 160);
    pane.setFocusTraversable(true);
    pane.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    pane.accessibleTextProperty().bind(texts.bound("canvas.name"));
    pane.accessibleHelpProperty().bind(texts.bound("canvas.help"));
    CanvasGestures gestures = new CanvasGestures(pane, new Steering());
    edge =
        new WipeEdge(
            texts.bound("canvas.edge", labels.other(), labels.painting()), gestures.handHeld());
    pane.getChildren()
        .addAll(painting.node(), other.node(), edge.node(), labels.node(), loupe.node());
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(pane.widthProperty());
    clip.heightProperty().bind(pane.heightProperty());
    pane.setClip(clip);
    density =
        pane.sceneProperty()
            .flatMap(Scene::windowProperty)
            .flatMap(Window::outputScaleXProperty)
            .map(Number::doubleValue)
            .orElse(1.0);
    density.addListener((_, _, _) -> place());
    pane.widthProperty().addListener((_, _, _) -> resized());
    pane.heightProperty().addListener((_, _, _) -> resized());
    edge.position().addListener((_, _, _) -> place());
    mode.addListener((_, _, _) -> place());
    peeking.addListener((_, _, _) -> place());
    magnifying.addListener((_, _, _) -> magnify());
    labels.painting().addListener((_, _, _) -> labels.place(layout, density.getValue()));
    labels.other().addListener((_, _, _) -> labels.place(layout, density.getValue()));
    pane.addEventFilter(MouseEvent.MOUSE_MOVED, this::pointed);
    pane.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::pointed);
    pane.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> pointAt(null));
  }

  public Node node() {
    return pane;
  }

  /// Shows a picture; where it has the same shape as the one before, the view stays put.
  public void show(CanvasPicture picture) {
    Size before = shownAs;
    Size now = picture.shownAs();
    shownAs = now;
    if (before != null && !before.equals(now)) {
      fits |= !Part.sameShape(before, now);
      viewport = viewport.carried(before, now);
    }
    painting.show(picture);
    filled.set(true);
    place();
  }

  /// Shows nothing.
  public void clear() {
    painting.show(null);
    other.show(null);
    place();
    shownAs = null;
    fits = true;
    filled.set(false);
    magnify();
  }

  /// Takes the picture to compare with, or none.
  public void showOther(@Nullable CanvasPicture picture) {
    other.show(picture);
    place();
  }

  /// Whether there is a picture.
  public ReadOnlyBooleanProperty filled() {
    return filled.getReadOnlyProperty();
  }

  /// Screen pixels a picture pixel.
  public ReadOnlyDoubleProperty zoom() {
    return zoom.getReadOnlyProperty();
  }

  /// How the two pictures are to be set against each other, as soon as there are two.
  public ObjectProperty<CompareMode> mode() {
    return mode;
  }

  /// Whether the other picture alone is to be seen for the moment.
  public BooleanProperty peeking() {
    return peeking;
  }

  /// Whether the other picture is seen now.
  public ReadOnlyBooleanProperty comparing() {
    return comparing.getReadOnlyProperty();
  }

  /// Where the edge of a wipe is, 0 to 1.
  public DoubleProperty edge() {
    return edge.position();
  }

  /// Whether the loupe is out.
  public BooleanProperty magnifying() {
    return magnifying;
  }

  /// What the picture is, in words for its side of a comparison.
  public StringProperty paintingLabel() {
    return labels.painting();
  }

  /// What the other picture is.
  public StringProperty otherLabel() {
    return labels.other();
  }

  public void fit() {
    fits = true;
    place();
  }

  /// One picture pixel a screen pixel.
  public void actualSize() {
    zoomTo(1);
  }

  /// So many screen pixels a picture pixel.
  public void zoomTo(double wanted) {
    zoomAtPointer(wanted / viewport.zoom());
  }

  public void zoomIn() {
    zoomAtPointer(CanvasGestures.STEP);
  }

  public void zoomOut() {
    zoomAtPointer(1 / CanvasGestures.STEP);
  }

  private void zoomAtPointer(double factor) {
    Point2D at = pointer;
    if (at == null) {
      zoomBy(factor, 0, 0);
    } else {
      zoomAt(factor, at.getX(), at.getY());
    }
  }

  private void zoomAt(double factor, double x, double y) {
    double dots = density.getValue();
    Part area = layout.areaAt(x * dots, y * dots);
    zoomBy(factor, x * dots - area.middleX(), y * dots - area.middleY());
  }

  private void zoomBy(double factor, double dx, double dy) {
    Size size = shownAs;
    if (size != null) {
      fits = false;
      viewport = viewport.zoomedAbout(factor, dx, dy, size);
      place();
    }
  }

  private void resized() {
    painting.resize(pane.getWidth(), pane.getHeight());
    other.resize(pane.getWidth(), pane.getHeight());
    place();
  }

  private void place() {
    Size size = shownAs;
    if (size == null) {
      return;
    }
    double dots = density.getValue();
    double width = pane.getWidth() * dots;
    double height = pane.getHeight() * dots;
    boolean two = other.picture() != null;
    CompareMode wanted = two ? mode.get() : CompareMode.OFF;
    // Side by side the other picture is in view already.
    boolean alone = two && peeking.get() && wanted != CompareMode.SIDE_BY_SIDE;
    layout =
        alone
            ? CompareLayout.peeking(width, height)
            : CompareLayout.of(wanted, edge.position().get(), width, height);
    if (fits) {
      Part area = layout.areaToFit();
      viewport = Viewport.fitting(size, area.width(), area.height());
    }
    zoom.set(viewport.zoom());
    comparing.set(layout.other() != null);
    painting.place(viewport, size, layout.painting(), dots);
    other.place(viewport, size, layout.other(), dots);
    edge.place(alone ? CompareMode.OFF : wanted, pane.getWidth(), pane.getHeight());
    labels.place(layout, dots);
    magnify();
  }

  private void pointed(MouseEvent event) {
    pointAt(pane.sceneToLocal(event.getSceneX(), event.getSceneY()));
  }

  private void pointAt(@Nullable Point2D at) {
    pointer = at;
    magnify();
  }

  /// The loupe looks at the pointer, or for those who work by keyboard at the view's middle.
  private void magnify() {
    if (!magnifying.get() || shownAs == null) {
      loupe.hide();
      return;
    }
    Point2D at = pointer;
    double dots = density.getValue();
    Part middle = layout.areaToFit();
    double x = at == null ? middle.middleX() / dots : at.getX();
    double y = at == null ? middle.middleY() / dots : at.getY();
    PictureLayer layer = layout.isOther(x * dots, y * dots) ? other : painting;
    PictureLayer.Spot spot = layer.spotAt(x * dots, y * dots);
    CanvasPicture picture = layer.picture();
    if (spot == null || picture == null) {
      loupe.hide();
    } else {
      loupe.show(picture, spot, x, y);
    }
  }

  private final class Steering implements CanvasGestures.Steered {
    @Override
    public void zoomBy(double factor, double x, double y) {
      zoomAt(factor, x, y);
    }

    @Override
    public void zoomBy(double factor) {
      zoomAtPointer(factor);
    }

    @Override
    public void moveBy(double dx, double dy) {
      Size size = shownAs;
      if (size != null) {
        double dots = density.getValue();
        fits = false;
        viewport = viewport.dragged(dx * dots, dy * dots, size);
        place();
      }
    }

    @Override
    public void fit() {
      CanvasView.this.fit();
    }

    @Override
    public void actualSize() {
      CanvasView.this.actualSize();
    }

    @Override
    public void toggleFit(double x, double y) {
      if (fits) {
        zoomAt(1 / viewport.zoom(), x, y);
      } else {
        CanvasView.this.fit();
      }
    }
  }
}
