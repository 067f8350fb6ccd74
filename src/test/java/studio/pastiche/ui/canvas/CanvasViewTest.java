package studio.pastiche.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.robot.Motion;
import org.testfx.util.WaitForAsyncUtils;
import studio.pastiche.picture.Size;
import studio.pastiche.ui.text.Language;
import studio.pastiche.ui.text.Texts;

/// The canvas in a window of 400 × 300, with what mouse and keys send it.
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
@org.jspecify.annotations.NullUnmarked
class CanvasViewTest {
  private static final int RED = 0xffff0000;
  private static final int GREEN = 0xff00ff00;
  private static final int BLUE = 0xff0000ff;

  private final Region beside = new Region();
  private CanvasView canvas;

  @Start
  void open(Stage stage) {
    canvas = new CanvasView(new Texts(Language.ENGLISH));
    beside.setMinHeight(40);
    stage.setScene(new Scene(new BorderPane(canvas.node(), null, null, beside, null), 400, 340));
    // Tests share the window, and others leave it larger.
    stage.setMinWidth(0);
    stage.setMinHeight(0);
    stage.setWidth(400);
    stage.setHeight(340);
    stage.show();
  }

  /// Keys zoom about the pointer where it is over the canvas.
  @BeforeEach
  void takeThePointerAway(FxRobot robot) {
    robot.moveTo(beside);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void theWheelZoomsAboutThePointer() {
    show(halves(200, 200));
    fx(canvas::actualSize);
    int under = pixel(150, 150);
    fx(() -> wheel(150, 150, 0, 40, 0));
    assertEquals(1.25, canvas.zoom().get(), 1e-9);
    assertEquals(under, pixel(150, 150));
    // The edge between red and blue is at 200, in the middle: it moves away from the pointer.
    assertEquals(RED, pixel(209, 150));
    assertEquals(BLUE, pixel(216, 150));
  }

  @Test
  void aPinchZoomsAndFingersPan() {
    show(halves(200, 200));
    fx(canvas::actualSize);
    fx(
        () ->
            Event.fireEvent(
                canvas.node(),
                new ZoomEvent(
                    ZoomEvent.ZOOM,
                    200,
                    150,
                    200,
                    150,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    2,
                    2,
                    null)));
    assertEquals(2, canvas.zoom().get(), 1e-9);
    fx(() -> wheel(200, 150, -30, -7, 0));
    assertEquals(2, canvas.zoom().get(), 1e-9);
    assertEquals(BLUE, pixel(180, 150));
    assertEquals(RED, pixel(160, 150));
  }

  @Test
  void theKeysZoomAndPan() {
    show(halves(200, 200));
    fx(() -> key(KeyCode.DIGIT1));
    assertEquals(1, canvas.zoom().get());
    fx(() -> key(KeyCode.PLUS));
    assertEquals(1.25, canvas.zoom().get());
    fx(() -> key(KeyCode.LEFT));
    assertEquals(RED, pixel(230, 150));
    assertEquals(BLUE, pixel(245, 150));
    fx(() -> key(KeyCode.DIGIT0));
    assertEquals((300 - 48) / 200.0, canvas.zoom().get(), 1e-9);
    assertEquals(BLUE, pixel(205, 150));
  }

  @Test
  void zoomEndsAtSixteenHundredPercentWithHardPixels() {
    show(halves(200, 200));
    fx(() -> canvas.zoomTo(100));
    assertEquals(16, canvas.zoom().get());
    for (int x = 150; x < 250; x++) {
      assertEquals(x < 200 ? RED : BLUE, pixel(x, 150), "at " + x);
    }
  }

  @Test
  void belowThatPixelsAreSmooth() {
    show(halves(200, 200));
    fx(() -> canvas.zoomTo(1.9));
    fx(() -> key(KeyCode.LEFT));
    int mixed = 0;
    for (int x = 230; x < 250; x++) {
      int pixel = pixel(x, 150);
      mixed += pixel != RED && pixel != BLUE ? 1 : 0;
    }
    assertTrue(mixed > 0, "there is something between red and blue");
  }

  @Test
  void aLargePictureShownSmallIsTheMeanOfItsPixels() {
    int[] checks = new int[2048 * 2048];
    for (int i = 0; i < checks.length; i++) {
      checks[i] = (i + i / 2048) % 2 == 0 ? 0xff000000 : 0xffffffff;
    }
    show(CanvasPicture.of(new Size(2048, 2048), checks, new Size(2048, 2048)));
    assertTrue(canvas.zoom().get() < 0.2);
    for (int x = 150; x < 250; x++) {
      assertEquals(0x80, pixel(x, 150) & 0xff, 1, "grey at " + x);
    }
  }

  @Test
  void theViewStaysWhereItIsWhenAStageOfAnotherSizeArrives() {
    show(halves(200, 200));
    fx(() -> canvas.zoomTo(3));
    fx(() -> wheel(100, 100, 7, 9, 0));
    String before = across();
    show(halves(50, 50, new Size(200, 200)));
    assertEquals(before, across());
    // A photo of 200 is followed by a painting of 400: the same part of it is seen.
    show(halves(400, 400));
    assertEquals(1.5, canvas.zoom().get());
    assertEquals(before, across());
  }

  @Test
  void aPictureThatFitsGoesOnFitting() {
    show(halves(200, 200));
    show(halves(100, 50));
    assertEquals((400 - 48) / 100.0, canvas.zoom().get(), 1e-9);
  }

  @Test
  void aDoubleClickChangesBetweenFittingAndFullSize() {
    show(halves(1000, 1000));
    double fitting = canvas.zoom().get();
    fx(() -> mouse(canvas.node(), MouseEvent.MOUSE_CLICKED, 200, 150, MouseButton.PRIMARY, 2));
    assertEquals(1, canvas.zoom().get());
    fx(() -> mouse(canvas.node(), MouseEvent.MOUSE_CLICKED, 200, 150, MouseButton.PRIMARY, 2));
    assertEquals(fitting, canvas.zoom().get());
  }

  @Test
  void theMiddleButtonDragsEvenOverTheEdge() {
    compare(CompareMode.WIPE);
    fx(canvas::actualSize);
    drag(edge(), MouseButton.MIDDLE, 200, 260);
    assertEquals(0.5, canvas.edge().get());
    assertEquals(BLUE, pixel(270, 150));
    assertEquals(RED, pixel(250, 150));
  }

  @Test
  void spaceTurnsADragOverTheEdgeIntoAPan() {
    compare(CompareMode.WIPE);
    fx(() -> key(KeyCode.SPACE));
    assertTrue(edge().isMouseTransparent());
    fx(() -> canvas.node().fireEvent(keyEvent(KeyEvent.KEY_RELEASED, KeyCode.SPACE)));
    assertFalse(edge().isMouseTransparent());
  }

  @Test
  void aWipesEdgeIsDraggedAndShowsTheOtherPictureBeforeIt() {
    compare(CompareMode.WIPE);
    fx(canvas::actualSize);
    assertEquals(GREEN, pixel(150, 150));
    drag(edge(), MouseButton.PRIMARY, 200, 120);
    assertEquals(0.3, canvas.edge().get(), 1e-9);
    assertEquals(GREEN, pixel(110, 150));
    assertEquals(RED, pixel(150, 150));
    assertEquals(BLUE, pixel(250, 150));
  }

  @Test
  void aWipesEdgeIsASliderForKeysAndScreenReaders() {
    compare(CompareMode.WIPE_DOWN);
    fx(() -> edge().fireEvent(keyEvent(KeyEvent.KEY_PRESSED, KeyCode.DOWN)));
    assertEquals(0.51, canvas.edge().get(), 1e-9);
    assertEquals(AccessibleRole.SLIDER, edge().getAccessibleRole());
    assertEquals("Edge between Photo and Painting", edge().getAccessibleText());
    assertEquals(51.0, (double) edge().queryAccessibleAttribute(AccessibleAttribute.VALUE), 1e-9);
    assertEquals(
        Orientation.VERTICAL, edge().queryAccessibleAttribute(AccessibleAttribute.ORIENTATION));
    fx(() -> edge().executeAccessibleAction(AccessibleAction.SET_VALUE, 20.0));
    assertEquals(0.2, canvas.edge().get(), 1e-9);
    // The arrows across it still move the picture.
    fx(canvas::actualSize);
    fx(() -> edge().fireEvent(keyEvent(KeyEvent.KEY_PRESSED, KeyCode.LEFT)));
    assertEquals(RED, pixel(230, 150));
  }

  @Test
  void sideBySideBothZoomAboutThePointerTogether() {
    compare(CompareMode.SIDE_BY_SIDE);
    fx(canvas::actualSize);
    // The middle of the left half, and of the right one.
    assertEquals(GREEN, pixel(99, 150));
    assertEquals(RED, pixel(280, 150));
    assertEquals(BLUE, pixel(320, 150));
    fx(() -> wheel(99.5, 150, 0, 80, 0));
    assertEquals(RED, pixel(295, 150));
    assertEquals(BLUE, pixel(305, 150));
  }

  @Test
  void peekingShowsTheOtherPictureWhereThePaintingIs() {
    compare(CompareMode.OFF);
    assertEquals(RED, pixel(150, 150));
    fx(() -> canvas.peeking().set(true));
    assertEquals(GREEN, pixel(150, 150));
    assertTrue(label("#label-other").isVisible());
    assertFalse(label("#label-painting").isVisible());
    fx(() -> canvas.peeking().set(false));
    assertEquals(RED, pixel(150, 150));
    assertFalse(label("#label-other").isVisible());
  }

  @Test
  void bothSidesAreLabelled() {
    compare(CompareMode.WIPE);
    assertTrue(label("#label-other").isVisible() && label("#label-painting").isVisible());
    assertTrue(label("#label-other").getLayoutX() < 200);
    assertTrue(label("#label-painting").getLayoutX() > 200);
    fx(() -> canvas.edge().set(0.02));
    assertFalse(label("#label-other").isVisible(), "there is no room for it");
  }

  @Test
  void theLoupeTellsThePixelUnderThePointer(FxRobot robot) {
    show(halves(200, 200));
    fx(canvas::actualSize);
    fx(() -> canvas.magnifying().set(true));
    robot.moveTo(canvas.node(), Pos.TOP_LEFT, new Point2D(150, 100), Motion.DIRECT);
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(canvas.node().lookup("#loupe").isVisible());
    assertEquals("#ff0000", label("#loupe-hex").getText());
    assertEquals("255  0  0", label("#loupe-rgb").getText());
    assertEquals("x 50   y 50", label("#loupe-place").getText());
    robot.moveTo(canvas.node(), Pos.TOP_LEFT, new Point2D(350, 100), Motion.DIRECT);
    WaitForAsyncUtils.waitForFxEvents();
    assertFalse(canvas.node().lookup("#loupe").isVisible(), "beside the picture is no pixel");
  }

  @Test
  void theLoupeCountsTheCanvasPixelsOnBothSides(FxRobot robot) {
    compare(CompareMode.WIPE);
    fx(canvas::actualSize);
    fx(() -> canvas.magnifying().set(true));
    robot.moveTo(canvas.node(), Pos.TOP_LEFT, new Point2D(150, 100), Motion.DIRECT);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals("#00ff00", label("#loupe-hex").getText());
    assertEquals("x 50   y 50", label("#loupe-place").getText());
  }

  @Test
  void newPixelsOfTheSameSizeAreSeenEvenWhereTheyComeIntoViewLater() {
    int[] first = new int[1024 * 1024];
    Arrays.fill(first, RED);
    show(CanvasPicture.of(new Size(1024, 1024), first, new Size(1024, 1024)));
    fx(canvas::actualSize);
    int[] second = new int[1024 * 1024];
    Arrays.fill(second, BLUE);
    show(CanvasPicture.of(new Size(1024, 1024), second, new Size(1024, 1024)));
    assertEquals(BLUE, pixel(200, 150));
    drag(canvas.node(), MouseButton.PRIMARY, 390, 200);
    assertEquals(BLUE, pixel(390, 150));
  }

  private void compare(CompareMode mode) {
    show(halves(200, 200));
    int[] green = new int[100 * 100];
    Arrays.fill(green, GREEN);
    fx(
        () -> {
          canvas.paintingLabel().set("Painting");
          canvas.otherLabel().set("Photo");
          canvas.mode().set(mode);
          canvas.showOther(CanvasPicture.of(new Size(100, 100), green, new Size(100, 100)));
        });
  }

  private static CanvasPicture halves(int width, int height) {
    return halves(width, height, new Size(width, height));
  }

  /// The left half red, the right one blue.
  private static CanvasPicture halves(int width, int height, Size shownAs) {
    int[] argb = new int[width * height];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = i % width < width / 2 ? RED : BLUE;
    }
    return CanvasPicture.of(new Size(width, height), argb, shownAs);
  }

