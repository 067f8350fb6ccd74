package studio.pastiche.ui;

import java.io.IOException;
import java.util.Locale;
import java.util.prefs.Preferences;
import javafx.application.Application;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import studio.pastiche.file.UserFolders;
import studio.pastiche.session.RecipeJson;
import studio.pastiche.ui.dialog.FxDialogs;
import studio.pastiche.ui.text.Texts;

/// The studio as JavaFX starts it.
public final class StudioApp extends Application {
  private static final int[] ICON_SIZES = {16, 32, 64, 128, 256};

  private @Nullable Studio studio;

  @Override
  public void start(Stage stage) throws IOException {
    Memory memory = new Memory(Preferences.userNodeForPackage(StudioApp.class));
    Texts texts = new Texts(memory.language(Locale.getDefault()));
    Studio opened =
        new Studio(
            new FxDialogs(stage, texts), texts, new RecipeJson()::write, UserFolders.ofThisUser());
    studio = opened;
    opened.themes().theme().set(memory.theme());
    memory.follow(texts, opened.themes());
    stage.titleProperty().bind(texts.bound("app.name"));
    for (int size : ICON_SIZES) {
      var icon = StudioApp.class.getResource("/studio/pastiche/icon/pastiche-" + size + ".png");
      if (icon != null) {
        stage.getIcons().add(new Image(icon.toExternalForm()));
      }
    }
    opened.show(stage);
  }

  @Override
  public void stop() {
    if (studio != null) {
      studio.close();
    }
  }
}
