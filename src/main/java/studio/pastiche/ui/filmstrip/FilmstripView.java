package studio.pastiche.ui.filmstrip;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionModel;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import studio.pastiche.session.Snapshot;
import studio.pastiche.ui.text.Texts;

/// The strip of snapshots. One that is selected is shown on the canvas; with none selected the
/// canvas follows the painting.
public final class FilmstripView {
  private static final double HEIGHT = 160;
  private static final double CHART_SHARE = 0.42;

  /// With cells of one width the list knows where each is, so that it can scroll to the very end.
  private static final double CELL = 120;

  private final ListView<Snapshot> list;
  private final BooleanBinding severalRuns;
  private final BorderPane node = new BorderPane();
  private final HBox head = new HBox(8);

  private final BooleanProperty chartShown = new SimpleBooleanProperty(true);
  private final StackPane chart = new StackPane();

  public FilmstripView(ObservableList<Snapshot> snapshots, Texts texts) {
    list = new ListView<>(snapshots);
    list.setId("filmstrip");
    list.setOrientation(Orientation.HORIZONTAL);
    list.setFixedCellSize(CELL);
    severalRuns =
        Bindings.createBooleanBinding(
            () -> snapshots.stream().anyMatch(s -> s.mark().run() > 1), snapshots);
    list.setCellFactory(_ -> new SnapshotCell(severalRuns, texts).cell());
    list.accessibleTextProperty().bind(texts.bound("filmstrip.name"));
    list.setPrefHeight(HEIGHT);
    list.setMinHeight(HEIGHT);
    // Only once the skin listens: it must hear of a new snapshot first, to be able to scroll there.
    ListChangeListener<Snapshot> follow = _ -> showNewest();
    list.skinProperty().addListener((_, _, _) -> snapshots.addListener(follow));
    list.getSelectionModel().selectedItemProperty().addListener((_, _, _) -> showNewest());
    // A list keeps Escape to itself, where it should lead back to the painting.
    list.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            list.getSelectionModel().clearSelection();
            event.consume();
          }
        });

    Label heading = new Label();
    heading
        .textProperty()
        .bind(texts.bound("filmstrip.count", Bindings.size(snapshots).asString()));
    heading.getStyleClass().add("heading");
    heading.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    head.getChildren().addAll(heading, gap);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("strip-head");

    Label empty = texts.label(new Label(), "filmstrip.empty");
    empty.getStyleClass().add("text-muted");
    empty.setWrapText(true);
    empty.setTextAlignment(TextAlignment.CENTER);
    empty.setMaxWidth(480);
    empty.setMouseTransparent(true);
    empty.visibleProperty().bind(Bindings.isEmpty(snapshots));
    node.setTop(head);
    StackPane film = new StackPane(list, empty);
    film.setMinWidth(CELL);
    HBox.setHgrow(film, Priority.ALWAYS);
    chart.managedProperty().bind(chartShown);
    chart.visibleProperty().bind(chartShown);
    chart.prefWidthProperty().bind(node.widthProperty().multiply(CHART_SHARE));
    chart.setMinWidth(Region.USE_PREF_SIZE);
    node.setCenter(new HBox(film, chart));
    node.getStyleClass().add("filmstrip");
  }

  public Node node() {
    return node;
  }

  /// Puts tools at the right end of the strip's upper edge.
  public void addTools(Node tools) {
    head.getChildren().add(tools);
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
    return list.getSelectionModel();
  }

  public @Nullable Snapshot selected() {
    return list.getSelectionModel().getSelectedItem();
  }

  private void showNewest() {
    if (list.getSelectionModel().isEmpty() && !list.getItems().isEmpty()) {
      list.layout();
      list.scrollTo(list.getItems().size() - 1);
    }
  }
}
