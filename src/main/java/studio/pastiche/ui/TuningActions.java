package studio.pastiche.ui;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableObjectValue;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import studio.pastiche.ui.action.ActionGroup;
import studio.pastiche.ui.action.Actions;
import studio.pastiche.ui.action.Keys;
import studio.pastiche.ui.action.StudioAction;
import studio.pastiche.ui.board.Board;
import studio.pastiche.ui.copying.CommandCopy;
import studio.pastiche.ui.copying.SettingsClipboard;
import studio.pastiche.ui.painting.EditHistory;
import studio.pastiche.ui.painting.Edits;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.painting.StepName;
import studio.pastiche.ui.text.Texts;

/// What the artist can do with settings: take steps back, apply, copy, paste.
final class TuningActions {
  final StudioAction undo;
  final StudioAction redo;
  final StudioAction apply;
  final StudioAction variations;
  private final Texts texts;

  TuningActions(
      Actions registry,
      Painting painting,
      Board board,
      SettingsClipboard clipboard,
      CommandCopy commands,
      Texts texts) {
    this.texts = texts;
    Edits edits = painting.edits();
    undo =
        registry.add(
            StudioAction.of("action.undo", ActionGroup.EDIT, MaterialDesignU.UNDO, edits::undo)
                .withKeys(Keys.shared(KeyCode.Z))
                .when(edits.canUndo(), why(edits.last()))
                .called(named("action.undo", "action.undo.step", edits.last())));
    redo =
        registry.add(
            StudioAction.of("action.redo", ActionGroup.EDIT, MaterialDesignR.REDO, edits::redo)
                .withKeys(Keys.shiftShared(KeyCode.Z), Keys.shared(KeyCode.Y))
                .when(edits.canRedo(), why(edits.next()))
                .called(named("action.redo", "action.redo.step", edits.next())));
    apply =
        registry.add(
            StudioAction.of(
                    "action.apply", ActionGroup.PAINTING, MaterialDesignC.CHECK, painting::apply)
                .withKeys(Keys.shiftShortcut(KeyCode.ENTER))
                .when(painting.outdated(), "why.nothing-to-apply"));
    registry.add(
        StudioAction.of(
            "action.copy-settings",
            ActionGroup.EDIT,
            MaterialDesignC.CONTENT_COPY,
            clipboard::copy));
    registry.add(
        StudioAction.of(
            "action.paste-settings",
            ActionGroup.EDIT,
            MaterialDesignC.CONTENT_PASTE,
            clipboard::paste));
    registry.add(
        StudioAction.of(
                "action.copy-command", ActionGroup.EDIT, MaterialDesignC.CONSOLE, commands::copy)
            .when(commands.possible(), "why.no-pictures"));
    variations =
        registry.add(
            StudioAction.toggle(
                    "action.board", ActionGroup.PAINTING, MaterialDesignG.GRID, board.open())
                .withKeys(Keys.shortcut(KeyCode.B))
                .when(painting.canPaint(), boardNeeds(painting)));
  }

  private StringBinding named(
      String key, String withStep, ObservableObjectValue<EditHistory.@Nullable Step<?>> step) {
    return Bindings.createStringBinding(
        () -> {
          EditHistory.@Nullable Step<?> now = step.get();
          return now == null ? texts.get(key) : texts.get(withStep, words(now.name()));
        },
        step,
        texts.language());
  }

  private static StringBinding boardNeeds(Painting painting) {
    return Bindings.createStringBinding(
        () -> {
          if (painting.phase().get().busy()) {
            return "why.board-while-painting";
          }
          return painting.content().get() == null ? "foot.need-content" : "foot.need-style";
        },
        painting.phase(),
        painting.content());
  }

  private static StringBinding why(ObservableObjectValue<EditHistory.@Nullable Step<?>> step) {
    return Bindings.createStringBinding(
        () -> step.get() == null ? "why.no-step" : "why.stop-first", step);
  }

  /// A step's name within a sentence: without its capital, but for words such as TV.
  private String words(StepName name) {
    String words = texts.get(name.key(), name.values().toArray());
    boolean word = words.length() > 1 && Character.isLowerCase(words.charAt(1));
    return word ? words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1) : words;
  }
}
