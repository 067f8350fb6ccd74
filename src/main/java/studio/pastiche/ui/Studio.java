package studio.pastiche.ui;

import java.io.IOException;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import studio.pastiche.session.EmbeddedRecipe;
import studio.pastiche.session.RecipeJson;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.session.WebPicture;
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
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.task.EngineRoom;
import studio.pastiche.ui.task.Uncaught;
import studio.pastiche.ui.text.Texts;
import studio.pastiche.ui.theme.Themes;

/// The studio's composition root: makes every part and hands each what it needs.
public final class Studio implements AutoCloseable {
  private final Background background = new Background();

  /// Makes pictures ready for the screen; apart, so that a slow file holds up no frame.
  private final Background screen = new Background();

  private final EngineRoom engines = new EngineRoom();
  private final SnapshotStore store;
  private final Painting painting;
  private final Notices notices;
  private final Closing closing;
  private final Scene scene;
  private final Themes themes;

  /// @param dialogs answers what the window must ask
  /// @param recipes writes and reads the recipes inside pictures
  /// @throws IOException where the folder for snapshots can't be made
  public Studio(DialogService dialogs, Texts texts, RecipeJson recipes) throws IOException {
    store = SnapshotStore.temporary();
    painting = new Painting(engines, store);
    notices = new Notices(texts);
    BorderPane root = new BorderPane();
    scene = new Scene(root, 1280, 800);
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
    FilmstripView strip = new FilmstripView(painting.snapshots(), texts);
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
    StudioActions actions =
        new StudioActions(new Actions(texts), painting, canvas, showing, saving, inputs, loader);
    CanvasActions canvasActions = new CanvasActions(actions.registry(), canvas, comparing, strip);
    strip.addTools(new CompareTools(canvas, canvasActions, comparing, painting, texts).node());
    strip.addTools(new ZoomTools(canvas, actions, texts).node());
    closing = new Closing(painting, saving, dialogs, texts);
    StatusFoot foot = new StatusFoot(painting, texts);
    EventReports.report(painting, notices, texts);
    root.setTop(new TopBar(actions, painting, loader, themes, texts).node());
    root.setLeft(inputs.node());
    BorderPane middle = new BorderPane();
    middle.setCenter(new CanvasArea(canvas, strip, actions, loader, zones, notices, texts).node());
    middle.setBottom(strip.node());
    root.setCenter(middle);
    InspectorView inspector = new InspectorView(painting, notices, texts);
    inspector.widenWith(root.widthProperty());
    root.setRight(inspector.node());
    root.setBottom(foot.node());
    zones.zone(root, new Place.Window());
    actions.registry().install(scene);
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
    stage.show();
  }

  public Painting painting() {
    return painting;
  }

  public Themes themes() {
    return themes;
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
    screen.close();
    store.close();
  }
}