  private void show(CanvasPicture picture) {
    fx(() -> canvas.show(picture));
  }

  private Node edge() {
    return canvas.node().lookup("#wipe-edge");
  }

  private Label label(String id) {
    return (Label) canvas.node().lookup(id);
  }

  /// A row of the view.
  private String across() {
    StringBuilder row = new StringBuilder();
    for (int x = 0; x < 400; x += 5) {
      row.append(pixel(x, 150) == RED ? 'r' : pixel(x, 150) == BLUE ? 'b' : '.');
    }
    return row.toString();
  }

  private int pixel(int x, int y) {
    return fx(
        () -> {
          PixelReader reader = canvas.node().snapshot(null, null).getPixelReader();
          return reader.getArgb(x, y);
        });
  }

  private void wheel(double x, double y, double deltaX, double deltaY, int fingers) {
    Event.fireEvent(
        canvas.node(),
        new ScrollEvent(
            ScrollEvent.SCROLL,
            x,
            y,
            x,
            y,
            false,
            false,
            false,
            false,
            false,
            false,
            deltaX,
            deltaY,
            deltaX,
            deltaY,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            fingers,
            null));
  }

  /// Headless, the robot's drags come without a button.
  private void drag(Node target, MouseButton button, double fromX, double toX) {
    fx(
        () -> {
          mouse(target, MouseEvent.MOUSE_PRESSED, fromX, 150, button, 1);
          mouse(target, MouseEvent.MOUSE_DRAGGED, (fromX + toX) / 2, 150, button, 1);
          mouse(target, MouseEvent.MOUSE_DRAGGED, toX, 150, button, 1);
          mouse(target, MouseEvent.MOUSE_RELEASED, toX, 150, button, 1);
        });
  }

  private void mouse(
      Node target, EventType<MouseEvent> type, double x, double y, MouseButton button, int clicks) {
    Event.fireEvent(
        target,
        new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                button,
                clicks,
                false,
                false,
                false,
                false,
                button == MouseButton.PRIMARY,
                button == MouseButton.MIDDLE,
                false,
                false,
                false,
                true,
                null)
            .copyFor(target, target));
  }

  private void key(KeyCode code) {
    canvas.node().fireEvent(keyEvent(KeyEvent.KEY_PRESSED, code));
  }

  private static KeyEvent keyEvent(EventType<KeyEvent> type, KeyCode code) {
    return new KeyEvent(type, "", "", code, false, false, false, false);
  }

  private static void fx(Runnable work) {
    fx(
        () -> {
          work.run();
          return 0;
        });
  }

  private static <T> T fx(Callable<T> work) {
    try {
      return WaitForAsyncUtils.asyncFx(work).get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
