package studio.pastiche.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/// Measures texts against what lies under them, by WCAG 2.1: 4.5 for texts, 3 for large ones and
/// for icons; what is disabled need not stand out (1.4.3, 1.4.11).
final class Contrast {
  private final Node root;
  private final List<String> faint = new ArrayList<>();
  private final List<Painted> under = new ArrayList<>();

  /// Something that covers what was painted before it; its colour is null where it is a picture.
  private record Painted(Region region, Color colour) {}

  Contrast(Parent root) {
    this.root = root;
  }

  /// The texts that stand out too little, with their contrast.
  List<String> faint() {
    paint(root, 1, false);
    return faint;
  }

  /// In the order in which JavaFX paints, so that `under` is what lies under a text.
  private void paint(Node node, double opacity, boolean disabled) {
    if (!node.isVisible()) {
      return;
    }
    double seen = opacity * node.getOpacity();
    boolean off = disabled || node.isDisabled();
    if (node instanceof Region region && region.getBackground() != null) {
      for (BackgroundFill fill : region.getBackground().getFills()) {
        Color colour = colour(fill.getFill());
        under.add(new Painted(region, colour.deriveColor(0, 1, 1, seen)));
      }
    }
    if (node instanceof Text text && !off && !text.getText().isBlank()) {
      measure(text, seen);
    }
    if (node instanceof ImageView || node instanceof Canvas) {
      return;
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> paint(child, seen, off));
    }
  }

  private void measure(Text text, double opacity) {
    Point2D middle =
        text.localToScene(text.getLayoutBounds().getCenterX(), text.getLayoutBounds().getCenterY());
    Color ground = Color.WHITE;
    for (Painted each : under) {
      if (encloses(each.region(), text)
          || each.region().contains(each.region().sceneToLocal(middle))) {
        ground = over(each.colour(), ground);
      }
    }
    Color ink = over(colour(text.getFill()).deriveColor(0, 1, 1, opacity), ground);
    double ratio = ratio(ink, ground);
    boolean icon = text instanceof FontIcon;
    boolean large = text.getFont().getSize() >= 24;
    if (ratio < (icon || large ? 3 : 4.5)) {
      faint.add(
          String.format(
              Locale.ROOT,
              "%.2f %s on %s: %s '%s'",
              ratio,
              ink,
              ground,
              text.getParent().getStyleClass(),
              icon ? "icon" : text.getText()));
    }
  }

  /// What is scrolled out of sight stands on its pane all the same.
  private static boolean encloses(Region region, Text text) {
    for (Node each = text.getParent(); each != null; each = each.getParent()) {
      if (each == region) {
        return true;
      }
    }
    return false;
  }

  private static Color colour(Paint paint) {
    return switch (paint) {
      case Color colour -> colour;
      case LinearGradient gradient ->
          gradient.getStops().stream().findFirst().map(Stop::getColor).orElse(Color.TRANSPARENT);
      default -> Color.TRANSPARENT;
    };
  }

  private static Color over(Color top, Color bottom) {
    return bottom.interpolate(
        new Color(top.getRed(), top.getGreen(), top.getBlue(), 1), top.getOpacity());
  }

  private static double ratio(Color a, Color b) {
    double light = Math.max(luminance(a), luminance(b));
    double dark = Math.min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
