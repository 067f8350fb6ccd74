package studio.pastiche.ui;

import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import studio.pastiche.ui.action.ActionGroup;
import studio.pastiche.ui.action.Actions;
import studio.pastiche.ui.action.Keys;
import studio.pastiche.ui.action.StudioAction;
import studio.pastiche.ui.settings.StudioSettings;
import studio.pastiche.ui.theme.Theme;
import studio.pastiche.ui.theme.Themes;

/// What the artist can do with the studio itself.
final class AppActions {
  final StudioAction settings;
  final StudioAction palette;
  final StudioAction shortcuts;

  /// What opens when it is asked for.
  ///
  /// @param settings the settings' window
  /// @param palette the command palette
  /// @param shortcuts the list of shortcuts
  /// @param log what went on
  /// @param about the version and the licences
  /// @param quit ends the studio, after asking where something would be lost
  record Rooms(
      Runnable settings,
      Runnable palette,
      Runnable shortcuts,
      Runnable log,
      Runnable about,
      Runnable quit) {}

  AppActions(Actions registry, Rooms rooms, StudioSettings choices, Themes themes) {
    settings =
        registry.add(
            StudioAction.of(
                    "action.settings",
                    ActionGroup.EDIT,
                    MaterialDesignC.COG_OUTLINE,
                    rooms.settings())
                .withKeys(Keys.shortcut(KeyCode.COMMA)));
    registry.add(
        StudioAction.of(
            "action.switch-looks",
            ActionGroup.VIEW,
            MaterialDesignT.THEME_LIGHT_DARK,
            () -> choices.theme().set(themes.dark() ? Theme.LIGHT : Theme.DARK)));
    palette =
        registry.add(
            StudioAction.of(
                    "action.palette", ActionGroup.HELP, MaterialDesignM.MAGNIFY, rooms.palette())
                .withKeys(Keys.shortcut(KeyCode.K)));
    shortcuts =
        registry.add(
            StudioAction.of(
                    "action.shortcuts",
                    ActionGroup.HELP,
                    MaterialDesignK.KEYBOARD_OUTLINE,
                    rooms.shortcuts())
                .withKeys(Keys.plain(KeyCode.F1), Keys.typed("?")));
    registry.add(
        StudioAction.of(
            "action.log", ActionGroup.HELP, MaterialDesignF.FILE_DOCUMENT_OUTLINE, rooms.log()));
    registry.add(
        StudioAction.of(
            "action.about", ActionGroup.HELP, MaterialDesignI.INFORMATION_OUTLINE, rooms.about()));
    registry.add(
        StudioAction.of("action.quit", ActionGroup.FILE, MaterialDesignP.POWER, rooms.quit())
            .withKeys(Keys.shortcut(KeyCode.Q)));
  }
}
