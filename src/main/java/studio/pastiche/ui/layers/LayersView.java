package studio.pastiche.ui.layers;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.picture.Picture;
import studio.pastiche.session.Snapshot;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.task.EngineRoom;
import studio.pastiche.ui.text.Options;
import studio.pastiche.ui.text.Texts;

/// Lies over the canvas and shows a layer's feature maps of the snapshot, the photo or the
/// painting; a click enlarges one.
public final class LayersView {
  private static final Layer FIRST_SHOWN = Layer.of("relu3_1");

  private static final int LARGE = 1024;

  private final Painting painting;
  private final ObservableValue<? extends @Nullable Snapshot> chosen;
  private final SnapshotStore store;
  private final EngineRoom engines;
  private final Texts texts;
  private final MapComputer computer;
  private final MapGrid grid;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final ComboBox<Layer> layer = new ComboBox<>();
  private final ComboBox<LayerSource> source = new ComboBox<>();
  private final Label words = new Label();
  private final ProgressIndicator busy = new ProgressIndicator();
  private final ImageView large = new ImageView();
  private final StackPane enlarged = new StackPane(large);
  private final Button back;
  private final BorderPane node = new BorderPane();
  private MapComputer.@Nullable Computed shown;
  private int picked;

  public LayersView(
      Painting painting,
      ObservableValue<? extends @Nullable Snapshot> chosen,
      SnapshotStore store,
      EngineRoom engines,
      Background background,
      Texts texts) {
    this.painting = painting;
    this.chosen = chosen;
    this.store = store;
    this.engines = engines;
    this.texts = texts;
    computer = new MapComputer(engines, background);
    grid = new MapGrid(texts, this::enlarge);
    back = button("layers.back", new FontIcon(MaterialDesignC.CHEVRON_LEFT), this::shrink);
    makeChoices();
    makeEnlarged();
    node.setTop(head());
    node.setId("layers");
    node.getStyleClass().add("layers");
    node.visibleProperty().bind(open);
    node.managedProperty().bind(open);
    node.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    open.addListener((_, _, now) -> opened(now));
    chosen.addListener((_, _, _) -> again());
    painting.snapshots().addListener((ListChangeListener<Snapshot>) _ -> again());
    painting.content().addListener((_, _, _) -> again());
    texts.language().addListener((_, _, _) -> tell());
    shrink();
  }

  public Node node() {
    return node;
  }

  /// Whether it lies over the canvas.
  public BooleanProperty open() {
    return open;
  }

  private Node head() {
    Label title = texts.label(new Label(), "layers.title");
    title.getStyleClass().add("heading");
    title.setMinWidth(Region.USE_PREF_SIZE);
    busy.setPrefSize(18, 18);
    busy.setVisible(false);
    busy.accessibleTextProperty().bind(texts.bound("layers.computing"));
    words.getStyleClass().addAll("text-muted", "text-small");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    Button close =
        button("layers.close", new FontIcon(MaterialDesignC.CLOSE), () -> open.set(false));
    HBox head = new HBox(8, back, title, layer, source, busy, words, close);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("layers-head");
    return head;
  }

  private Button button(String key, FontIcon icon, Runnable does) {
    Button button = new Button();
    button.setGraphic(icon);
    button.getStyleClass().addAll("flat", "button-icon");
    button.setId(key.replace('.', '-'));
    button.accessibleTextProperty().bind(texts.bound(key));
    texts.tip(button, key);
    button.setOnAction(_ -> does.run());
    return button;
  }

  private void makeChoices() {
    layer.setId("layer");
    layer.setMinWidth(Region.USE_PREF_SIZE);
    layer.getStyleClass().add("small");
    layer.accessibleTextProperty().bind(texts.bound("layers.layer"));
    layer.valueProperty().addListener((_, _, _) -> again());
    source.setId("layer-source");
    source.setMinWidth(Region.USE_PREF_SIZE);
    source.getStyleClass().add("small");
    source.accessibleTextProperty().bind(texts.bound("layers.source"));
    source.getItems().setAll(LayerSource.values());
    Options.name(source, one -> texts.bound(one.key()));
    source.setValue(LayerSource.SNAPSHOT);
    source.valueProperty().addListener((_, _, _) -> again());
  }

  private void makeEnlarged() {
    large.setPreserveRatio(true);
    large.setSmooth(false);
    large.fitWidthProperty().bind(enlarged.widthProperty().subtract(32));
    large.fitHeightProperty().bind(enlarged.heightProperty().subtract(32));
    enlarged.setMinSize(0, 0);
    enlarged.setId("enlarged-map");
    enlarged.setFocusTraversable(true);
    enlarged.setOnMouseClicked(_ -> shrink());
  }

