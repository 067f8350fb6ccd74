package studio.pastiche.ui.networks;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.MapChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.pastiche.networks.StoredNetwork;
import studio.pastiche.ui.dialog.DialogService;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.text.Texts;

/// The networks' window: files to import, what is here, and what can be fetched. Files can be
/// dropped anywhere on it.
public final class NetworksView implements NetworkCard.Deeds {
  private static final PseudoClass DROP_TARGET = PseudoClass.getPseudoClass("drop-target");

  private final NetworkShelf shelf;
  private final Fetches fetches;
  private final Imports imports;
  private final DialogService dialogs;
  private final Notices notices;
  private final Texts texts;
  private final Parts parts;
  private final NetworkCard cards;
  private final Node importing;
  private final VBox here = new VBox(8);
  private final VBox toFetch = new VBox(8);
  private final StackPane node = new StackPane();

  /// @param notices those of this window
  /// @param still whether nothing may move by itself
  public NetworksView(
      NetworkShelf shelf,
      Fetches fetches,
      Imports imports,
      DialogService dialogs,
      Notices notices,
      ObservableBooleanValue still,
      Texts texts) {
    this.shelf = shelf;
    this.fetches = fetches;
    this.imports = imports;
    this.dialogs = dialogs;
    this.notices = notices;
    this.texts = texts;
    parts = new Parts(texts);
    NetworkWords words = new NetworkWords(texts, fetches.mirror());
    cards = new NetworkCard(this, fetches, still, words, parts, texts);
    importing = new ImportPane(imports, dialogs, still, words, parts, texts).node();
    BorderPane main = new BorderPane();
    main.setCenter(scrolled(new VBox(24, importing, here, toFetch)));
    main.setBottom(foot());
    node.getChildren().addAll(main, notices.node());
    node.setId("networks");
    StackPane.setAlignment(notices.node(), Pos.BOTTOM_RIGHT);
    node.setOnDragOver(this::dragOver);
    node.setOnDragExited(_ -> importing.pseudoClassStateChanged(DROP_TARGET, false));
    node.setOnDragDropped(this::dropped);
    shelf.contents().addListener((_, _, _) -> draw());
    texts.language().addListener((_, _, _) -> draw());
    fetches
        .begun()
        .addListener(
            (MapChangeListener<String, Fetch>)
                change -> {
                  if (change.wasAdded()) {
                    change.getValueAdded().state().addListener((_, _, _) -> draw());
                  }
                  draw();
                });
    fetches.begun().values().forEach(each -> each.state().addListener((_, _, _) -> draw()));
    draw();
  }

  public Parent node() {
    return node;
  }

  private ScrollPane scrolled(VBox column) {
    column.setPadding(new Insets(16, 24, 24, 24));
    here.setId("networks-here");
    toFetch.setId("networks-to-fetch");
    ScrollPane pane = new ScrollPane(column);
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.accessibleTextProperty().bind(texts.bound("networks.title"));
    return pane;
  }

  private Node foot() {
    Label where = new Label();
    where
        .textProperty()
        .bind(texts.bound("networks.folder", new ReadOnlyStringWrapper(shelf.folder().toString())));
    where.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    where.getStyleClass().addAll("text-muted", "text-small");
    Button show = parts.button("networks.show", () -> dialogs.showFolder(shelf.folder()));
    HBox foot = parts.row(where, List.of(), List.of(show));
    foot.setPadding(new Insets(12, 24, 12, 24));
    foot.getStyleClass().add("window-foot");
    return foot;
  }

  /// Draws the cards anew; the keyboard stays at the network where it was.
  private void draw() {
    Optional<String> focused = focused();
    NetworkShelf.Contents contents = shelf.contents().get();
    here.getChildren().setAll(heading("networks.here"));
    for (ShelfItem item : contents.here()) {
      here.getChildren().add(cards.of(item, item.name().equals(contents.chosen())));
    }
    toFetch.getChildren().setAll(heading("networks.to-fetch"));
    for (ShelfItem item : contents.toFetch()) {
      toFetch.getChildren().add(cards.of(item, false));
    }
    boolean all = contents.toFetch().isEmpty();
    toFetch.setVisible(!all);
    toFetch.setManaged(!all);
    focused.map(id -> node.lookup("#" + id)).ifPresent(NetworksView::focusFirst);
  }

  private Node heading(String key) {
    return parts.words(texts.get(key), "title-4");
  }

  /// The id of the card that has the keyboard.
  private Optional<String> focused() {
    Node at = node.getScene() == null ? null : node.getScene().getFocusOwner();
    while (at != null && !at.getStyleClass().contains("network-card")) {
      at = at.getParent();
    }
    return Optional.ofNullable(at).map(Node::getId);
  }

  private static void focusFirst(Node card) {
    card.lookupAll(".button").stream()
        .filter(button -> button instanceof Button && !button.isDisabled())
        .findFirst()
        .ifPresent(Node::requestFocus);
  }

  @Override
  public void choose(String name) {
    shelf.choose(name, () -> {}, problem -> failed("networks.not-chosen", name, problem));
  }

  @Override
  public void remove(StoredNetwork network) {
    DialogService.Question question =
        new DialogService.Question(
            texts.get("networks.remove.question", network.name()),
            texts.get("networks.remove.detail"),
            texts.get("networks.remove.yes"),
            texts.get("networks.remove.no"));
    if (dialogs.confirms(question)) {
      shelf.remove(
          network.name(), problem -> failed("networks.not-removed", network.name(), problem));
    }
  }

  @Override
  public void changeInput(StoredNetwork.Sound network) {
    imports.ask(new Imports.InputQuestion.Changing(network));
  }

  @Override
  public void fetch(String name) {
    shelf.known(name).ifPresent(fetches::start);
  }

  @Override
  public void importAs(String name) {
    dialogs.openNetworks().stream().findFirst().ifPresent(file -> imports.bring(file, name));
  }

  private void failed(String key, String name, Throwable problem) {
    notices.error(texts.get(key, name), texts.said(problem));
  }

  private void dragOver(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
      importing.pseudoClassStateChanged(DROP_TARGET, true);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    importing.pseudoClassStateChanged(DROP_TARGET, false);
    if (event.getDragboard().hasFiles()) {
      imports.bring(event.getDragboard().getFiles().stream().map(File::toPath).toList());
      event.setDropCompleted(true);
      event.consume();
    }
  }
}
