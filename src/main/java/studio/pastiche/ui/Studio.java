package studio.pastiche.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import studio.pastiche.file.UserFolders;
import studio.pastiche.session.EmbeddedRecipe;
import studio.pastiche.session.PresetStore;
import studio.pastiche.session.RecentProjects;
import studio.pastiche.session.RecipeJson;
import studio.pastiche.session.SessionFolder;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.session.WebPicture;
import studio.pastiche.ui.action.ActionMenus;
import studio.pastiche.ui.action.Actions;
import studio.pastiche.ui.action.StudioAction;
import studio.pastiche.ui.attention.Attention;
import studio.pastiche.ui.board.Board;
import studio.pastiche.ui.board.BoardView;
import studio.pastiche.ui.canvas.CanvasView;
import studio.pastiche.ui.dialog.DialogService;
import studio.pastiche.ui.document.DocumentActions;
import studio.pastiche.ui.document.DocumentDialogs;
import studio.pastiche.ui.document.Documents;
import studio.pastiche.ui.document.OpenedFiles;
import studio.pastiche.ui.document.Recovery;
import studio.pastiche.ui.filmstrip.FilmstripView;
import studio.pastiche.ui.inputs.DropZones;
import studio.pastiche.ui.inputs.Drops;
import studio.pastiche.ui.inputs.InputLoader;
import studio.pastiche.ui.inputs.InputsView;
import studio.pastiche.ui.inputs.Place;
import studio.pastiche.ui.inputs.Restoring;
import studio.pastiche.ui.inspector.InspectorView;
import studio.pastiche.ui.networks.NetworkAccess;
import studio.pastiche.ui.networks.OfferStrip;
import studio.pastiche.ui.notice.Notice;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.preset.PresetBar;
import studio.pastiche.ui.preset.Presets;
import studio.pastiche.ui.settings.StudioSettings;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.task.Crashes;
import studio.pastiche.ui.task.EngineRoom;
import studio.pastiche.ui.task.LongTasks;
import studio.pastiche.ui.text.Texts;
import studio.pastiche.ui.theme.Themes;
import studio.pastiche.ui.window.Placement;

/// The studio's composition root: makes every part and hands each what it needs.
public final class Studio implements AutoCloseable {
  private final Background background = new Background();

  /// Makes pictures ready for the screen; apart, so that a slow file holds up no frame.
  private final Background screen = new Background();

  private final EngineRoom engines;
  private final LongTasks tasks = new LongTasks();
  private final SnapshotStore store;
  private final Painting painting;
  private final Notices notices;
  private final Documents documents;
  private final Recovery recovery;
  private final OpenedFiles files;
  private final Scene scene;
  private final Themes themes;
  private final Actions actions;
  private final Board board;
  private final StudioSettings settings;
  private final NetworksRoom networks;

