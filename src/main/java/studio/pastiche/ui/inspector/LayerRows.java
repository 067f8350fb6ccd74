package studio.pastiche.ui.inspector;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.pastiche.engine.Layers;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.LayerTable;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.painting.Parameter;
import studio.pastiche.ui.painting.Scale;
import studio.pastiche.ui.painting.StepName;
import studio.pastiche.ui.text.Texts;

/// The layers that are compared: a menu to choose them, and a row for each one's weight.
final class LayerRows {
  private static final Scale SCALE = new Scale.LogarithmicFromZero(0.01, 10);
  private static final double MOST = 1_000_000;

  private final LayerTable table;
  private final Painting painting;
  private final Texts texts;
  private final Notices notices;
  private final MenuButton menu = new MenuButton();
  private final GridPane rows = InspectorView.grid();
  private final Map<Layer, NumberRow> made = new HashMap<>();
  private final VBox node;
  private boolean following;

  LayerRows(LayerTable table, Painting painting, Texts texts, Notices notices) {
    this.table = table;
    this.painting = painting;
    this.texts = texts;
    this.notices = notices;
    Label label = texts.label(new Label(), table.key());
    label.setLabelFor(menu);
    label.setMinWidth(Region.USE_PREF_SIZE);
    StartMark.onto(label, table, painting, texts);
    menu.setId(table.key().replace("setting.", ""));
    menu.getStyleClass().add("small");
    menu.setMaxWidth(Double.MAX_VALUE);
    menu.textProperty().bind(texts.bound("layers.choose"));
    menu.accessibleTextProperty().bind(texts.bound(table.key()));
    texts.tip(menu, table.key() + ".tip");
    GridPane head = InspectorView.grid();
    head.add(label, 0, 0);
    head.add(menu, 1, 0, 2, 1);
    node = new VBox(8, head, rows);
    table.value().addListener((_, before, now) -> follow(before, now));
    texts.language().addListener((_, _, _) -> fillMenu());
    draw();
  }

  Node node() {
    return node;
  }

  private void follow(SortedMap<Layer, Double> before, SortedMap<Layer, Double> now) {
    if (!before.keySet().equals(now.keySet())) {
      draw();
    }
  }

  private void draw() {
    fillMenu();
    rows.getChildren().clear();
    for (Layer layer : table.layers()) {
      NumberRow row = made.computeIfAbsent(layer, this::row);
      rows.addRow(rows.getRowCount(), row.label(), row.slider(), row.field());
    }
  }

  private void fillMenu() {
    menu.getItems().clear();
    if (table == painting.settings().styleLayers()) {
      menu.getItems()
          .addAll(
              known("layers.classic", Layers.defaults().style()),
              known("layers.wide", Layers.wideStyle()),
              new SeparatorMenuItem());
    }
    for (Layer layer : Layer.inOrder()) {
      CheckMenuItem item = new CheckMenuItem(layer.toString());
      item.setMnemonicParsing(false);
      item.setSelected(table.layers().contains(layer));
      item.setOnAction(_ -> toggle(layer, item));
      menu.getItems().add(item);
    }
  }

  private MenuItem known(String key, SortedMap<Layer, Double> weights) {
    MenuItem item = new MenuItem(texts.get(key));
    item.setOnAction(_ -> table.set(weights));
    return item;
  }

  private void toggle(Layer layer, CheckMenuItem item) {
    SortedSet<Layer> next = new TreeSet<>(table.layers());
    if (item.isSelected()) {
      next.add(layer);
    } else {
      next.remove(layer);
    }
    if (!table.choose(next)) {
      item.setSelected(true);
      refuse();
    }
  }

  private NumberRow row(Layer layer) {
    Parameter weight =
        new Parameter(
            new Parameter.Spec("setting.layer-weight", fresh(layer), 0, MOST, 0, SCALE, true));
    weight.value().set(table.get().getOrDefault(layer, 0.0));
    weight.value().addListener((_, _, now) -> weigh(layer, weight, now.doubleValue()));
    table
        .value()
        .addListener(
            (_, _, now) -> {
              following = true;
              weight.value().set(now.getOrDefault(layer, weight.get()));
              following = false;
            });
    return new NumberRow(
        weight,
        new SimpleStringProperty(layer.toString()),
        menu.getId() + "-" + layer,
        painting.edits(),
        StepName.of(table.key()),
        texts,
        notices);
  }

  private static double fresh(Layer layer) {
    Layers defaults = Layers.defaults();
    Double style = defaults.style().get(layer);
    return style != null ? style : defaults.content().getOrDefault(layer, LayerTable.FRESH);
  }

  private void weigh(Layer layer, Parameter weight, double now) {
    if (!following && !table.set(layer, now)) {
      weight.value().set(table.get().getOrDefault(layer, now));
      refuse();
    }
  }

  private void refuse() {
    notices.warn(texts.get("layers.none"), texts.get("layers.none.why"));
  }
}
