package studio.pastiche.ui;

import java.io.IOException;
import java.util.Locale;
import javafx.application.Application;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import studio.pastiche.file.UserFolders;
import studio.pastiche.session.RecipeJson;
import studio.pastiche.ui.dialog.FxDialogs;
import studio.pastiche.ui.settings.SettingsFile;
import studio.pastiche.ui.settings.StudioSettings;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.text.Texts;

/// The studio as JavaFX starts it.
public final class StudioApp extends Application {
  private static final int[] ICON_SIZES = {16, 32, 64, 128, 256};

  private final Background background = new Background();
  private @Nullable Studio studio;
  private @Nullable SettingsFile file;

  @Override
  public void start(Stage stage) throws IOException {
    UserFolders folders = UserFolders.ofThisUser();
    StudioSettings settings = new StudioSettings(Locale.getDefault());
    SettingsFile remembered = new SettingsFile(folders.data());
    remembered.readInto(settings);
    remembered.follow(settings, background);
    file = remembered;
    Texts texts = new Texts(settings.language().get());
    FxDialogs dialogs =
        new FxDialogs(
            stage, texts, getHostServices()::showDocument, settings.askBeforeReplacing().value());
    Studio opened = new Studio(dialogs, texts, settings, folders, new RecipeJson());
    studio = opened;
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
    background.close();
    if (file != null) {
      file.finish();
    }
  }
}
