package studio.pastiche.ui.filmstrip;

import java.util.List;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SelectionModel;
import javafx.scene.control.ToolBar;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import studio.pastiche.session.Branch;
import studio.pastiche.session.Snapshot;
import studio.pastiche.ui.text.Texts;

/// The strip of snapshots, run after run. One that is selected is shown on the canvas; with none
/// selected the canvas follows the painting, and the strip its newest snapshot.
public final class FilmstripView {
  /// For so many pulses after a change the newest is held in view: the list may lay itself out once
  /// more, and lose it, after it has been seen.
  private static final int PULSES_HELD = 5;

  private static final double HEIGHT = 166;
  private static final double SHORTEST_HEADING = 60;
  private static final double ROOM_FOR_ALL = 560;
  private static final double CHART_SHARE = 0.45;

  /// With cells of one width the list knows where each is, so that it can scroll to the very end.
  private static final double CELL = 120;

  private final ObservableList<Branch> branches;
  private final ObservableList<Snapshot> snapshots;
  private final ObservableList<StripItem> items = FXCollections.observableArrayList();
  private final ListView<StripItem> list = new ListView<>(items);
  private final StripSelection selection;
  private final ContextMenu menu = new ContextMenu();
  private final DragOut dragOut = new DragOut();
  private final BorderPane node = new BorderPane();

  /// What does not fit into a narrow window is found behind its arrow.
  private final ToolBar head = new ToolBar();

  private final BooleanProperty chartShown = new SimpleBooleanProperty(true);
  private final StackPane chart = new StackPane();

  /// Pulses in which the newest is still held in view.
  private int held;

  public FilmstripView(
      ObservableList<Branch> branches, ObservableList<Snapshot> snapshots, Texts texts) {
    this.branches = branches;
    this.snapshots = snapshots;
    // Before this listens itself: it must know of a list's change before the strip does.
    selection = new StripSelection(snapshots);
    makeList(texts);
    InvalidationListener changed = _ -> refresh();
    branches.addListener(changed);
    snapshots.addListener(changed);
    selection.selectedItemProperty().addListener((_, _, _) -> show());
    node.setTop(head(texts));
    StackPane film = new StackPane(list, empty(texts));
    list.setPrefWidth(CELL);
    film.setMinWidth(CELL);
    film.setPrefWidth(CELL);
    HBox.setHgrow(film, Priority.ALWAYS);
    chart.managedProperty().bind(chartShown);
    // Its legend's rows come and go with the words; the canvas above must not move with them.
    chart.setMinHeight(0);
    chart.setPrefHeight(HEIGHT);
    chart.visibleProperty().bind(chartShown);
    chart.prefWidthProperty().bind(node.widthProperty().multiply(CHART_SHARE));
    node.setCenter(new HBox(film, chart));
    node.getStyleClass().add("filmstrip");
    refresh();
  }

