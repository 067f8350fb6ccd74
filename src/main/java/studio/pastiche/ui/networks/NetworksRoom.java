package studio.pastiche.ui.networks;

import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import studio.pastiche.engine.weights.InputEvidence;
import studio.pastiche.networks.NetworkImport.Imported;
import studio.pastiche.networks.StoredNetwork;
import studio.pastiche.ui.dialog.DialogService;
import studio.pastiche.ui.notice.Notice;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Choice;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.task.EngineRoom;
import studio.pastiche.ui.task.LongTasks;
import studio.pastiche.ui.text.Texts;
import studio.pastiche.ui.theme.Themes;
import studio.pastiche.ui.window.SideWindow;

/// The networks' window, and what it has to do with the painting: the inspector lists what is here,
/// and whoever is not looking at the window hears what happens.
public final class NetworksRoom implements AutoCloseable {
  private final Painting painting;
  private final Notices notices;
  private final Notices own;
  private final Texts texts;
  private final NetworkShelf shelf;
  private final Fetches fetches;
  private final SideWindow window;

  /// Broken networks that have been told of.
  private boolean toldOfBroken;

  /// @param scene the main window's
  /// @param notices the main window's
  public NetworksRoom(
      Scene scene,
      NetworkAccess access,
      Painting painting,
      EngineRoom engines,
      DialogService dialogs,
      LongTasks tasks,
      Background background,
      Notices notices,
      Themes themes,
      Texts texts) {
    this.painting = painting;
    this.notices = notices;
    this.texts = texts;
    own = new Notices(texts);
    shelf = new NetworkShelf(access.networks(), background);
    fetches = new Fetches(access, shelf, tasks, background, texts);
    Imports imports = new Imports(access, shelf, tasks, texts);
    window =
        new SideWindow(
            scene,
            new SideWindow.Spec(
                "networks.title",
                720,
                720,
                () ->
                    new NetworksView(shelf, fetches, imports, dialogs, own, themes.still(), texts)
                        .node()),
            themes,
            texts);
    shelf.onChange(engines::forget);
    shelf.contents().addListener((_, _, contents) -> follow(contents));
    fetches.onFetched(this::fetched);
    fetches.onFailed(this::notFetched);
    imports.onImported(this::imported);
    imports.onFailed(this::notImported);
    imports.onAsked(this::asked);
  }

  /// What is here.
  public NetworkShelf shelf() {
    return shelf;
  }

  /// The offer of the full network, once.
  ///
  /// @param settled whether the artist has answered it
  public Node offerStrip(BooleanProperty settled) {
    return new OfferStrip(shelf, fetches, settled, texts).node();
  }

  /// Opens the window.
  public void open() {
    shelf.refresh();
    window.show();
  }

  /// An offer to open it, for a message.
  public Notice.Offer offer() {
    return new Notice.Offer(texts.get("networks.open"), this::open);
  }

  /// The inspector lists what can be painted with.
  private void follow(NetworkShelf.Contents contents) {
    Choice<String> choice = painting.settings().network();
    painting.edits().follow(choice, () -> choice.offer(contents.usable(), contents.chosen()));
    if (!contents.broken().isEmpty() && !toldOfBroken && !window.showing()) {
      toldOfBroken = true;
      notices.warn(
          texts.get("networks.found-broken", String.join(", ", contents.broken())),
          texts.get("networks.found-broken.why"),
          offer());
    }
  }

  private void fetched(StoredNetwork.Sound network) {
    here()
        .done(
            texts.get("networks.fetched", network.name()),
            texts.get("networks.fetched.why"),
            new Notice.Offer(texts.get("networks.paint-with"), () -> use(network.name())));
  }

  /// Makes it the default, and the one of the painting to come.
  private void use(String name) {
    shelf.choose(
        name,
        () -> painting.settings().network().restore(name),
        problem -> here().error(texts.get("networks.not-chosen", name), texts.said(problem)));
  }

  private void notFetched(String name, Throwable problem) {
    if (!window.showing()) {
      notices.error(
          texts.get("networks.not-fetched-name", name),
          texts.get("networks.not-fetched-name.why"),
          offer());
    }
  }

  private void imported(Imported imported) {
    StoredNetwork.Sound network = imported.network();
    InputEvidence.Source source = imported.evidence().source();
    boolean guessed = source == InputEvidence.Source.FORMAT || source == InputEvidence.Source.KEYS;
    here()
        .done(
            texts.get("networks.imported", network.name()),
            texts.get(guessed ? "networks.imported.guessed" : "networks.imported.sure"),
            new Notice.Offer(texts.get("networks.paint-with"), () -> use(network.name())));
  }

  private void notImported(Path file, Throwable problem) {
    here()
        .error(
            texts.get("networks.not-imported", String.valueOf(file.getFileName())),
            texts.said(problem));
  }

  private void asked() {
    if (!window.showing()) {
      notices.warn(texts.get("networks.asked"), texts.get("networks.asked.why"), offer());
    }
  }

  /// Where the artist looks: the networks' window while it is open, else the main one.
  private Notices here() {
    return window.showing() ? own : notices;
  }

  @Override
  public void close() {
    fetches.close();
  }
}
