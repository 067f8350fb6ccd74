package studio.pastiche.ui.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import studio.pastiche.picture.Size;

/// One picture in the view. Only the part that is seen is handed to the screen, from the level that
/// has about as many pixels as the screen shows.
final class PictureLayer {
  private static final double HARD_PIXELS_FROM = 2;

  /// An ImageView would smooth its pixels at any zoom, whatever it is told.
  private final Canvas canvas = new Canvas();

  private final Rectangle clip = new Rectangle();
  private final List<@Nullable PixelSurface> surfaces = new ArrayList<>();
  private @Nullable CanvasPicture picture;

  /// Where the picture's whole lies in the view, in screen pixels.
  private Part lies = new Part(0, 0, 1, 1);

  /// Where the canvas' upper left corner lies in the view, and its zoom.
  private Point2D corner = Point2D.ZERO;

  private double zoom = 1;

  /// A pixel under a point of the view.
  ///
  /// @param x of the canvas' pixels, from the left
  /// @param y from above
  /// @param column of the picture's own pixels; an early stage has fewer of them than the canvas
  /// @param row likewise
  record Spot(int x, int y, int column, int row) {}

  PictureLayer() {
    canvas.setClip(clip);
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
  }

  Node node() {
    return canvas;
  }

  @Nullable CanvasPicture picture() {
    return picture;
  }

  /// Takes the view's size, in units of the window.
  void resize(double width, double height) {
    canvas.setWidth(width);
    canvas.setHeight(height);
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
  /// @param viewport the picture's place in `side`
  /// @param whole the size that 100 % means
  /// @param side the place in the view, or null to hide the picture
  /// @param density screen pixels a unit of the window
  void place(Viewport viewport, Size whole, CompareLayout.@Nullable Side side, double density) {
    CanvasPicture shown = picture;
    if (shown == null || side == null) {
      canvas.setVisible(false);
      return;
    }
    Part inCanvas = Part.of(shown.shownAs(), whole);
    Part area = side.area();
    zoom = viewport.zoom();
    corner =
        new Point2D(
            Math.round(area.x() + viewport.left(whole, area.width())),
            Math.round(area.y() + viewport.top(whole, area.height())));
    lies =
        new Part(
            corner.getX() + inCanvas.x() * zoom,
            corner.getY() + inCanvas.y() * zoom,
            inCanvas.width() * zoom,
            inCanvas.height() * zoom);
    canvas.setVisible(draw(shown, side.seen(), density));
  }

  /// Whether anything is seen.
  private boolean draw(CanvasPicture shown, Part seen, double density) {
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
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    pen.setImageSmoothing(zoom < HARD_PIXELS_FROM);
    pen.drawImage(
        surface.image(),
        fromX,
        fromY,
        toX - fromX,
        toY - fromY,
        (lies.x() + fromX * dotWidth) / density,
        (lies.y() + fromY * dotHeight) / density,
        (toX - fromX) * dotWidth / density,
        (toY - fromY) * dotHeight / density);
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
        (int) ((x - corner.getX()) / zoom),
        (int) ((y - corner.getY()) / zoom),
        (int) (shareX * own.width()),
        (int) (shareY * own.height()));
  }
}
