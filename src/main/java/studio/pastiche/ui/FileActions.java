package studio.pastiche.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import studio.pastiche.ui.action.ActionGroup;
import studio.pastiche.ui.action.Actions;
import studio.pastiche.ui.action.Keys;
import studio.pastiche.ui.action.StudioAction;
import studio.pastiche.ui.inputs.InputLoader;
import studio.pastiche.ui.inputs.InputsView;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.saving.Saving;

/// How pictures come in and go out.
final class FileActions {
  final StudioAction openContent;
  final StudioAction addStyle;
  final StudioAction save;
  final StudioAction paste;

  FileActions(
      Actions registry, Painting painting, Saving saving, InputsView inputs, InputLoader loader) {
    BooleanBinding idle =
        Bindings.createBooleanBinding(() -> !painting.phase().get().busy(), painting.phase());
    openContent =
        registry.add(
            StudioAction.of(
                    "action.open-content",
                    ActionGroup.FILE,
                    MaterialDesignF.FOLDER_OUTLINE,
                    inputs::browseContent)
                .withKeys(Keys.shortcut(KeyCode.I))
                .when(idle, "why.stop-first"));
    addStyle =
        registry.add(
            StudioAction.of(
                    "action.add-style",
                    ActionGroup.FILE,
                    MaterialDesignP.PALETTE_OUTLINE,
                    inputs::browseStyle)
                .withKeys(Keys.shiftShortcut(KeyCode.I))
                .when(idle, "why.stop-first"));
    save =
        registry.add(
            StudioAction.of(
                    "action.save", ActionGroup.FILE, MaterialDesignI.IMAGE_MOVE, saving::saveShown)
                .withKeys(Keys.shortcut(KeyCode.E))
                .when(saving.possible(), "why.nothing-painted"));
    registry.add(
        StudioAction.of(
                "action.save-all",
                ActionGroup.FILE,
                MaterialDesignI.IMAGE_MULTIPLE_OUTLINE,
                saving::saveAll)
            .when(saving.anyPossible(), "why.nothing-painted"));
    paste =
        registry.add(
            StudioAction.of(
                    "action.paste", ActionGroup.EDIT, MaterialDesignC.CONTENT_PASTE, loader::paste)
                .withKeys(Keys.shared(KeyCode.V))
                .when(idle, "why.stop-first"));
  }
}
