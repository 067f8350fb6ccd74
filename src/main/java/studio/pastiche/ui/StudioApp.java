package studio.pastiche.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
  private static final Logger LOG = LoggerFactory.getLogger(StudioApp.class);
  private static final int[] ICON_SIZES = {16, 32, 64, 128, 256};

  private final Background background = new Background();
  private final Crashes crashes = new Crashes();
  private @Nullable Stage stage;
  private @Nullable Studio studio;
  private @Nullable SingleInstance instance;
  private @Nullable SettingsFile file;
  private boolean handedOver;

  /// What is to be opened once there is a studio: this start's files, and those of others at the
  /// same time.
  private final List<Path> early = new ArrayList<>();

  /// Before there is a window: of two starts at once one hands over to the other. A studio that
  /// later starts can't find is a studio all the same.
  @Override
  public void init() throws InterruptedException {
    List<Path> files = StudioLauncher.files(getParameters().getRaw());
    early.addAll(files);
    try {
      instance =
          SingleInstance.claimOrHandOver(UserFolders.ofThisUser().data(), files, this::called)
              .orElse(null);
      handedOver = instance == null;
    } catch (IOException e) {
      LOG.warn("Later starts will not find this studio", e);
    }
  }

  @Override
  public void start(Stage stage) {
    if (handedOver) {
      Platform.exit();
      return;
    }
    crashes.watchAllThreads();
    UserFolders folders = UserFolders.ofThisUser();
    StudioSettings settings = new StudioSettings(Locale.getDefault());
    Texts texts = new Texts(settings.language().get());
    try {
      open(stage, folders.orTemporary(), settings, texts);
      tellOfReadOnly(folders, texts);
    } catch (IOException | RuntimeException | Error e) {
      crashes.rescueNow();
      // a start after this one may do better
      letGo();
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
    this.stage = stage;
    attention.entitle(stage, opened.documents().title());
    for (int size : ICON_SIZES) {
      var icon = StudioApp.class.getResource("/studio/pastiche/icon/pastiche-" + size + ".png");
      if (icon != null) {
        stage.getIcons().add(new Image(icon.toExternalForm()));
      }
    }
    opened.show(stage);
    opened.open(early);
  }

  /// A home that can't be written is no reason not to paint.
  private void tellOfReadOnly(UserFolders own, Texts texts) {
    if (studio != null && !Files.isWritable(own.data())) {
      studio
          .notices()
          .warn(
              texts.get("notice.read-only"),
              texts.get("notice.read-only.why", own.data().toString()));
    }
  }

  /// A later start comes here.
  private void called(List<Path> files) {
    Studio here = studio;
    Stage window = stage;
    if (here == null || window == null) {
      early.addAll(files);
      return;
    }
    window.setIconified(false);
    window.toFront();
    window.requestFocus();
    here.open(files);
  }

  /// Later starts don't come here any more.
  private void letGo() {
    if (instance != null) {
      instance.close();
      instance = null;
    }
  }

  @Override
  public void stop() {
    letGo();
    if (studio != null) {
      studio.close();
    }
    background.close();
    if (file != null) {
      file.finish();
    }
  }
}