  private void opened(boolean now) {
    if (now) {
      engines.prepare(
          painting.settings().device().get(),
          painting.settings().network().get(),
          equipment -> offer(equipment.network()),
          this::failed);
      layer.requestFocus();
    } else {
      computer.cancel();
      shown = null;
      grid.clear();
      large.setImage(null);
    }
  }

  /// The layers that the network has.
  private void offer(FeatureNetwork network) {
    List<Layer> all = Layer.inOrder().stream().filter(each -> network.has(List.of(each))).toList();
    if (!layer.getItems().equals(all)) {
      Layer before = layer.getValue() == null ? FIRST_SHOWN : layer.getValue();
      layer.getItems().setAll(all);
      layer.setValue(all.contains(before) ? before : all.getLast());
    }
    again();
  }

  private void again() {
    Layer wanted = layer.getValue();
    if (!open.get() || wanted == null) {
      return;
    }
    Callable<Picture> picture = picture();
    if (picture == null) {
      computer.cancel();
      shown = null;
      grid.clear();
      busy.setVisible(false);
      tell();
      return;
    }
    busy.setVisible(true);
    computer.compute(
        new MapComputer.Order(
            painting.settings().device().get(),
            painting.settings().network().get(),
            picture,
            wanted,
            painting.settings().pooling().get()),
        this::show,
        this::failed);
  }

  /// Reads the picture whose maps are wanted; null where there is none.
  private @Nullable Callable<Picture> picture() {
    return switch (source.getValue()) {
      case SNAPSHOT -> {
        Snapshot one = snapshot();
        yield one == null ? null : () -> store.picture(one);
      }
      case CONTENT -> {
        var photo = painting.content().get();
        yield photo == null ? null : photo::picture;
      }
      case STYLE ->
          painting.styles().isEmpty() ? null : painting.styles().getFirst().input()::picture;
    };
  }

  private @Nullable Snapshot snapshot() {
    Snapshot one = chosen.getValue();
    List<Snapshot> all = painting.snapshots();
    return one != null || all.isEmpty() ? one : all.getLast();
  }

  private void show(MapComputer.Computed computed) {
    busy.setVisible(false);
    shown = computed;
    grid.show(computed.small());
    if (node.getCenter() == enlarged && picked < computed.maps().channels()) {
      enlarge(picked);
    } else {
      shrink();
    }
  }

  private void failed(Throwable problem) {
    busy.setVisible(false);
    Throwable cause =
        problem instanceof ExecutionException && problem.getCause() != null
            ? problem.getCause()
            : problem;
    shown = null;
    grid.clear();
    words.setText(texts.get("layers.failed", texts.said(cause)));
  }

  private void tell() {
    MapComputer.Computed now = shown;
    if (now == null) {
      words.setText(busy.isVisible() ? "" : texts.get("layers.nothing"));
    } else if (node.getCenter() == enlarged) {
      words.setText(
          texts.get(
              "layers.map", String.valueOf(picked + 1), String.valueOf(now.maps().channels())));
    } else {
      words.setText(
          texts.get(
              "layers.size",
              String.valueOf(now.maps().channels()),
              String.valueOf(now.maps().width()),
              String.valueOf(now.maps().height())));
    }
  }

  private void enlarge(int map) {
    MapComputer.Computed now = shown;
    if (now != null) {
      picked = map;
      large.setImage(MapGrid.image(MapImage.large(now.maps(), map, LARGE)));
      enlarged.setAccessibleText(
          texts.get("layers.map", String.valueOf(map + 1), String.valueOf(now.maps().channels())));
      node.setCenter(enlarged);
      back.setDisable(false);
      enlarged.requestFocus();
      tell();
    }
  }

  private void shrink() {
    boolean wasLarge = node.getCenter() == enlarged;
    node.setCenter(grid.node());
    back.setDisable(true);
    if (wasLarge) {
      grid.focus(picked);
    }
    tell();
  }

  private void key(KeyEvent event) {
    boolean isLarge = node.getCenter() == enlarged;
    int last = shown == null ? 0 : shown.maps().channels() - 1;
    if (event.getCode() == KeyCode.ESCAPE) {
      if (isLarge) {
        shrink();
      } else {
        open.set(false);
      }
      event.consume();
    } else if (isLarge && event.getCode() == KeyCode.RIGHT) {
      enlarge(Math.min(picked + 1, last));
      event.consume();
    } else if (isLarge && event.getCode() == KeyCode.LEFT) {
      enlarge(Math.max(picked - 1, 0));
      event.consume();
    }
  }
}
