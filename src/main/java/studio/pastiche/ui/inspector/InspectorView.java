package studio.pastiche.ui.inspector;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.pastiche.engine.Init;
import studio.pastiche.engine.weights.CompactNetwork;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Choice;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.painting.Parameter;
import studio.pastiche.ui.painting.Settings;
import studio.pastiche.ui.text.Texts;

/// The right side: every setting, the few that matter first. What needs a new start bears a mark;
/// while a picture is painted it waits until it is applied.
public final class InspectorView {
  private static final double LEAST_WIDTH = 340;
  private static final double MOST_WIDTH = 384;

  /// The share of the width that grows with the letters.
  private static final double LABELS = 150;

  private final Texts texts;
  private final Notices notices;
  private final Painting painting;
  private final BooleanBinding busy;
  private final BooleanBinding never = Bindings.createBooleanBinding(() -> false);
  private final ScrollPane node;

  /// @param presets the row for presets
  /// @param apply the button that applies what needs a new start
  /// @param networks the button that opens the networks' window
  public InspectorView(
      Painting painting,
      Node presets,
      Button apply,
      Button networks,
      Notices notices,
      Texts texts) {
    this.painting = painting;
    this.notices = notices;
    this.texts = texts;
    busy = Bindings.createBooleanBinding(() -> painting.phase().get().busy(), painting.phase());
    Settings settings = painting.settings();
    GridPane tuning = grid();
    settings.tunable().forEach(each -> number(tuning, each));
    DialRow dial = new DialRow(settings, painting.edits(), texts);
    int at = tuning.getRowCount();
    tuning.add(dial.label(), 0, at);
    tuning.add(dial.node(), 1, at, 2, 1);
    number(tuning, settings.iterations());
    GridPane picture = grid();
    number(picture, settings.size());
    number(picture, settings.styleScale());
    number(picture, settings.snapshotEvery());
    VBox column =
        new VBox(
            8,
            presets,
            section("inspector.tuning", note("inspector.tuning.live")),
            tuning,
            section("inspector.picture", pictureNote()),
            picture,
            applying(apply),
            more(settings, networks));
    VBox.setMargin(column.getChildren().get(1), new Insets(8, 0, 0, 0));
    VBox.setMargin(column.getChildren().get(3), new Insets(16, 0, 0, 0));
    VBox.setMargin(column.getChildren().getLast(), new Insets(16, 0, 0, 0));
    column.setPadding(new Insets(16));
    node = new ScrollPane(column);
    node.setFitToWidth(true);
    node.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    node.getStyleClass().addAll("side", "right");
    node.accessibleTextProperty().bind(texts.bound("inspector.settings"));
  }

  public Node node() {
    return node;
  }

