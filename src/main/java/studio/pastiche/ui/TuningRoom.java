package studio.pastiche.ui;

import javafx.scene.Node;
import javafx.scene.control.Button;
import studio.pastiche.session.PresetStore;
import studio.pastiche.ui.action.Actions;
import studio.pastiche.ui.board.Board;
import studio.pastiche.ui.board.BoardView;
import studio.pastiche.ui.copying.ClipboardText;
import studio.pastiche.ui.copying.CommandCopy;
import studio.pastiche.ui.copying.CommandFiles;
import studio.pastiche.ui.copying.SettingsClipboard;
import studio.pastiche.ui.filmstrip.FilmstripView;
import studio.pastiche.ui.inputs.InputLoader;
import studio.pastiche.ui.inspector.InspectorView;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.preset.PresetBar;
import studio.pastiche.ui.preset.Presets;

/// How the settings are set: in the inspector, by presets, on the variation board, and from the
/// clipboard.
final class TuningRoom implements AutoCloseable {
  private final Workplace place;
  private final Actions registry;
  private final Board board;
  private final TuningActions actions;

  /// @param strip chooses the snapshot whose command is copied
  TuningRoom(Workplace place, Actions registry, FilmstripView strip, InputLoader loader) {
    this.place = place;
    this.registry = registry;
    Painting painting = place.painting();
    board = new Board(painting, place.engines());
    board.onFailed(
        problem ->
            place.notices().error(place.texts().get("board.failed"), place.texts().said(problem)));
    ClipboardText clipboard = ClipboardText.system();
    CommandCopy commands =
        new CommandCopy(
            painting,
            strip::selected,
            new CommandFiles(loader, place.folders().data(), place.recipes()),
            clipboard,
            place.background(),
            place.notices(),
            place.texts());
    actions =
        new TuningActions(
            registry,
            painting,
            board,
            new SettingsClipboard(painting, clipboard, place.notices(), place.texts()),
            commands,
            place.texts());
  }

  TuningActions actions() {
    return actions;
  }

  /// The variation board, to lie over the middle of the window.
  Node board() {
    Painting painting = place.painting();
    return new BoardView(board, painting.styles(), painting.edits(), place.texts()).node();
  }

  /// The inspector, with the presets at its head. Made when the settings are the artist's defaults.
  ///
  /// @param networks opens the networks' window
  InspectorView inspector(Button networks) {
    Painting painting = place.painting();
    Presets presets =
        new Presets(painting, new PresetStore(place.folders().data()), place.background());
    return new InspectorView(
        painting,
        new PresetBar(presets, place.dialogs(), place.notices(), place.texts()).node(),
        registry.button(actions.apply),
        networks,
        place.notices(),
        place.texts());
  }

  @Override
  public void close() {
    board.abandon();
  }
}