  /// @param engines computes
  /// @param access the networks there are, the engines' own
  /// @param dialogs answers what the window must ask
  /// @param documentDialogs likewise, about projects
  /// @param attention calls the artist back to the window
  /// @param crashes is told how to say what nobody expected
  /// @param settings what the artist has chosen; it is followed, and told the window's last place
  /// @param folders of the studio's own, for settings and the log to show
  /// @param recipes writes and reads the recipes inside pictures
  /// @throws IOException where the folder for snapshots can't be made
  public Studio(
      EngineRoom engines,
      NetworkAccess access,
      DialogService dialogs,
      DocumentDialogs documentDialogs,
      Attention attention,
      Crashes crashes,
      Texts texts,
      StudioSettings settings,
      UserFolders folders,
      RecipeJson recipes)
      throws IOException {
    this.engines = engines;
    this.settings = settings;
    Path sessions = folders.data().resolve("autosave");
    store = new SnapshotStore(SessionFolder.create(sessions));
    painting = new Painting(engines, store);
    notices = new Notices(texts);
    BorderPane root = new BorderPane();
    StackPane layers = new StackPane(root);
    scene = new Scene(layers, 1280, 800);
    themes = new Themes(scene);
    InputLoader loader =
        new InputLoader(painting, background, notices, texts, new EmbeddedRecipe(recipes)::in);
    networks =
        new NetworksRoom(
            scene, access, painting, engines, dialogs, tasks, background, notices, themes, texts);
    loader.onRecipe(
        new Restoring(
                painting, access.networks(), networks::offer, loader, background, notices, texts)
            ::offer);
    DropZones zones =
        new DropZones(
            new Drops(
                painting,
                loader,
                project -> open(List.of(project)),
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
            tasks,
            notices,
            texts,
            recipes::write);
    Closing closing =
        new Closing(painting, saving, settings, () -> documents().dirty().get(), texts);
    documents =
        new Documents(
            painting,
            store,
            sessions,
            new RecentProjects(folders.data().resolve("recent-projects")),
            documentDialogs,
            background,
            tasks,
            notices,
            texts,
            closing::losses);
    recovery = new Recovery(documents, painting, store, background, notices, texts);
    files = new OpenedFiles(documents, these -> loader.bring(new Place.Window(), these));
    actions = new Actions(texts);
    DocumentActions documentActions = new DocumentActions(actions, documents, texts);
    FileActions fileActions = new FileActions(actions, painting, saving, inputs, loader);
    PaintingActions paintingActions = new PaintingActions(actions, painting, showing);
    board = new Board(painting, engines);
    board.onFailed(problem -> notices.error(texts.get("board.failed"), texts.said(problem)));
    ClipboardText clipboard = ClipboardText.system();
    TuningActions tuning =
        new TuningActions(
            actions,
            painting,
            board,
            new SettingsClipboard(painting, clipboard, notices, texts),
            new CommandCopy(
                painting,
                strip::selected,
                new CommandFiles(loader, folders.data(), recipes),
                clipboard,
                background,
                notices,
                texts),
            texts);
    NetworkActions networkActions = new NetworkActions(actions, networks::open);
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
    painting.edits().forget();
    Outlook outlook = new Outlook(painting, engines, store, background);
    StatusFoot foot = new StatusFoot(painting, outlook, themes.still(), texts);
    EventReports.report(painting, notices, attention, texts);
    tasks.onEnd(task -> attention.call(texts.get("task.ended"), task.title().getValue()));
    TopBar bar =
        new TopBar(
            actions,
            paintingActions,
            fileActions,
            tuning,
            rooms.actions(),
            painting,
            loader,
            texts);
    Map<StudioAction, MenuItem> recent =
        Map.of(documentActions.openProject(), documentActions.recentMenu());
    ActionMenus menus = new ActionMenus(actions, texts);
    history.offer(menus, fileActions.save, canvasActions.compareShown);
    OfferStrip offer =
        new OfferStrip(networks.shelf(), networks.fetches(), settings.networkOffered(), texts);
    root.setTop(new VBox(menus.bar(recent), bar.node(), recovery.node(), offer.node()));
    root.setLeft(inputs.node());
    BorderPane middle = new BorderPane();
    middle.setCenter(
        center(
            new CanvasArea(canvas, strip, view, loader, zones, notices, texts).node(),
            history.layers()));
    middle.setBottom(strip.node());
    root.setCenter(
        center(middle, new BoardView(board, painting.styles(), painting.edits(), texts).node()));
    Presets presets = new Presets(painting, new PresetStore(folders.data()), background);
    InspectorView inspector =
        new InspectorView(
            painting,
            new PresetBar(presets, dialogs, notices, texts).node(),
            actions.button(tuning.apply),
            actions.button(networkActions.networks),
            notices,
            texts);
    inspector.widenWith(root.widthProperty(), themes.scale());
    root.setRight(inspector.node());
    root.setBottom(new VBox(new TasksView(tasks, themes.still(), texts).node(), foot.node()));
    zones.zone(layers, new Place.Window());
    actions.install(scene);
    canvasActions.install(scene);
    crashes.watchThisThread();
    crashes.rescueBy(this::makeSafe);
    crashes.tellBy(
        problem ->
            notices.error(
                Notice.Topic.OTHER,
                texts.get("notice.unexpected"),
                texts.get("notice.unexpected.why", problem),
                problem));
    EngineStart.begin(engines, settings.device().get(), foot, notices, texts);
    FirstPulse.of(scene);
    recovery.look(sessions);
    networks.shelf().refresh();
  }

  /// Large letters leave it less room, not the foot.
  private static StackPane center(Node... layers) {
    StackPane center = new StackPane(layers);
    center.setMinHeight(0);
    return center;
  }

  /// Shows the studio in a window.
  public void show(Stage stage) {
    stage.setScene(scene);
    stage.setMinWidth(1000);
    stage.setMinHeight(700);
    stage.setOnCloseRequest(this::closeAsked);
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

  /// Work that takes long, with its progress in the foot.
  public LongTasks tasks() {
    return tasks;
  }

  /// Everything the artist can do.
  public Actions actions() {
    return actions;
  }

  public Notices notices() {
    return notices;
  }

  /// The document in the window.
  public Documents documents() {
    return documents;
  }

  /// Opens files from outside: a project in place of the document, pictures into the wells.
  public void open(List<Path> these) {
    files.open(these);
  }

  /// Closed now where nothing would be lost; else after the artist has said what to do, which may
  /// take a while.
  private void closeAsked(WindowEvent event) {
    event.consume();
    documents.leave(() -> ((Stage) event.getSource()).close());
  }

  /// Sees to it that the document as it is now could be opened again. On any thread.
  private void makeSafe() {
    try {
      painting.awaitWritten();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Ends what is still being painted and clears the snapshots away. The engine is left to the
  /// process's end: a run may be in the middle of an iteration.
  @Override
  public void close() {
    networks.close();
    tasks.close();
    board.abandon();
    painting.abandon();
    background.close();
    screen.close();
    recovery.close();
    store.folder().discard();
  }
}
