package studio.pastiche.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/// Dresses the window, and follows the system where the artist has not chosen.
public final class Themes {
  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
  private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);
  private final Scene scene;

  public Themes(Scene scene) {
    this.scene = scene;
    scene
        .getStylesheets()
        .addAll(List.of(sheet("controlsfx-on-atlantafx.css"), sheet("studio.css")));
    theme.addListener((_, _, _) -> dress());
    Platform.getPreferences().colorSchemeProperty().addListener((_, _, _) -> dress());
    dress();
  }

  public ObjectProperty<Theme> theme() {
    return theme;
  }

  /// Whether the window is dark now, for whatever reason.
  public boolean dark() {
    return switch (theme.get()) {
      case LIGHT -> false;
      case DARK -> true;
      case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    };
  }

  private void dress() {
    String sheet =
        dark()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet();
    Application.setUserAgentStylesheet(sheet);
    scene.getRoot().pseudoClassStateChanged(DARK, dark());
  }

  private static String sheet(String name) {
    return String.valueOf(Themes.class.getResource("/studio/pastiche/ui/" + name));
  }
}
