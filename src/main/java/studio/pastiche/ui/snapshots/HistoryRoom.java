package studio.pastiche.ui.snapshots;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import studio.pastiche.session.Snapshot;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.ui.action.ActionMenus;
import studio.pastiche.ui.action.Actions;
import studio.pastiche.ui.action.StudioAction;
import studio.pastiche.ui.dialog.DialogService;
import studio.pastiche.ui.film.FilmView;
import studio.pastiche.ui.filmstrip.FilmstripView;
import studio.pastiche.ui.history.LossChart;
import studio.pastiche.ui.history.Losses;
import studio.pastiche.ui.layers.LayersView;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.saving.DragFiles;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.task.EngineRoom;
import studio.pastiche.ui.task.LongTasks;
import studio.pastiche.ui.text.Texts;
import studio.pastiche.ui.theme.Themes;
import studio.pastiche.ui.window.SideWindow;

/// What was painted before, and all that can be done with it: the loss chart beside the strip, the
/// layers over the canvas, the window that makes films, and the actions.
public final class HistoryRoom {
  private final FilmstripView strip;
  private final LayersView layers;
  private final HistoryActions actions;

  /// What the parts of this room work with.
  ///
  /// @param files writes snapshots that are dragged out
  public record Tools(
      SnapshotStore store,
      EngineRoom engines,
      Background background,
      LongTasks tasks,
      DialogService dialogs,
      Notices notices,
      DragFiles files) {}

  public HistoryRoom(
      Scene scene,
      Actions registry,
      Painting painting,
      FilmstripView strip,
      Tools tools,
      Themes themes,
      Texts texts) {
    this.strip = strip;
    ReadOnlyObjectProperty<Snapshot> chosen = strip.selection().selectedItemProperty();
    LossChart chart = new LossChart(texts, strip.selection()::select);
    new Losses(painting, chosen, chart);
    strip.addChart(chart.node());
    strip.dragFrom(tools.files());
    tools.background().run(tools.files()::clearedOld, _ -> {}, _ -> {});
    layers =
        new LayersView(painting, chosen, tools.store(), tools.engines(), tools.background(), texts);
    FilmView film =
        new FilmView(
            painting,
            strip::selected,
            tools.store(),
            tools.dialogs(),
            tools.tasks(),
            tools.notices(),
            texts);
    SideWindow filmWindow =
        new SideWindow(
            scene, new SideWindow.Spec("film.title", 460, 420, film::node), themes, texts);
    SnapshotDeeds deeds =
        new SnapshotDeeds(
            painting, strip, tools.store(), tools.background(), tools.notices(), texts);
    actions =
        new HistoryActions(
            registry,
            painting,
            strip,
            deeds,
            layers,
            () -> {
              film.refresh();
              filmWindow.show();
            });
    strip.addSpareTools(tool(registry, actions.chart), tool(registry, actions.layers));
  }

  private static Node tool(Actions registry, StudioAction action) {
    ToggleButton button = registry.toggleButton(action);
    button.getStyleClass().addAll("flat", "button-icon", "small");
    return button;
  }

  /// To lie over the canvas.
  public Node layers() {
    return layers.node();
  }

  /// Gives snapshots their menu.
  ///
  /// @param save saves what is shown
  /// @param compare compares with the snapshot that is shown
  public void offer(ActionMenus menus, StudioAction save, StudioAction compare) {
    strip.offer(actions.menu(save, compare).stream().map(menus::item).toList());
  }
}