  private void makeList(Texts texts) {
    list.setId("filmstrip");
    list.setOrientation(Orientation.HORIZONTAL);
    list.setFixedCellSize(CELL);
    list.setCellFactory(_ -> new SnapshotCell(texts, this::pickForMenu, menu, dragOut).cell());
    list.accessibleTextProperty().bind(texts.bound("filmstrip.name"));
    list.setPrefHeight(HEIGHT);
    list.setMinHeight(HEIGHT);
    list.getSelectionModel().selectedIndexProperty().addListener((_, old, now) -> picked(old, now));
    list.skinProperty().addListener((_, _, _) -> show());
    list.widthProperty().addListener((_, _, _) -> show());
    list.setOnContextMenuRequested(this::openMenu);
    list.addEventFilter(ScrollEvent.SCROLL, this::wheel);
    // A list keeps Escape to itself, where it should lead back to the painting.
    list.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            selection.clearSelection();
            event.consume();
          }
        });
  }

  private Node head(Texts texts) {
    Label heading = new Label();
    heading
        .textProperty()
        .bind(texts.bound("filmstrip.count", Bindings.size(snapshots).asString()));
    heading.getStyleClass().add("heading");
    heading.setMinWidth(SHORTEST_HEADING);
    heading.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    head.getItems().addAll(heading, gap);
    head.getStyleClass().add("strip-head");
    return head;
  }

  private Node empty(Texts texts) {
    Label empty = texts.label(new Label(), "filmstrip.empty");
    empty.getStyleClass().add("text-muted");
    empty.setWrapText(true);
    empty.setTextAlignment(TextAlignment.CENTER);
    empty.setMaxWidth(320);
    empty.setMouseTransparent(true);
    empty.visibleProperty().bind(Bindings.isEmpty(snapshots));
    return empty;
  }

  public Node node() {
    return node;
  }

  /// Puts tools at the right end of the strip's upper edge.
  public void addTools(Node... tools) {
    head.getItems().addAll(tools);
  }

  /// Tools that can be done without where there is no room, since menus have them too.
  public void addSpareTools(Node... tools) {
    for (Node tool : tools) {
      tool.visibleProperty().bind(node.widthProperty().greaterThan(ROOM_FOR_ALL));
      tool.managedProperty().bind(tool.visibleProperty());
    }
    addTools(tools);
  }

  /// What a right click on a snapshot, or the menu key, offers.
  public void offer(List<MenuItem> actions) {
    menu.getItems().setAll(actions);
  }

  /// Who makes files of snapshots that are dragged out.
  public void dragFrom(DragOut.Files files) {
    dragOut.from(files);
  }

  /// Puts the loss chart beside the strip.
  public void addChart(Node lossChart) {
    chart.getChildren().setAll(lossChart);
  }

  /// Whether the loss chart is there.
  public BooleanProperty chartShown() {
    return chartShown;
  }

  /// The snapshot that is chosen, if any.
  public SelectionModel<Snapshot> selection() {
    return selection;
  }

  public @Nullable Snapshot selected() {
    return selection.getSelectedItem();
  }

  /// Brings the strip in line with the lists, touching only what differs.
  private void refresh() {
    List<StripItem> wanted = StripItems.of(branches, snapshots);
    int same = 0;
    while (same < items.size()
        && same < wanted.size()
        && items.get(same).equals(wanted.get(same))) {
      same++;
    }
    int kept = 0;
    while (kept < items.size() - same
        && kept < wanted.size() - same
        && items.get(items.size() - 1 - kept).equals(wanted.get(wanted.size() - 1 - kept))) {
      kept++;
    }
    list.getSelectionModel().clearSelection();
    List<StripItem> changed = wanted.subList(same, wanted.size() - kept);
    if (items.size() - kept - same == changed.size()) {
      for (int i = 0; i < changed.size(); i++) {
        items.set(same + i, changed.get(i));
      }
    } else {
      items.remove(same, items.size() - kept);
      items.addAll(same, changed);
    }
    show();
  }

  /// Marks the chosen snapshot in the list, or scrolls to the newest where none is.
  private void show() {
    Snapshot chosen = selection.getSelectedItem();
    int place = chosen == null ? -1 : placeOf(chosen);
    if (place >= 0) {
      if (list.getSelectionModel().getSelectedIndex() != place) {
        list.getSelectionModel().select(place);
        list.scrollTo(place);
      }
      return;
    }
    list.getSelectionModel().clearSelection();
    scrollSoon();
  }

  /// Once the list has taken in what changed: it would else scroll by what it knew before.
  private void scrollSoon() {
    Scene scene = list.getScene();
    boolean underWay = held > 0;
    held = scene == null ? 0 : PULSES_HELD;
    if (scene != null && !underWay) {
      scene.addPostLayoutPulseListener(
          new Runnable() {
            @Override
            public void run() {
              if (!selection.isEmpty()) {
                held = 0;
              } else if (!newestIsSeen()) {
                scrollToNewest();
              }
              if (--held > 0) {
                Platform.requestNextPulse();
              } else {
                held = 0;
                scene.removePostLayoutPulseListener(this);
              }
            }
          });
      Platform.requestNextPulse();
    }
  }

  /// The list alone may stop a cell short for good, as long as it goes by the length that it had
  /// before the newest came. Scrolling by pixels makes it count again.
  private void scrollToNewest() {
    int place = placeOf(snapshots.getLast());
    list.scrollTo(place);
    if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        && flow.getLastVisibleCell() instanceof ListCell<?> last) {
      double end = flow.sceneToLocal(last.localToScene(last.getLayoutBounds())).getMaxX();
      flow.scrollPixels(end + CELL * (place - last.getIndex()) - flow.getWidth());
    }
  }

  /// Whether the newest snapshot is seen whole, or there is none.
  private boolean newestIsSeen() {
    if (snapshots.isEmpty()) {
      return true;
    }
    return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        && flow.getLastVisibleCell() instanceof ListCell<?> last
        && last.getIndex() == placeOf(snapshots.getLast())
        && flow.sceneToLocal(last.localToScene(last.getLayoutBounds())).getMaxX()
            <= flow.getWidth() + 1;
  }

  private int placeOf(Snapshot snapshot) {
    for (int i = items.size() - 1; i >= 0; i--) {
      if (items.get(i) instanceof StripItem.Kept kept && kept.snapshot().isSameAs(snapshot)) {
        return i;
      }
    }
    return -1;
  }

  /// The artist moved to a place; the heads of runs are passed over.
  private void picked(Number old, Number now) {
    int place = now.intValue();
    if (place < 0 || place >= items.size()) {
      return;
    }
    switch (items.get(place)) {
      case StripItem.Kept kept -> selection.select(kept.snapshot());
      case StripItem.Head _ -> {
        boolean back = place < old.intValue() && place > 0;
        list.getSelectionModel().select(back ? place - 1 : place + 1);
      }
    }
  }

  /// A wheel goes up and down where the strip goes to the sides: a snapshot a notch.
  private void wheel(ScrollEvent event) {
    boolean upright = Math.abs(event.getDeltaY()) > Math.abs(event.getDeltaX());
    boolean notches = !event.isDirect() && event.getMultiplierY() != 0;
    if (upright && notches && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      flow.scrollPixels(-event.getDeltaY() / event.getMultiplierY() * CELL);
      event.consume();
    }
  }

  /// By the menu key: a click is the cell's own affair.
  private void openMenu(ContextMenuEvent event) {
    if (selected() != null && event.isKeyboardTrigger() && !menu.getItems().isEmpty()) {
      menu.show(list, event.getScreenX(), event.getScreenY());
      event.consume();
    }
  }

  /// By way of the list, which leaves what can be seen where it is.
  private void pickForMenu(Snapshot snapshot) {
    list.getSelectionModel().select(placeOf(snapshot));
  }
}
