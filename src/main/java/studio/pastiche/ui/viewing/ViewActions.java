package studio.pastiche.ui.viewing;

import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import studio.pastiche.ui.action.ActionGroup;
import studio.pastiche.ui.action.Actions;
import studio.pastiche.ui.action.Keys;
import studio.pastiche.ui.action.StudioAction;
import studio.pastiche.ui.canvas.CanvasView;

/// What the canvas shows, and how large.
public final class ViewActions {
  final StudioAction live;
  final StudioAction fit;
  final StudioAction actualSize;
  final StudioAction zoomIn;
  final StudioAction zoomOut;
  private final Actions registry;
  private final CanvasView canvas;

  public ViewActions(Actions registry, Viewing viewing) {
    this.registry = registry;
    canvas = viewing.canvas();
    Showing showing = viewing.showing();
    live =
        registry.add(
            StudioAction.of(
                    "action.live",
                    ActionGroup.VIEW,
                    MaterialDesignP.PLAY_CIRCLE_OUTLINE,
                    showing::backToLive)
                .withKeys(Keys.plain(KeyCode.ESCAPE))
                .when(showing.chosen(), "why.follows-already"));
    fit =
        zoom(
            "action.fit",
            MaterialDesignF.FIT_TO_PAGE_OUTLINE,
            canvas::fit,
            Keys.shortcut(KeyCode.DIGIT0),
            Keys.shortcut(KeyCode.NUMPAD0));
    actualSize =
        zoom(
            "action.actual-size",
            MaterialDesignN.NUMERIC_1_BOX_OUTLINE,
            canvas::actualSize,
            Keys.shortcut(KeyCode.DIGIT1),
            Keys.shortcut(KeyCode.NUMPAD1));
    zoomIn =
        zoom(
            "action.zoom-in",
            MaterialDesignM.MAGNIFY_PLUS_OUTLINE,
            canvas::zoomIn,
            Keys.shortcut(KeyCode.EQUALS),
            Keys.shortcut(KeyCode.PLUS),
            Keys.shortcut(KeyCode.ADD));
    zoomOut =
        zoom(
            "action.zoom-out",
            MaterialDesignM.MAGNIFY_MINUS_OUTLINE,
            canvas::zoomOut,
            Keys.shortcut(KeyCode.MINUS),
            Keys.shortcut(KeyCode.SUBTRACT));
  }

  Actions registry() {
    return registry;
  }

  private StudioAction zoom(String key, Ikon icon, Runnable does, Keys... keys) {
    return registry.add(
        StudioAction.of(key, ActionGroup.VIEW, icon, does)
            .withKeys(keys)
            .when(canvas.filled(), "why.no-picture"));
  }
}
