package studio.pastiche.ui;

import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import studio.pastiche.ui.action.ActionGroup;
import studio.pastiche.ui.action.Actions;
import studio.pastiche.ui.action.Keys;
import studio.pastiche.ui.action.StudioAction;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.painting.Phase;
import studio.pastiche.ui.viewing.Viewing;

/// What the artist can do with the painting itself.
final class PaintingActions {
  final StudioAction paint;
  final StudioAction pause;
  final StudioAction resume;
  final StudioAction stop;
  final StudioAction keep;
  private final Painting painting;

  PaintingActions(Actions registry, Painting painting, Viewing viewing) {
    this.painting = painting;
    paint =
        registry.add(
            StudioAction.of(
                    "action.paint",
                    ActionGroup.PAINTING,
                    MaterialDesignB.BRUSH,
                    () -> {
                      viewing.backToLive();
                      painting.paint();
                    })
                .withKeys(Keys.shortcut(KeyCode.ENTER))
                .when(painting.canPaint(), paintNeeds()));
    pause =
        registry.add(
            StudioAction.of(
                    "action.pause", ActionGroup.PAINTING, MaterialDesignP.PAUSE, painting::pause)
                .withKeys(Keys.shortcut(KeyCode.P))
                .when(phaseIs(Phase.STARTING, Phase.PAINTING), "why.while-painting"));
    resume =
        registry.add(
            StudioAction.of(
                    "action.resume", ActionGroup.PAINTING, MaterialDesignP.PLAY, painting::resume)
                .withKeys(Keys.shiftShortcut(KeyCode.P))
                .when(phaseIs(Phase.PAUSED), "why.while-paused"));
    stop =
        registry.add(
            StudioAction.of(
                    "action.stop", ActionGroup.PAINTING, MaterialDesignS.STOP, painting::stop)
                .withKeys(Keys.shortcut(KeyCode.PERIOD))
                .when(phaseIs(Phase.STARTING, Phase.PAINTING, Phase.PAUSED), "why.while-painting"));
    keep =
        registry.add(
            StudioAction.of(
                    "action.keep",
                    ActionGroup.PAINTING,
                    MaterialDesignC.CAMERA_OUTLINE,
                    () -> painting.keep(_ -> {}))
                .withKeys(Keys.shortcut(KeyCode.D))
                .when(phaseIs(Phase.PAINTING), "why.while-painting"));
  }

  private StringBinding paintNeeds() {
    return Bindings.createStringBinding(
        () -> {
          if (painting.content().get() == null) {
            return "foot.need-content";
          }
          return painting.styles().isEmpty() ? "foot.need-style" : "why.stop-first";
        },
        painting.content(),
        painting.styles());
  }

  private BooleanBinding phaseIs(Phase... any) {
    Set<Phase> wanted = Set.of(any);
    return Bindings.createBooleanBinding(
        () -> wanted.contains(painting.phase().get()), painting.phase());
  }
}
