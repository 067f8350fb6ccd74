package studio.pastiche.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/// Dresses every window of the studio alike, and follows the system where the artist has not
/// chosen.
public final class Themes {
  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

  /// AtlantaFX's own, in pixels.
  private static final double FONT_SIZE = 14;

  private static final double ICON_SIZE = 18;

  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);
  private final ObjectProperty<Motion> motion = new SimpleObjectProperty<>(Motion.SYSTEM);
  private final IntegerProperty fontPercent = new SimpleIntegerProperty(100);
  private final BooleanBinding still =
      Bindings.createBooleanBinding(
          this::isStill, motion, Platform.getPreferences().reducedMotionProperty());
  private final DoubleBinding scale = fontPercent.divide(100.0);
  private final List<Scene> scenes = new ArrayList<>();

  /// @param scene the main window's
  public Themes(Scene scene) {
    theme.addListener((_, _, _) -> dress());
    fontPercent.addListener((_, _, _) -> scenes.forEach(this::style));
    Platform.getPreferences().colorSchemeProperty().addListener((_, _, _) -> dress());
    dressToo(scene);
  }

  /// Dresses another window's scene from now on.
  public void dressToo(Scene scene) {
    scenes.add(scene);
    style(scene);
    dress();
  }

  public ObjectProperty<Theme> theme() {
    return theme;
  }

  public ObjectProperty<Motion> motion() {
    return motion;
  }

  /// How large letters are, in per cent of the theme's own.
  public IntegerProperty fontPercent() {
    return fontPercent;
  }

  /// What lengths in pixels that depend on letters must be multiplied with.
  public DoubleBinding scale() {
    return scale;
  }

  /// Whether nothing may move by itself: whatever would, has to jump.
  public BooleanBinding still() {
    return still;
  }

  /// Whether the windows are dark now, for whatever reason.
  public boolean dark() {
    return switch (theme.get()) {
      case LIGHT -> false;
      case DARK -> true;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }

  private boolean isStill() {
    return switch (motion.get()) {
      case SYSTEM -> Platform.getPreferences().isReducedMotion();
      case REDUCED -> true;
      case FULL -> false;
    };
  }

  private void dress() {
    String sheet =
        dark()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet();
    Application.setUserAgentStylesheet(sheet);
    scenes.forEach(scene -> scene.getRoot().pseudoClassStateChanged(DARK, dark()));
  }

  /// The letters' size is a sheet of its own, as pop-up windows take over their owner's sheets but
  /// not its style.
  private void style(Scene scene) {
    String size =
        String.format(
            Locale.ROOT,
            ".root { -fx-font-size: %.2fpx; } .top-bar .ikonli-font-icon,"
                + " .menu-item .ikonli-font-icon { -fx-icon-size: %dpx; }",
            FONT_SIZE * scale.get(),
            Math.round(ICON_SIZE * scale.get()));
    scene
        .getStylesheets()
        .setAll(
            sheet("controlsfx-on-atlantafx.css"),
            sheet("studio.css"),
            "data:text/css," + URLEncoder.encode(size, StandardCharsets.UTF_8).replace("+", "%20"));
  }

  private static String sheet(String name) {
    return String.valueOf(Themes.class.getResource("/studio/pastiche/ui/" + name));
  }
}
