package studio.pastiche.ui.viewing;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import studio.pastiche.session.Snapshot;
import studio.pastiche.ui.action.ActionGroup;
import studio.pastiche.ui.action.Actions;
import studio.pastiche.ui.action.Keys;
import studio.pastiche.ui.action.StudioAction;
import studio.pastiche.ui.canvas.CanvasView;
import studio.pastiche.ui.canvas.CompareMode;
import studio.pastiche.ui.filmstrip.FilmstripView;

/// What can be done with the picture on the canvas to see it better: compare it, and look at its
/// pixels.
public final class CanvasActions {
  private static final KeyCode PEEK = KeyCode.Y;

  final StudioAction wipe;
  final StudioAction wipeDown;
  final StudioAction sideBySide;
  final StudioAction peek;
  final StudioAction comparePhoto;
  final StudioAction compareShown;
  final StudioAction loupe;
  private final Actions registry;
  private final CanvasView canvas;
  private final Comparing comparing;

  public CanvasActions(Actions registry, Viewing viewing) {
    this.registry = registry;
    canvas = viewing.canvas();
    comparing = viewing.comparing();
    wipe =
        mode(
            "action.wipe",
            MaterialDesignC.COMPARE_HORIZONTAL,
            Keys.plain(KeyCode.W),
            CompareMode.WIPE);
    wipeDown =
        mode(
            "action.wipe-down",
            MaterialDesignC.COMPARE_VERTICAL,
            Keys.shift(KeyCode.W),
            CompareMode.WIPE_DOWN);
    sideBySide =
        mode(
            "action.side-by-side",
            MaterialDesignV.VIEW_SPLIT_VERTICAL,
            Keys.plain(KeyCode.B),
            CompareMode.SIDE_BY_SIDE);
    peek = peek();
    comparePhoto = comparePhoto();
    compareShown = compareShown(viewing.strip());
    loupe = loupe();
  }

  private StudioAction peek() {
    return add(
        "action.peek",
        MaterialDesignE.EYE_OUTLINE,
        Keys.plain(PEEK),
        comparing.possible(),
        "why.nothing-to-compare",
        () -> canvas.peeking().set(true));
  }

  private StudioAction comparePhoto() {
    return add(
        "action.compare-photo",
        MaterialDesignI.IMAGE_OUTLINE,
        null,
        comparing.possible(),
        "why.nothing-to-compare",
        comparing::compareWithPhoto);
  }

  private StudioAction compareShown(FilmstripView strip) {
    return add(
        "action.compare-shown",
        MaterialDesignA.ARROW_COLLAPSE_LEFT,
        Keys.plain(KeyCode.C),
        Bindings.isNotNull(strip.selection().selectedItemProperty()),
        "why.no-snapshot-chosen",
        () -> {
          if (strip.selected() instanceof Snapshot shown) {
            comparing.compareWith(shown);
          }
        });
  }

  private StudioAction loupe() {
    return registry.add(
        StudioAction.toggle(
                "action.loupe", ActionGroup.VIEW, MaterialDesignE.EYEDROPPER, canvas.magnifying())
            .withKeys(Keys.plain(KeyCode.L))
            .when(canvas.filled(), "why.no-picture"));
  }

  /// Compares with the snapshot that is shown.
  public StudioAction compareShown() {
    return compareShown;
  }

  Actions registry() {
    return registry;
  }

  /// Peeking lasts as long as its key is held; the registry hears only of keys that go down.
  public void install(Scene scene) {
    scene.addEventFilter(
        KeyEvent.KEY_RELEASED,
        event -> {
          if (event.getCode() == PEEK) {
            canvas.peeking().set(false);
          }
        });
    scene
        .windowProperty()
        .flatMap(javafx.stage.Window::focusedProperty)
        .addListener(
            (_, _, focused) -> {
              if (!Boolean.TRUE.equals(focused)) {
                canvas.peeking().set(false);
              }
            });
  }

  private StudioAction mode(String key, Ikon icon, Keys keys, CompareMode mode) {
    return add(
        key,
        icon,
        keys,
        comparing.possible(),
        "why.nothing-to-compare",
        () -> canvas.mode().set(canvas.mode().get() == mode ? CompareMode.OFF : mode));
  }

  private StudioAction add(
      String key,
      Ikon icon,
      @Nullable Keys keys,
      ObservableBooleanValue possible,
      String whyNot,
      Runnable does) {
    StudioAction action = StudioAction.of(key, ActionGroup.VIEW, icon, does).when(possible, whyNot);
    return registry.add(keys == null ? action : action.withKeys(keys));
  }
}
