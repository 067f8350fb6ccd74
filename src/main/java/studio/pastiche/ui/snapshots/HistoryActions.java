package studio.pastiche.ui.snapshots;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import studio.pastiche.ui.action.ActionGroup;
import studio.pastiche.ui.action.Actions;
import studio.pastiche.ui.action.Keys;
import studio.pastiche.ui.action.StudioAction;
import studio.pastiche.ui.filmstrip.FilmstripView;
import studio.pastiche.ui.layers.LayersView;
import studio.pastiche.ui.painting.Painting;

/// What the artist can do with what was painted before.
final class HistoryActions {
  final StudioAction chart;
  final StudioAction layers;
  private final Actions registry;
  private final BooleanBinding chosen;
  private final StudioAction copy;
  private final StudioAction continueFrom;
  private final StudioAction pin;
  private final StudioAction delete;
  private final StudioAction timeLapse;

  /// @param film opens the window that makes a film
  HistoryActions(
      Actions registry,
      Painting painting,
      FilmstripView strip,
      SnapshotDeeds deeds,
      LayersView view,
      Runnable film) {
    this.registry = registry;
    chosen = Bindings.isNotNull(strip.selection().selectedItemProperty());
    copy =
        ofSnapshot(
            "action.copy", MaterialDesignC.CONTENT_COPY, Keys.shared(KeyCode.C), deeds::copy);
    continueFrom =
        ofSnapshot(
            "action.continue-from",
            MaterialDesignS.SOURCE_BRANCH,
            Keys.shiftShortcut(KeyCode.B),
            deeds::continueFrom);
    pin =
        ofSnapshot(
            "action.pin", MaterialDesignP.PIN_OUTLINE, Keys.shiftShortcut(KeyCode.D), deeds::pin);
    delete =
        ofSnapshot(
            "action.delete",
            MaterialDesignD.DELETE_OUTLINE,
            new Keys.Held(new KeyCodeCombination(KeyCode.DELETE), true),
            deeds::delete);
    timeLapse =
        registry.add(
            StudioAction.of(
                    "action.time-lapse",
                    ActionGroup.SNAPSHOT,
                    MaterialDesignM.MOVIE_OPEN_OUTLINE,
                    film)
                .withKeys(Keys.shiftShortcut(KeyCode.E))
                .when(Bindings.isNotEmpty(painting.snapshots()), "why.nothing-painted"));
    layers =
        registry.add(
            StudioAction.toggle(
                    "action.show-layer",
                    ActionGroup.VIEW,
                    MaterialDesignL.LAYERS_OUTLINE,
                    view.open())
                .withKeys(Keys.shortcut(KeyCode.L)));
    chart =
        registry.add(
            StudioAction.toggle(
                    "action.loss-chart",
                    ActionGroup.VIEW,
                    MaterialDesignC.CHART_LINE,
                    strip.chartShown())
                .withKeys(Keys.shiftShortcut(KeyCode.L)));
  }

  /// The menu of a snapshot in the strip.
  ///
  /// @param save saves what is shown
  /// @param compare compares with the snapshot that is shown
  List<StudioAction> menu(StudioAction save, StudioAction compare) {
    return List.of(save, copy, compare, continueFrom, pin, layers, timeLapse, delete);
  }

  private StudioAction ofSnapshot(String key, Ikon icon, Keys keys, Runnable does) {
    return registry.add(
        StudioAction.of(key, ActionGroup.SNAPSHOT, icon, does)
            .withKeys(keys)
            .when(chosen, "why.no-snapshot-chosen"));
  }
}