  /// Takes its share of a wide window, so that the sliders get longer.
  ///
  /// @param letters how large they are; its labels need room for them
  public void widenWith(ObservableDoubleValue windowWidth, ObservableDoubleValue letters) {
    node.prefWidthProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> {
                  double more = LABELS * (letters.get() - 1);
                  return Math.clamp(
                      windowWidth.get() * 0.29 + more, LEAST_WIDTH + more, MOST_WIDTH + more);
                },
                windowWidth,
                letters));
    node.minWidthProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> LEAST_WIDTH + LABELS * (letters.get() - 1), letters));
  }

  private Node more(Settings settings, Button networks) {
    GridPane network = grid();
    choice(network, settings.network(), this::networkName, never);
    networks.getStyleClass().add("small");
    network.add(networks, 1, network.getRowCount(), 2, 1);
    choice(network, settings.statistic());
    choice(network, settings.pooling());
    GridPane start = grid();
    choice(start, settings.stages());
    choice(start, settings.start());
    BooleanBinding noNoise = settings.start().value().isEqualTo(Init.Kind.CONTENT);
    BooleanBinding noMix = settings.start().value().isNotEqualTo(Init.Kind.MIX);
    number(start, settings.noiseRatio(), noMix);
    choice(start, settings.noise(), noNoise);
    number(start, settings.seed(), noNoise);
    GridPane steps = grid();
    choice(steps, settings.optimizer());
    number(steps, settings.decay());
    number(steps, settings.decaySteps(), settings.decay().value().greaterThanOrEqualTo(1));
    number(steps, settings.clipGradient());
    choice(steps, settings.average());
    GridPane machine = grid();
    choice(machine, settings.precision());
    choice(machine, settings.device());
    VBox all =
        new VBox(
            16,
            new LayerRows(settings.styleLayers(), painting, texts, notices).node(),
            new LayerRows(settings.contentLayers(), painting, texts, notices).node(),
            network,
            start,
            steps,
            machine);
    TitledPane more = new TitledPane();
    more.setId("more");
    more.setContent(all);
    more.setExpanded(false);
    more.setAnimated(false);
    more.getStyleClass().addAll("dense", "more");
    return texts.label(more, "inspector.more");
  }

  private void number(GridPane grid, Parameter parameter) {
    number(grid, parameter, never);
  }

  /// @param idle while it has no effect
  private void number(GridPane grid, Parameter parameter, BooleanBinding idle) {
    NumberRow row = new NumberRow(parameter, painting.edits(), texts, notices);
    row.slider().disableProperty().bind(idle);
    row.field().disableProperty().bind(idle);
    if (!parameter.spec().live()) {
      StartMark.onto(row.label(), parameter, painting, texts);
    }
    grid.addRow(grid.getRowCount(), row.label(), row.slider(), row.field());
  }

  /// The built-in network has words of its own; others are called what the artist calls them.
  private ObservableValue<String> networkName(String name) {
    return name.equals(CompactNetwork.NAME)
        ? texts.bound("setting.network.compact")
        : new ReadOnlyStringWrapper(name);
  }

  private <T> void choice(GridPane grid, Choice<T> choice) {
    choice(grid, choice, never);
  }

  private <T> void choice(GridPane grid, Choice<T> choice, BooleanBinding idle) {
    choice(grid, choice, option -> texts.bound(choice.keyOf(option)), idle);
  }

  private <T> void choice(
      GridPane grid,
      Choice<T> choice,
      Function<T, ObservableValue<String>> words,
      BooleanBinding idle) {
    ChoiceRow<T> row = new ChoiceRow<>(choice, words, painting, texts);
    row.box().disableProperty().bind(idle);
    int at = grid.getRowCount();
    grid.add(row.label(), 0, at);
    grid.add(row.box(), 1, at, 2, 1);
  }

  /// Says what waits for a new start, and offers it.
  private Node applying(Button apply) {
    apply.getStyleClass().addAll("small", "accent");
    apply.setMinWidth(Region.USE_PREF_SIZE);
    Label words = note("inspector.apply");
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox row = new HBox(8, words, apply);
    row.setId("applying");
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("applying");
    row.visibleProperty().bind(painting.outdated());
    row.managedProperty().bind(painting.outdated());
    return row;
  }

  private Node section(String key, Node note) {
    Label heading = texts.label(new Label(), key);
    heading.getStyleClass().add("heading");
    return new VBox(heading, note);
  }

  private Label note(String key) {
    Label note = texts.label(new Label(), key);
    note.getStyleClass().addAll("text-muted", "text-small");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    return note;
  }

  private Label pictureNote() {
    Label note = note("inspector.picture.idle");
    note.textProperty().unbind();
    note.textProperty()
        .bind(
            Bindings.when(busy)
                .then(texts.bound("inspector.picture.busy"))
                .otherwise(texts.bound("inspector.picture.idle")));
    return note;
  }

  static GridPane grid() {
    GridPane grid = new GridPane(8, 8);
    ColumnConstraints label = new ColumnConstraints();
    label.setMinWidth(158);
    ColumnConstraints slider = new ColumnConstraints();
    slider.setHgrow(Priority.ALWAYS);
    slider.setFillWidth(true);
    ColumnConstraints field = new ColumnConstraints(64);
    field.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().addAll(label, slider, field);
    return grid;
  }
}
