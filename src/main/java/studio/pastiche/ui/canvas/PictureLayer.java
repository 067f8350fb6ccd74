package studio.pastiche.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import studio.pastiche.picture.Size;

/// One picture in the view. Only the part that is seen is handed to the screen, from the level that
/// has about as many pixels as the screen shows.
final class PictureLayer {
  private static final double HARD_PIXELS_FROM = 2;

  private final Pane node = new Pane();
  private final ImageView view = new ImageView();
  private final Rectangle clip = new Rectangle();
  private final List<@Nullable PixelSurface> surfaces = new ArrayList<>();
  private @Nullable CanvasPicture picture;

  /// Where the picture's whole lies in the view, in screen pixels.
  private Part lies = new Part(0, 0, 1, 1);

  /// A pixel under a point of the view.
  ///
  /// @param x of the canvas' pixels, from the left
  /// @param y from above
  /// @param column of the picture's own pixels; an early stage has fewer of them than the canvas
  /// @param row likewise
  record Spot(int x, int y, int column, int row) {}

  PictureLayer() {
    node.setClip(clip);
    node.setManaged(false);
    node.setMouseTransparent(true);
    view.setManaged(false);
    view.setPreserveRatio(false);
    node.getChildren().add(view);
  }

  Node node() {
    return node;
  }

  @Nullable CanvasPicture picture() {
    return picture;
  }

  /// Takes a picture, or none; it is drawn when it is placed.
  void show(@Nullable CanvasPicture next) {
    picture = next;
    List<Level> levels = next == null ? List.of() : next.levels();
    for (int i = 0; i < Math.max(levels.size(), surfaces.size()); i++) {
      if (i >= surfaces.size()) {
        surfaces.add(null);
      }
      PixelSurface before = surfaces.get(i);
      if (before != null) {
        if (i < levels.size() && before.size().equals(levels.get(i).size())) {
          before.replace(levels.get(i));
        } else {
          surfaces.set(i, null);
        }
      }
    }
  }

  /// Draws what is seen of the picture.
  ///
  /// @param viewport the canvas' place in `side`
  /// @param canvas the size that 100 % means
  /// @param side the place in the view, or null to hide the picture
  /// @param density screen pixels a unit of the window
  void place(Viewport viewport, Size canvas, CompareLayout.@Nullable Side side, double density) {
    CanvasPicture shown = picture;
    if (shown == null || side == null) {
      node.setVisible(false);
      return;
    }
    Part inCanvas = Part.of(shown.shownAs(), canvas);
    Part area = side.area();
    double zoom = viewport.zoom();
    double left = Math.round(area.x() + viewport.left(canvas, area.width()));
    double top = Math.round(area.y() + viewport.top(canvas, area.height()));
    lies =
        new Part(
            left + inCanvas.x() * zoom,
            top + inCanvas.y() * zoom,
            inCanvas.width() * zoom,
            inCanvas.height() * zoom);
    node.setVisible(draw(shown, side.seen(), zoom, density));
  }

  /// Whether anything is seen.
  private boolean draw(CanvasPicture shown, Part seen, double zoom, double density) {
    int number = shown.levelFor(lies.width());
    Level level = shown.levels().get(number);
    double dotWidth = lies.width() / level.size().width();
    double dotHeight = lies.height() / level.size().height();
    // One pixel more on each side: smoothing looks beyond the edge of what is seen.
    int fromX = pixel((seen.x() - lies.x()) / dotWidth - 1, level.size().width());
    int fromY = pixel((seen.y() - lies.y()) / dotHeight - 1, level.size().height());
    int toX = pixel((seen.x() + seen.width() - lies.x()) / dotWidth + 2, level.size().width());
    int toY = pixel((seen.y() + seen.height() - lies.y()) / dotHeight + 2, level.size().height());
    if (toX <= fromX || toY <= fromY) {
      return false;
    }
    PixelSurface surface = surfaces.get(number);
    if (surface == null) {
      surface = new PixelSurface(level);
      surfaces.set(number, surface);
    }
    surface.bringUp(new PixelSurface.PixelPart(fromX, fromY, toX - fromX, toY - fromY));
    view.setImage(surface.image());
    view.setSmooth(zoom < HARD_PIXELS_FROM);
    view.setViewport(new Rectangle2D(fromX, fromY, toX - fromX, toY - fromY));
    view.setFitWidth((toX - fromX) * dotWidth / density);
    view.setFitHeight((toY - fromY) * dotHeight / density);
    view.relocate(
        (lies.x() + fromX * dotWidth) / density, (lies.y() + fromY * dotHeight) / density);
    clip.setX(seen.x() / density);
    clip.setY(seen.y() / density);
    clip.setWidth(seen.width() / density);
    clip.setHeight(seen.height() / density);
    return true;
  }

  private static int pixel(double at, int most) {
    return (int) Math.clamp(Math.floor(at), 0, most);
  }

  /// The picture's pixel under a point of the view, or null beside the picture.
  @Nullable Spot spotAt(double x, double y) {
    CanvasPicture shown = picture;
    if (shown == null || !lies.contains(x, y)) {
      return null;
    }
    double shareX = (x - lies.x()) / lies.width();
    double shareY = (y - lies.y()) / lies.height();
    Size own = shown.whole().size();
    return new Spot(
        (int) (shareX * shown.shownAs().width()),
        (int) (shareY * shown.shownAs().height()),
        (int) (shareX * own.width()),
        (int) (shareY * own.height()));
  }
}
