package studio.pastiche.ui;

import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import studio.pastiche.ui.action.ActionGroup;
import studio.pastiche.ui.action.Actions;
import studio.pastiche.ui.action.Keys;
import studio.pastiche.ui.action.StudioAction;
import studio.pastiche.ui.filmstrip.FilmstripView;
import studio.pastiche.ui.layers.LayersView;

/// What the artist can do with what was painted before.
final class HistoryActions {
  final StudioAction chart;
  final StudioAction layers;

  HistoryActions(Actions registry, FilmstripView strip, LayersView view) {
    chart =
        registry.add(
            StudioAction.toggle(
                    "action.loss-chart",
                    ActionGroup.VIEW,
                    MaterialDesignC.CHART_LINE,
                    strip.chartShown())
                .withKeys(Keys.shiftShortcut(KeyCode.L)));
    layers =
        registry.add(
            StudioAction.toggle(
                    "action.show-layer",
                    ActionGroup.VIEW,
                    MaterialDesignL.LAYERS_OUTLINE,
                    view.open())
                .withKeys(Keys.shortcut(KeyCode.L)));
  }
}
