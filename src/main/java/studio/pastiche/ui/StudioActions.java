package studio.pastiche.ui;

import static javafx.scene.input.KeyCode.DIGIT0;
import static javafx.scene.input.KeyCode.DIGIT1;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.EQUALS;
import static javafx.scene.input.KeyCode.MINUS;
import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import studio.pastiche.ui.action.Actions;
import studio.pastiche.ui.action.StudioAction;
import studio.pastiche.ui.canvas.CanvasView;
import studio.pastiche.ui.inputs.InputLoader;
import studio.pastiche.ui.inputs.InputsView;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.painting.Phase;

/// Everything the artist can do, wired to what does it.
final class StudioActions {
  private final Actions registry;
  final StudioAction paint;
  final StudioAction pause;
  final StudioAction resume;
  final StudioAction stop;
  final StudioAction save;
  final StudioAction keep;
  final StudioAction live;
  final StudioAction openContent;
  final StudioAction addStyle;
  final StudioAction paste;
  final StudioAction fit;
  final StudioAction actualSize;
  final StudioAction zoomIn;
  final StudioAction zoomOut;

  StudioActions(
      Actions registry,
      Painting painting,
      CanvasView canvas,
      Showing showing,
      Saving saving,
      InputsView inputs,
      InputLoader loader) {
    this.registry = registry;
    ObservableBooleanValue filled = canvas.filled();
    BooleanBinding idle = Bindings.createBooleanBinding(() -> !busy(painting), painting.phase());
    BooleanBinding painted = phaseIs(painting, Phase.STARTING, Phase.PAINTING);
    paint =
        add(
            "action.paint",
            MaterialDesignB.BRUSH,
            shortcut(ENTER),
            painting.canPaint(),
            () -> {
              showing.backToLive();
              painting.paint();
            });
    pause =
        add("action.pause", MaterialDesignP.PAUSE, shortcut(KeyCode.P), painted, painting::pause);
    resume =
        add(
            "action.resume",
            MaterialDesignP.PLAY,
            new KeyCodeCombination(KeyCode.P, SHORTCUT_DOWN, SHIFT_DOWN),
            phaseIs(painting, Phase.PAUSED),
            painting::resume);
    stop =
        add(
            "action.stop",
            MaterialDesignS.STOP,
            shortcut(KeyCode.PERIOD),
            phaseIs(painting, Phase.STARTING, Phase.PAINTING, Phase.PAUSED),
            painting::stop);
    save =
        add(
            "action.save",
            MaterialDesignC.CONTENT_SAVE_OUTLINE,
            shortcut(KeyCode.S),
            saving.possible(),
            saving::saveShown);
    keep =
        add(
            "action.keep",
            MaterialDesignC.CAMERA_OUTLINE,
            shortcut(KeyCode.D),
            phaseIs(painting, Phase.PAINTING),
            () -> painting.keep(_ -> {}));
    live =
        add(
            "action.live",
            MaterialDesignP.PLAY_CIRCLE_OUTLINE,
            new KeyCodeCombination(KeyCode.ESCAPE),
            showing.chosen(),
            showing::backToLive);
    openContent =
        add(
            "action.open-content",
            MaterialDesignF.FOLDER_OUTLINE,
            shortcut(KeyCode.O),
            idle,
            inputs::browseContent);
    addStyle =
        add(
            "action.add-style",
            MaterialDesignP.PALETTE_OUTLINE,
            new KeyCodeCombination(KeyCode.O, SHORTCUT_DOWN, SHIFT_DOWN),
            idle,
            inputs::browseStyle);
    paste =
        add(
            "action.paste",
            MaterialDesignC.CONTENT_PASTE,
            shortcut(KeyCode.V),
            idle,
            loader::paste);
    fit =
        add(
            "action.fit",
            MaterialDesignF.FIT_TO_PAGE_OUTLINE,
            shortcut(DIGIT0),
            filled,
            canvas::fit);
    actualSize =
        add(
            "action.actual-size",
            MaterialDesignN.NUMERIC_1_BOX_OUTLINE,
            shortcut(DIGIT1),
            filled,
            canvas::actualSize);
    zoomIn =
        add(
            "action.zoom-in",
            MaterialDesignM.MAGNIFY_PLUS_OUTLINE,
            shortcut(EQUALS),
            filled,
            canvas::zoomIn);
    zoomOut =
        add(
            "action.zoom-out",
            MaterialDesignM.MAGNIFY_MINUS_OUTLINE,
            shortcut(MINUS),
            filled,
            canvas::zoomOut);
  }

  Actions registry() {
    return registry;
  }

  private StudioAction add(
      String key,
      Ikon icon,
      @Nullable KeyCombination keys,
      ObservableBooleanValue possible,
      Runnable does) {
    return registry.add(new StudioAction(key, icon, keys, possible, does));
  }

  private static KeyCombination shortcut(KeyCode code) {
    return new KeyCodeCombination(code, SHORTCUT_DOWN);
  }

  private static boolean busy(Painting painting) {
    return painting.phase().get().busy();
  }

  private static BooleanBinding phaseIs(Painting painting, Phase... any) {
    Set<Phase> wanted = Set.of(any);
    return Bindings.createBooleanBinding(
        () -> wanted.contains(painting.phase().get()), painting.phase());
  }
}
