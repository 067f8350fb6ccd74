package studio.pastiche.ui;

import java.io.IOException;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import studio.pastiche.file.UserFolders;
import studio.pastiche.session.EmbeddedRecipe;
import studio.pastiche.session.RecipeJson;
import studio.pastiche.session.SessionFolder;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.session.WebPicture;
import studio.pastiche.ui.action.ActionMenus;
import studio.pastiche.ui.action.Actions;
import studio.pastiche.ui.canvas.CanvasView;
import studio.pastiche.ui.dialog.DialogService;
import studio.pastiche.ui.filmstrip.FilmstripView;
import studio.pastiche.ui.inputs.DropZones;
import studio.pastiche.ui.inputs.Drops;
import studio.pastiche.ui.inputs.InputLoader;
import studio.pastiche.ui.inputs.InputsView;
import studio.pastiche.ui.inputs.Place;
import studio.pastiche.ui.inputs.Restoring;
import studio.pastiche.ui.inspector.InspectorView;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.settings.StudioSettings;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.task.EngineRoom;
import studio.pastiche.ui.task.LongTasks;
import studio.pastiche.ui.task.Uncaught;
import studio.pastiche.ui.text.Texts;
import studio.pastiche.ui.theme.Themes;
import studio.pastiche.ui.window.Placement;

/// The studio's composition root: makes every part and hands each what it needs.
public final class Studio implements AutoCloseable {
  private final Background background = new Background();

  /// Makes pictures ready for the screen; apart, so that a slow file holds up no frame.
  private final Background screen = new Background();

  private final EngineRoom engines = new EngineRoom();
  private final LongTasks tasks = new LongTasks();
  private final SnapshotStore store;
  private final Painting painting;
  private final Notices notices;
  private final Closing closing;
  private final Scene scene;
  private final Themes themes;
  private final Actions actions;
  private final StudioSettings settings;

  /// @param dialogs answers what the window must ask
  /// @param settings what the artist has chosen; it is followed, and told the window's last place
  /// @param folders of the studio's own, for settings and the log to show
  /// @param recipes writes and reads the recipes inside pictures
  /// @throws IOException where the folder for snapshots can't be made
  public Studio(
      DialogService dialogs,
      Texts texts,
      StudioSettings settings,
      UserFolders folders,
      RecipeJson recipes)
      throws IOException {
    this.settings = settings;
    store = new SnapshotStore(SessionFolder.create(folders.data().resolve("autosave")));
    painting = new Painting(engines, store);
    notices = new Notices(texts);
    BorderPane root = new BorderPane();
    StackPane layers = new StackPane(root);
    scene = new Scene(layers, 1280, 800);
    themes = new Themes(scene);
    InputLoader loader =
        new InputLoader(painting, background, notices, texts, new EmbeddedRecipe(recipes)::in);
    loader.onRecipe(new Restoring(painting, loader, background, notices, texts)::offer);
    DropZones zones =
        new DropZones(
            new Drops(
                painting,
                loader,
                new WebPicture(WebPicture.Limits.USUAL),
                background,
                notices,
                texts));
    InputsView inputs =
        new InputsView(painting, loader, zones, dialogs, background, notices, texts);
    CanvasView canvas = new CanvasView(texts);
    FilmstripView strip = new FilmstripView(painting.branches(), painting.snapshots(), texts);
    Showing showing = new Showing(painting, canvas, strip, store, screen, notices, texts);
    Comparing comparing = new Comparing(painting, showing, canvas, store, screen, notices, texts);
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
            recipes::write);
    actions = new Actions(texts);
    FileActions fileActions = new FileActions(actions, painting, saving, inputs, loader);
    PaintingActions paintingActions = new PaintingActions(actions, painting, showing);
    ViewActions view = new ViewActions(actions, canvas, showing);
    HistoryRoom history =
        new HistoryRoom(
            scene,
            actions,
            painting,
            strip,
            new HistoryRoom.Tools(
                store,
                engines,
                background,
                tasks,
                dialogs,
                notices,
                new DragFiles(folders.cache(), store, recipes::write)),
            themes,
            texts);
    CanvasActions canvasActions = new CanvasActions(actions, canvas, comparing, strip);
    strip.addTools(new CompareTools(canvas, canvasActions, comparing, painting, texts).node());
    strip.addTools(new ZoomTools(canvas, view, texts).node());
    SideRooms rooms =
        new SideRooms(
            scene,
            actions,
            settings,
            folders,
            dialogs::showFolder,
            background,
            notices,
            themes,
            texts);
    layers.getChildren().add(rooms.palette());
    StackPane.setAlignment(rooms.palette(), Pos.TOP_CENTER);
    StackPane.setMargin(rooms.palette(), new Insets(64, 16, 16, 16));
    SettingsInUse.follow(settings, themes, texts, painting);
    closing = new Closing(painting, saving, settings, dialogs, texts);
    StatusFoot foot = new StatusFoot(painting, texts);
    EventReports.report(painting, notices, texts);
    TopBar bar =
        new TopBar(actions, paintingActions, fileActions, rooms.actions(), painting, loader, texts);
    ActionMenus menus = new ActionMenus(actions, texts);
    history.offer(menus, fileActions.save, canvasActions.compareShown);
    root.setTop(new VBox(menus.bar(), bar.node()));
    root.setLeft(inputs.node());
    BorderPane middle = new BorderPane();
    middle.setCenter(
        new StackPane(
            new CanvasArea(canvas, strip, view, loader, zones, notices, texts).node(),
            history.layers()));
    middle.setBottom(strip.node());
    root.setCenter(middle);
    InspectorView inspector = new InspectorView(painting, notices, texts);
    inspector.widenWith(root.widthProperty());
    root.setRight(inspector.node());
    root.setBottom(foot.node());
    zones.zone(root, new Place.Window());
    actions.install(scene);
    canvasActions.install(scene);
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
    Placement last = settings.placement().get();
    if (last != null) {
      last.applyTo(stage);
    }
    stage.setOnHiding(_ -> settings.placement().set(Placement.of(stage)));
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
    tasks.close();
    background.close();
    screen.close();
    store.folder().discard();
  }
}
