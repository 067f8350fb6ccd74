package studio.pastiche.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import studio.pastiche.engine.Recipe;
import studio.pastiche.file.UserFolders;
import studio.pastiche.session.SessionFolder;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.ui.action.ActionMenus;
import studio.pastiche.ui.action.Actions;
import studio.pastiche.ui.canvas.CanvasView;
import studio.pastiche.ui.dialog.DialogService;
import studio.pastiche.ui.filmstrip.FilmstripView;
import studio.pastiche.ui.history.LossChart;
import studio.pastiche.ui.history.Losses;
import studio.pastiche.ui.inputs.InputLoader;
import studio.pastiche.ui.inputs.InputsView;
import studio.pastiche.ui.inputs.PictureDrop;
import studio.pastiche.ui.inspector.InspectorView;
import studio.pastiche.ui.layers.LayersView;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.task.EngineRoom;
import studio.pastiche.ui.task.Uncaught;
import studio.pastiche.ui.text.Texts;
import studio.pastiche.ui.theme.Themes;

/// The studio's composition root: makes every part and hands each what it needs.
public final class Studio implements AutoCloseable {
  private final Background background = new Background();
  private final EngineRoom engines = new EngineRoom();
  private final SnapshotStore store;
  private final Painting painting;
  private final Notices notices;
  private final Closing closing;
  private final Scene scene;
  private final Themes themes;
  private final Actions actions;

  /// @param dialogs answers what the window must ask
  /// @param recipeText writes a recipe as the text that goes into a saved picture
  /// @throws IOException where the folder for snapshots can't be made
  public Studio(
      DialogService dialogs, Texts texts, Function<Recipe, String> recipeText, UserFolders folders)
      throws IOException {
    store = new SnapshotStore(SessionFolder.create(folders.data().resolve("autosave")));
    painting = new Painting(engines, store);
    notices = new Notices(texts);
    BorderPane root = new BorderPane();
    scene = new Scene(root, 1280, 800);
    themes = new Themes(scene);
    InputLoader loader = new InputLoader(painting, background, notices, texts);
    InputsView inputs = new InputsView(painting, loader, dialogs, background, notices, texts);
    CanvasView canvas = new CanvasView(texts);
    FilmstripView strip = new FilmstripView(painting.snapshots(), texts);
    Showing showing = new Showing(painting, canvas, strip, store, background, notices, texts);
    Saving saving =
        new Saving(
            painting,
            strip,
            store,
            dialogs,
            loader::photoFolder,
            background,
            notices,
            texts,
            recipeText);
    actions = new Actions(texts);
    FileActions fileActions = new FileActions(actions, painting, saving, inputs, loader);
    PaintingActions paintingActions = new PaintingActions(actions, painting, showing);
    ViewActions view = new ViewActions(actions, canvas, showing);
    LossChart chart = new LossChart(texts, strip.selection()::select);
    new Losses(
        painting.snapshots(), painting.progress(), strip.selection().selectedItemProperty(), chart);
    strip.addChart(chart.node());
    LayersView layers =
        new LayersView(
            painting, strip.selection().selectedItemProperty(), store, engines, background, texts);
    HistoryActions history = new HistoryActions(actions, strip, layers);
    strip.addTools(actions.toggleButton(history.chart));
    strip.addTools(actions.toggleButton(history.layers));
    strip.addTools(new ZoomTools(canvas, view).node());
    closing = new Closing(painting, saving, dialogs, texts);
    StatusFoot foot = new StatusFoot(painting, texts);
    EventReports.report(painting, notices, texts);
    TopBar bar = new TopBar(actions, paintingActions, fileActions, painting, loader, themes, texts);
    root.setTop(new VBox(new ActionMenus(actions, texts).bar(), bar.node()));
    root.setLeft(inputs.node());
    BorderPane middle = new BorderPane();
    middle.setCenter(
        new StackPane(
            new CanvasArea(canvas, strip, view, loader, notices, texts).node(), layers.node()));
    middle.setBottom(strip.node());
    root.setCenter(middle);
    InspectorView inspector = new InspectorView(painting, notices, texts);
    inspector.widenWith(root.widthProperty());
    root.setRight(inspector.node());
    root.setBottom(foot.node());
    PictureDrop.onto(root, (List<Path> files) -> loader.sortIn(files));
    actions.install(scene);
    Uncaught.onThisThread(
        problem ->
            notices.error(
                texts.get("notice.unexpected"), texts.get("notice.unexpected.why", problem)));
    EngineStart.begin(engines, foot, notices, texts);
  }

  /// Shows the studio in a window.
  public void show(Stage stage) {
    stage.setScene(scene);
    stage.setMinWidth(1000);
    stage.setMinHeight(700);
    stage.addEventHandler(WindowEvent.WINDOW_CLOSE_REQUEST, this::closeAsked);
    stage.show();
  }

  public Painting painting() {
    return painting;
  }

  public Themes themes() {
    return themes;
  }

  /// Everything the artist can do.
  public Actions actions() {
    return actions;
  }

  public Notices notices() {
    return notices;
  }

  private void closeAsked(WindowEvent event) {
    if (!closing.allowed()) {
      event.consume();
    }
  }

  /// Ends what is still being painted and clears the snapshots away. The engine is left to the
  /// process's end: a run may be in the middle of an iteration.
  @Override
  public void close() {
    painting.abandon();
    background.close();
    store.folder().discard();
  }
}
