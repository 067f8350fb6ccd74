package studio.pastiche.ui;

import java.io.IOException;
import java.nio.file.Path;
import studio.pastiche.file.UserFolders;
import studio.pastiche.session.RecipeJson;
import studio.pastiche.session.SessionFolder;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.ui.dialog.DialogService;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.settings.StudioSettings;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.task.EngineRoom;
import studio.pastiche.ui.task.LongTasks;
import studio.pastiche.ui.text.Texts;

/// What the rooms of one studio share. Only what composes the studio holds it; each part is handed
/// no more of it than it needs.
///
/// @param engines computes
/// @param dialogs answers what the window must ask
/// @param settings what the artist has chosen
/// @param folders of the studio's own
/// @param recipes writes and reads the recipes inside pictures
/// @param background slow work
/// @param screen makes pictures ready for the screen; apart, so that a slow file holds up no frame
/// @param tasks work that takes long, with its progress in the foot
/// @param store keeps the snapshots
record Workplace(
    EngineRoom engines,
    DialogService dialogs,
    Texts texts,
    StudioSettings settings,
    UserFolders folders,
    RecipeJson recipes,
    Background background,
    Background screen,
    LongTasks tasks,
    SnapshotStore store,
    Painting painting,
    Notices notices) {

  /// @throws IOException where the folder for snapshots can't be made
  static Workplace of(
      EngineRoom engines,
      DialogService dialogs,
      Texts texts,
      StudioSettings settings,
      UserFolders folders,
      RecipeJson recipes)
      throws IOException {
    SnapshotStore store = new SnapshotStore(SessionFolder.create(sessions(folders)));
    return new Workplace(
        engines,
        dialogs,
        texts,
        settings,
        folders,
        recipes,
        new Background(),
        new Background(),
        new LongTasks(),
        store,
        new Painting(engines, store),
        new Notices(texts));
  }

  /// The folder of this session's folder and of those that others have left.
  Path sessions() {
    return sessions(folders);
  }

  private static Path sessions(UserFolders folders) {
    return folders.data().resolve("autosave");
  }
}
