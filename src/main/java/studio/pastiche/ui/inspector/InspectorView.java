package studio.pastiche.ui.inspector;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Init;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Choice;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.painting.Parameter;
import studio.pastiche.ui.painting.Settings;
import studio.pastiche.ui.text.Texts;

/// The right side: every setting, the few that matter first. While a picture is painted, what needs
/// a new start is locked and says so.
public final class InspectorView {
  private static final double LEAST_WIDTH = 340;
  private static final double MOST_WIDTH = 384;

  private final Texts texts;
  private final Notices notices;
  private final BooleanBinding locked;
  private final ScrollPane node;

  public InspectorView(Painting painting, Notices notices, Texts texts) {
    this.notices = notices;
    this.texts = texts;
    locked = Bindings.createBooleanBinding(() -> painting.phase().get().busy(), painting.phase());
    Settings settings = painting.settings();
    GridPane picture = grid();
    number(picture, settings.size());
    number(picture, settings.iterations());
    number(picture, settings.snapshotEvery());
    GridPane tuning = grid();
    settings.tunable().forEach(each -> number(tuning, each));
    TitledPane more = new TitledPane();
    more.setId("more");
    more.setContent(more(settings));
    more.setExpanded(false);
    more.setAnimated(false);
    more.getStyleClass().addAll("dense", "more");
    texts.label(more, "inspector.more");
    VBox column =
        new VBox(
            8,
            section("inspector.picture", lockedNote()),
            picture,
            section("inspector.tuning", note("inspector.tuning.live")),
            tuning,
            more);
    VBox.setMargin(column.getChildren().get(2), new Insets(16, 0, 0, 0));
    VBox.setMargin(more, new Insets(16, 0, 0, 0));
    column.setPadding(new Insets(16));
    node = new ScrollPane(column);
    node.setFitToWidth(true);
    node.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    node.setMinWidth(LEAST_WIDTH);
    node.setPrefWidth(LEAST_WIDTH);
    node.getStyleClass().addAll("side", "right");
    node.accessibleTextProperty().bind(texts.bound("inspector.settings"));
  }

  public Node node() {
    return node;
  }

  /// Takes its share of a wide window, so that the sliders get longer.
  public void widenWith(ObservableDoubleValue windowWidth) {
    node.prefWidthProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.clamp(windowWidth.get() * 0.29, LEAST_WIDTH, MOST_WIDTH), windowWidth));
  }

  private Node more(Settings settings) {
    GridPane grid = grid();
    choice(grid, settings.stages());
    choice(grid, settings.start());
    BooleanBinding noNoise = settings.start().value().isEqualTo(Init.Kind.CONTENT);
    BooleanBinding noMix = settings.start().value().isNotEqualTo(Init.Kind.MIX);
    number(grid, settings.noiseRatio(), noMix);
    number(grid, settings.seed(), noNoise);
    number(grid, settings.styleScale());
    choice(grid, settings.statistic());
    choice(grid, settings.pooling());
    choice(grid, settings.optimizer());
    choice(grid, settings.precision());
    choice(grid, settings.device());
    return grid;
  }

  private void number(GridPane grid, Parameter parameter) {
    number(grid, parameter, null);
  }

  private void number(GridPane grid, Parameter parameter, @Nullable BooleanBinding idle) {
    NumberRow row = new NumberRow(parameter, texts, notices);
    if (!parameter.spec().live()) {
      BooleanBinding off = idle == null ? locked : locked.or(idle);
      row.slider().disableProperty().bind(off);
      row.field().disableProperty().bind(off);
    }
    grid.addRow(grid.getRowCount(), row.label(), row.slider(), row.field());
  }

  private <T> void choice(GridPane grid, Choice<T> choice) {
    ChoiceRow<T> row = new ChoiceRow<>(choice, texts);
    row.box().disableProperty().bind(locked);
    int at = grid.getRowCount();
    grid.add(row.label(), 0, at);
    grid.add(row.box(), 1, at, 2, 1);
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

  private Label lockedNote() {
    Label note = note("inspector.picture.idle");
    note.textProperty().unbind();
    note.textProperty()
        .bind(
            Bindings.when(locked)
                .then(texts.bound("inspector.picture.locked"))
                .otherwise(texts.bound("inspector.picture.idle")));
    return note;
  }

  private static GridPane grid() {
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
