package studio.pastiche.ui;

import java.io.IOException;
import java.util.Locale;
import javafx.application.Application;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Engine;
import studio.pastiche.file.UserFolders;
import studio.pastiche.session.RecipeJson;
import studio.pastiche.ui.attention.SystemMessages;
import studio.pastiche.ui.attention.WindowAttention;
import studio.pastiche.ui.crash.StartFailure;
import studio.pastiche.ui.crash.StartFailureDialog;
import studio.pastiche.ui.dialog.FxDialogs;
import studio.pastiche.ui.document.FxDocumentDialogs;
import studio.pastiche.ui.networks.NetworkAccess;
import studio.pastiche.ui.settings.SettingsFile;
import studio.pastiche.ui.settings.StudioSettings;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.task.Crashes;
import studio.pastiche.ui.task.EngineRoom;
import studio.pastiche.ui.task.SingleInstance;
import studio.pastiche.ui.text.Texts;

/// The studio as JavaFX starts it.
public final class StudioApp extends Application {
  private static final int[] ICON_SIZES = {16, 32, 64, 128, 256};

  private final Background background = new Background();
  private final Crashes crashes = new Crashes();
  private @Nullable Studio studio;
  private @Nullable SingleInstance instance;
  private @Nullable SettingsFile file;

  @Override
  public void start(Stage stage) {
    crashes.watchAllThreads();
    UserFolders folders = UserFolders.ofThisUser();
    StudioSettings settings = new StudioSettings(Locale.getDefault());
    Texts texts = new Texts(settings.language().get());
    try {
      open(stage, folders, settings, texts);
    } catch (IOException | RuntimeException | Error e) {
      crashes.rescueNow();
      StartFailure failure = StartFailure.of(e, folders.log());
      new StartFailureDialog(failure, texts).show();
      throw failure;
    }
  }

  private void open(Stage stage, UserFolders folders, StudioSettings settings, Texts texts)
      throws IOException {
    SettingsFile remembered = new SettingsFile(folders.data());
    remembered.readInto(settings);
    remembered.follow(settings, background);
    file = remembered;
    FxDialogs dialogs =
        new FxDialogs(
            stage,
            texts,
            background,
            getHostServices()::showDocument,
            settings.askBeforeReplacing().value());
    NetworkAccess networks = NetworkAccess.ofThisUser(System::getenv);
    WindowAttention attention = new WindowAttention(SystemMessages.ofThisSystem());
    Studio opened =
        new Studio(
            new EngineRoom(networks.networks(), Engine.FREE_MEMORY),
            networks,
            dialogs,
            new FxDocumentDialogs(stage, dialogs, texts),
            attention,
            crashes,
            texts,
            settings,
            folders,
            new RecipeJson());
    studio = opened;
    attention.entitle(stage, opened.documents().title());
    for (int size : ICON_SIZES) {
      var icon = StudioApp.class.getResource("/studio/pastiche/icon/pastiche-" + size + ".png");
      if (icon != null) {
        stage.getIcons().add(new Image(icon.toExternalForm()));
      }
    }
    opened.show(stage);
    instance =
        SingleInstance.claim(
                folders.data(),
                files -> {
                  stage.setIconified(false);
                  stage.toFront();
                  stage.requestFocus();
                  opened.open(files);
                })
            .orElse(null);
    opened.open(StudioLauncher.files(getParameters().getRaw()));
  }

  @Override
  public void stop() {
    if (instance != null) {
      instance.close();
    }
    if (studio != null) {
      studio.close();
    }
    background.close();
    if (file != null) {
      file.finish();
    }
  }
}
