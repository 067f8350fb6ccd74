package studio.pastiche.ui.settings;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.pastiche.engine.Schedule;
import studio.pastiche.ui.text.Language;
import studio.pastiche.ui.text.Options;
import studio.pastiche.ui.text.Texts;
import studio.pastiche.ui.theme.Motion;
import studio.pastiche.ui.theme.Theme;

/// The settings' form. Whatever is changed in it counts at once.
public final class SettingsView {
  private final StudioSettings settings;
  private final StorageView storage;
  private final Texts texts;
  private final BorderPane node = new BorderPane();

  public SettingsView(StudioSettings settings, StorageView storage, Texts texts) {
    this.settings = settings;
    this.storage = storage;
    this.texts = texts;
    VBox column = new VBox(24, looks(), paintings(), snapshots(), questions(), storage());
    column.setPadding(new Insets(16, 24, 24, 24));
    ScrollPane pane = new ScrollPane(column);
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.accessibleTextProperty().bind(texts.bound("settings.title"));
    Button reset = texts.tip(texts.label(new Button(), "settings.reset"), "settings.reset.tip");
    reset.setId("settings-reset");
    reset.setOnAction(_ -> settings.reset());
    HBox foot = new HBox(reset);
    foot.setPadding(new Insets(12, 24, 12, 24));
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("window-foot");
    node.setCenter(pane);
    node.setBottom(foot);
    node.setId("settings");
  }

  public Parent node() {
    return node;
  }

  private Node looks() {
    GridPane grid = grid();
    choice(
        grid,
        "settings.theme",
        List.of(Theme.values()),
        settings.theme(),
        theme -> texts.bound("theme." + theme.name().toLowerCase(Locale.ROOT)));
    choice(
        grid,
        "settings.language",
        List.of(Language.values()),
        settings.language(),
        language -> new ReadOnlyStringWrapper(language.ownName()));
    choice(
        grid,
        "settings.font",
        StudioSettings.FONT_PERCENTS,
        settings.fontPercent(),
        percent -> new ReadOnlyStringWrapper(percent + " %"));
    choice(
        grid,
        "settings.motion",
        List.of(Motion.values()),
        settings.motion(),
        motion -> texts.bound("motion." + motion.name().toLowerCase(Locale.ROOT)));
    return section("settings.looks", grid);
  }

  private Node paintings() {
    GridPane grid = grid();
    number(grid, "settings.size", settings.size(), Schedule.MIN_SIZE, Schedule.MAX_SIZE, 64);
    choice(
        grid,
        "settings.device",
        StudioSettings.DEVICES,
        settings.device(),
        device -> texts.bound("setting.device." + device));
    return section("settings.paintings", grid);
  }

  private Node snapshots() {
    GridPane grid = grid();
    number(grid, "settings.snapshots-per-run", settings.snapshotsPerRun(), 0, 1_000_000, 10);
    number(grid, "settings.snapshot-megabytes", settings.snapshotMegabytes(), 0, 10_000_000, 500);
    Label note = texts.label(new Label(), "settings.snapshots.note");
    note.getStyleClass().addAll("text-muted", "text-small");
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    return section("settings.snapshots", new VBox(8, note, grid));
  }

  private Node questions() {
    return section(
        "settings.questions",
        new VBox(
            8,
            check("settings.ask-closing", settings.askBeforeClosing()),
            check("settings.ask-replacing", settings.askBeforeReplacing())));
  }

  private Node storage() {
    return section("settings.storage", storage.node());
  }

  private Node section(String key, Node content) {
    Label heading = texts.label(new Label(), key);
    heading.getStyleClass().add("heading");
    return new VBox(8, heading, content);
  }

  private CheckBox check(String key, Setting<Boolean> setting) {
    CheckBox box = texts.tip(texts.label(new CheckBox(), key), key + ".tip");
    box.setId(key.replace('.', '-'));
    box.setMinWidth(Region.USE_PREF_SIZE);
    box.selectedProperty().bindBidirectional(asBoolean(setting));
    return box;
  }

  private static javafx.beans.property.BooleanProperty asBoolean(Setting<Boolean> setting) {
    return javafx.beans.property.BooleanProperty.booleanProperty(setting.value());
  }

  private <T> void choice(
      GridPane grid,
      String key,
      List<T> options,
      Setting<T> setting,
      Function<T, ObservableValue<String>> words) {
    ComboBox<T> box = new ComboBox<>();
    box.getItems().setAll(options);
    Options.name(box, words);
    box.valueProperty().bindBidirectional(setting.value());
    row(grid, key, box);
  }

  private void number(
      GridPane grid, String key, Setting<Integer> setting, int least, int most, int step) {
    IntegerSpinnerValueFactory values =
        new IntegerSpinnerValueFactory(least, most, setting.get(), step);
    values.setConverter(new WholeNumber(values::getValue, least, most));
    values.valueProperty().bindBidirectional(setting.value());
    Spinner<Integer> spinner = new Spinner<>(values);
    spinner.setEditable(true);
    spinner.getEditor().accessibleTextProperty().bind(texts.bound(key));
    row(grid, key, spinner);
  }

  private void row(GridPane grid, String key, Control control) {
    Label label = texts.label(new Label(), key);
    label.setLabelFor(control);
    label.setMinWidth(Region.USE_PREF_SIZE);
    control.setId(key.replace('.', '-'));
    control.setMaxWidth(Double.MAX_VALUE);
    control.accessibleTextProperty().bind(texts.bound(key));
    texts.tip(control, key + ".tip");
    grid.addRow(grid.getRowCount(), label, control);
  }

  private static GridPane grid() {
    GridPane grid = new GridPane(16, 8);
    ColumnConstraints label = new ColumnConstraints();
    label.setPercentWidth(50);
    ColumnConstraints control = new ColumnConstraints();
    control.setHgrow(Priority.ALWAYS);
    control.setFillWidth(true);
    control.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().addAll(label, control);
    return grid;
  }
}
