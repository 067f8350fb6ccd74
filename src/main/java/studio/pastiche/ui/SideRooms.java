package studio.pastiche.ui;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import studio.pastiche.file.UserFolders;
import studio.pastiche.ui.about.AboutView;
import studio.pastiche.ui.about.LegalTexts;
import studio.pastiche.ui.action.Actions;
import studio.pastiche.ui.action.CommandPalette;
import studio.pastiche.ui.action.ShortcutList;
import studio.pastiche.ui.log.LogView;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.settings.SettingsView;
import studio.pastiche.ui.settings.StorageView;
import studio.pastiche.ui.settings.StudioSettings;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.text.Texts;
import studio.pastiche.ui.theme.Themes;
import studio.pastiche.ui.window.SideWindow;

/// What opens beside the painting: settings, the list of shortcuts, the log, and the command
/// palette over the window; with the actions that open them.
final class SideRooms {
  private final Scene scene;
  private final Themes themes;
  private final Texts texts;
  private final CommandPalette palette;
  private final AppActions actions;

  SideRooms(
      Scene scene,
      Actions registry,
      StudioSettings settings,
      UserFolders folders,
      Consumer<Path> shower,
      Background background,
      Notices notices,
      Themes themes,
      Texts texts) {
    this.scene = scene;
    this.themes = themes;
    this.texts = texts;
    palette =
        new CommandPalette(registry, settings.recentActions()::get, settings::tookAction, texts);
    StorageView storage = new StorageView(folders, shower, background, notices, texts);
    SideWindow choices =
        window("settings.title", 560, 640, () -> new SettingsView(settings, storage, texts).node());
    SideWindow shortcuts =
        window("shortcuts.title", 480, 600, () -> new ShortcutList(registry, texts).node());
    LogView log = new LogView(folders.log(), shower, background, notices, texts);
    SideWindow logWindow = window("log.title", 900, 560, log::node);
    SideWindow about =
        window(
            "about.title",
            1000,
            560,
            () -> new AboutView(new LegalTexts(), installedTexts(), shower, texts).node());
    AppActions.Rooms rooms =
        new AppActions.Rooms(
            () -> {
              storage.measure();
              choices.show();
            },
            palette::toggle,
            shortcuts::show,
            () -> {
              log.refresh();
              logWindow.show();
            },
            about::show,
            this::quit);
    actions = new AppActions(registry, rooms, settings, themes);
  }

  /// The folder with the libraries' licences; the installed launchers name it.
  private static @Nullable Path installedTexts() {
    String folder = System.getProperty("pastiche.legal");
    return folder == null ? null : Path.of(folder);
  }

  /// The command palette, to lie over everything.
  Node palette() {
    return palette.node();
  }

  AppActions actions() {
    return actions;
  }

  private SideWindow window(
      String titleKey, double width, double height, Supplier<Parent> content) {
    return new SideWindow(
        scene, new SideWindow.Spec(titleKey, width, height, content), themes, texts);
  }

  /// As by the window's own button.
  private void quit() {
    Window window = scene.getWindow();
    WindowEvent asked = new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST);
    Event.fireEvent(window, asked);
  }
}
