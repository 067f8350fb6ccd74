package studio.pastiche.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import studio.pastiche.file.UserFolders;
import studio.pastiche.session.RecipeJson;
import studio.pastiche.ui.action.Actions;
import studio.pastiche.ui.attention.Attention;
import studio.pastiche.ui.dialog.DialogService;
import studio.pastiche.ui.document.DocumentDialogs;
import studio.pastiche.ui.document.Documents;
import studio.pastiche.ui.filmstrip.FilmstripView;
import studio.pastiche.ui.foot.Foot;
import studio.pastiche.ui.inputs.InputLoader;
import studio.pastiche.ui.inputs.Place;
import studio.pastiche.ui.networks.NetworkAccess;
import studio.pastiche.ui.networks.NetworksRoom;
import studio.pastiche.ui.notice.Notice;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.saving.Saving;
import studio.pastiche.ui.settings.SettingsInUse;
import studio.pastiche.ui.settings.StudioSettings;
import studio.pastiche.ui.task.Crashes;
import studio.pastiche.ui.task.EngineRoom;
import studio.pastiche.ui.task.LongTasks;
import studio.pastiche.ui.text.Texts;
import studio.pastiche.ui.theme.Themes;
import studio.pastiche.ui.viewing.Viewing;

/// The studio's composition root: makes every room and hands each what it needs.
public final class Studio implements AutoCloseable {
  private final Workplace place;
  private final MainWindow window;
  private final NetworksRoom networks;
  private final DocumentRoom documents;
  private final Controls controls;

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
    place = Workplace.of(engines, dialogs, texts, settings, folders, recipes);
    window = new MainWindow();
    Painting painting = place.painting();
    networks =
        new NetworksRoom(
            window.scene(),
            access,
            painting,
            engines,
            dialogs,
            place.tasks(),
            place.background(),
            place.notices(),
            window.themes(),
            texts);
    InputsRoom inputs =
        InputsRoom.of(place, access.networks(), networks::offer, project -> open(List.of(project)));
    FilmstripView strip = new FilmstripView(painting.branches(), painting.snapshots(), texts);
    Viewing viewing =
        new Viewing(painting, strip, place.store(), place.screen(), place.notices(), texts);
    Saving saving = saving(strip, inputs.loader());
    documents =
        new DocumentRoom(
            place,
            documentDialogs,
            saving,
            pictures -> inputs.loader().bring(new Place.Window(), pictures));
    controls = new Controls(place, window, inputs, viewing, saving, documents, networks);
    SettingsInUse.follow(settings, window.themes(), texts, painting);
    painting.edits().forget();
    Foot foot = foot();
    EventReports.report(painting, place.notices(), attention, texts);
    place.tasks().onEnd(task -> attention.call(texts.get("task.ended"), task.title().getValue()));
    arrange(inputs, viewing, foot);
    controls.install(window.scene());
    watch(crashes);
    foot.openEngine(settings.device().get(), place.notices());
    FirstPulse.of(window.scene());
    documents.look();
    networks.shelf().refresh();
  }

  private Saving saving(FilmstripView strip, InputLoader loader) {
    return new Saving(
        place.painting(),
        strip,
        place.store(),
        place.dialogs(),
        loader::photoFolder,
        place.background(),
        place.tasks(),
        place.notices(),
        place.texts(),
        place.recipes()::write);
  }

  private void arrange(InputsRoom inputs, Viewing viewing, Foot foot) {
    window.arrange(
        new MainWindow.Parts(
            new VBox(
                controls.menuBar(),
                controls.topBar(),
                documents.recovery(),
                networks.offerStrip(place.settings().networkOffered())),
            inputs.view().node(),
            controls.canvasArea(),
            controls.history().layers(),
            viewing.strip().node(),
            controls.tuning().board(),
            controls.inspector(),
            foot.node(),
            controls.side().palette()));
    inputs.zones().zone(window.whole(), new Place.Window());
  }

  private Foot foot() {
    return new Foot(
        place.painting(),
        place.engines(),
        place.store(),
        place.background(),
        place.tasks(),
        window.themes().still(),
        place.texts());
  }

  private void watch(Crashes crashes) {
    Texts texts = place.texts();
    crashes.watchThisThread();
    crashes.rescueBy(documents::makeSafe);
    crashes.tellBy(
        problem ->
            place
                .notices()
                .error(
                    Notice.Topic.OTHER,
                    texts.get("notice.unexpected"),
                    texts.get("notice.unexpected.why", problem),
                    problem));
  }

  /// Shows the studio in a window. It is closed at once where nothing would be lost; else after the
  /// artist has said what to do, which may take a while.
  public void show(Stage stage) {
    window.show(stage, place.settings(), asked -> documents.documents().leave(asked::close));
  }

  public Painting painting() {
    return place.painting();
  }

  public Themes themes() {
    return window.themes();
  }

  /// Work that takes long, with its progress in the foot.
  public LongTasks tasks() {
    return place.tasks();
  }

  /// Everything the artist can do.
  public Actions actions() {
    return controls.registry();
  }

  public Notices notices() {
    return place.notices();
  }

  /// The document in the window.
  public Documents documents() {
    return documents.documents();
  }

  /// Opens files from outside: a project in place of the document, pictures into the wells.
  public void open(List<Path> these) {
    documents.open(these);
  }

  /// Ends what is still being painted and clears the snapshots away. The engine is left to the
  /// process's end: a run may be in the middle of an iteration.
  @Override
  public void close() {
    networks.close();
    place.tasks().close();
    controls.tuning().close();
    place.painting().abandon();
    place.background().close();
    place.screen().close();
    documents.close();
    place.store().folder().discard();
  }
}
