package studio.pastiche.ui;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import studio.pastiche.ui.action.ActionMenus;
import studio.pastiche.ui.action.Actions;
import studio.pastiche.ui.document.DocumentActions;
import studio.pastiche.ui.filmstrip.FilmstripView;
import studio.pastiche.ui.inputs.InputLoader;
import studio.pastiche.ui.inspector.InspectorView;
import studio.pastiche.ui.networks.NetworkActions;
import studio.pastiche.ui.networks.NetworksRoom;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.saving.DragFiles;
import studio.pastiche.ui.saving.Saving;
import studio.pastiche.ui.snapshots.HistoryRoom;
import studio.pastiche.ui.viewing.CanvasActions;
import studio.pastiche.ui.viewing.CanvasArea;
import studio.pastiche.ui.viewing.ViewActions;
import studio.pastiche.ui.viewing.Viewing;

/// Wires everything the artist can do to what does it, and to the bars, tools and keys that offer
/// it.
final class Controls {
  private final Workplace place;
  private final MainWindow window;
  private final InputsRoom inputs;
  private final Viewing viewing;
  private final Actions registry;
  private final DocumentActions documents;
  private final FileActions files;
  private final PaintingActions painting;
  private final TuningRoom tuning;
  private final NetworkActions networks;
  private final ViewActions view;
  private final HistoryRoom history;
  private final CanvasActions canvas;
  private final SideRooms side;

  Controls(
      Workplace place,
      MainWindow window,
      InputsRoom inputs,
      Viewing viewing,
      Saving saving,
      DocumentRoom documents,
      NetworksRoom networks) {
    this.place = place;
    this.window = window;
    this.inputs = inputs;
    this.viewing = viewing;
    Painting easel = place.painting();
    InputLoader loader = inputs.loader();
    registry = new Actions(place.texts());
    // Menus and the palette have them in this order.
    this.documents = new DocumentActions(registry, documents.documents(), place.texts());
    files = new FileActions(registry, easel, saving, inputs.view(), loader);
    painting = new PaintingActions(registry, easel, viewing);
    tuning = new TuningRoom(place, registry, viewing.strip(), loader);
    this.networks = new NetworkActions(registry, networks::open);
    view = new ViewActions(registry, viewing);
    history = history(viewing.strip());
    canvas = new CanvasActions(registry, viewing);
    side = sideRooms();
  }

  private HistoryRoom history(FilmstripView strip) {
    HistoryRoom.Tools tools =
        new HistoryRoom.Tools(
            place.store(),
            place.engines(),
            place.background(),
            place.tasks(),
            place.dialogs(),
            place.notices(),
            new DragFiles(place.folders().cache(), place.store(), place.recipes()::write));
    return new HistoryRoom(
        window.scene(), registry, place.painting(), strip, tools, window.themes(), place.texts());
  }

  private SideRooms sideRooms() {
    return new SideRooms(
        window.scene(),
        registry,
        place.settings(),
        place.folders(),
        place.dialogs()::showFolder,
        place.background(),
        place.notices(),
        window.themes(),
        place.texts());
  }

  Actions registry() {
    return registry;
  }

  TuningRoom tuning() {
    return tuning;
  }

  HistoryRoom history() {
    return history;
  }

  SideRooms side() {
    return side;
  }

  /// The menu bar; snapshots get their menu with it.
  Node menuBar() {
    ActionMenus menus = new ActionMenus(registry, place.texts());
    history.offer(menus, files.save, canvas.compareShown());
    return menus.bar(Map.of(documents.openProject(), documents.recentMenu()));
  }

  Node topBar() {
    return new TopBar(
            registry,
            painting,
            files,
            tuning.actions(),
            side.actions(),
            place.painting(),
            inputs.loader(),
            place.texts())
        .node();
  }

  /// The canvas with its tools.
  Node canvasArea() {
    return new CanvasArea(
            viewing,
            view,
            canvas,
            place.painting(),
            inputs.loader(),
            inputs.zones(),
            place.notices(),
            place.texts())
        .node();
  }

  InspectorView inspector() {
    return tuning.inspector(registry.button(networks.networks()));
  }

  /// Makes the keys work.
  void install(Scene scene) {
    registry.install(scene);
    canvas.install(scene);
  }
}
