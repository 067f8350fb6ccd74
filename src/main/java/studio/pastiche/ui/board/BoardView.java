package studio.pastiche.ui.board;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import studio.pastiche.engine.Frame;
import studio.pastiche.ui.painting.Edits;
import studio.pastiche.ui.painting.StyleInput;
import studio.pastiche.ui.text.Options;
import studio.pastiche.ui.text.Texts;

/// The board over the canvas: which two settings, how many pictures, and the pictures themselves.
/// Each is a button that takes its values.
public final class BoardView {
  private static final MathContext DIGITS = new MathContext(3);
  private static final double GAP = 8;

  /// What the values at the left take of the width, and twice what those at the top take.
  private static final double HEADS = 120;

  private static final double LEAST = 32;
  private static final double MOST = 400;

  private final Board board;
  private final Texts texts;
  private final ComboBox<Axis> across = new ComboBox<>();
  private final ComboBox<Axis> down = new ComboBox<>();
  private final ComboBox<Integer> count = new ComboBox<>();
  private final Button start;
  private final GridPane grid = new GridPane(GAP, GAP);
  private final StackPane area = new StackPane(grid);
  private final List<BoardCell> cells = new ArrayList<>();
  private final VBox node;

  /// @param styles whose number decides whether there is a mix
  public BoardView(Board board, ObservableList<StyleInput> styles, Edits edits, Texts texts) {
    this.board = board;
    this.texts = texts;
    start = button("board.start", MaterialDesignG.GRID);
    start.getStyleClass().add("accent");
    node = new VBox(GAP, head(), progress(), area);
    node.setId("board");
    node.setPadding(new Insets(16));
    node.getStyleClass().add("board");
    node.visibleProperty().bind(board.open());
    VBox.setVgrow(area, Priority.ALWAYS);
    area.setMinSize(0, 0);
    grid.setAlignment(Pos.CENTER);
    grid.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    area.layoutBoundsProperty().addListener((_, _, _) -> fit());
    node.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            board.open().set(false);
            event.consume();
          }
        });
    board.plan().addListener((_, _, plan) -> draw(plan));
    board.frames().addListener(this::framed);
    edits.onChange(this::mark);
    texts.language().addListener((_, _, _) -> draw(board.plan().get()));
    styles.addListener((ListChangeListener<StyleInput>) _ -> offer(styles.size()));
    board
        .open()
        .addListener(
            (_, _, open) -> {
              if (open) {
                start.requestFocus();
              }
            });
    offer(styles.size());
  }

  public Node node() {
    return node;
  }

  private Node head() {
    Label title = texts.label(new Label(), "board.title");
    title.getStyleClass().add("heading");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button close = button("board.close", MaterialDesignC.CLOSE);
    close.setOnAction(_ -> board.open().set(false));
    Button cancel = button("board.cancel", MaterialDesignC.CANCEL);
    cancel.disableProperty().bind(board.busy().not());
    cancel.setOnAction(_ -> board.cancel());
    HBox first = new HBox(GAP, title, gap, start, cancel, close);
    first.setAlignment(Pos.CENTER_LEFT);
    Label words = texts.label(new Label(), "board.words");
    words.setWrapText(true);
    words.getStyleClass().addAll("text-muted", "text-small");
    words.setMinHeight(Region.USE_PREF_SIZE);
    choice(across, "board.across");
    choice(down, "board.down");
    count.setId("board-count");
    for (int i = BoardPlan.LEAST; i <= BoardPlan.MOST; i++) {
      count.getItems().add(i);
    }
    count.setValue(BoardPlan.LEAST);
    Options.name(count, n -> new SimpleStringProperty(n + " × " + n));
    count.getStyleClass().add("small");
    count.accessibleTextProperty().bind(texts.bound("board.count"));
    texts.tip(count, "board.count");
    start.disableProperty().bind(board.busy());
    start.setOnAction(_ -> board.paint(across.getValue(), down.getValue(), count.getValue()));
    HBox tools =
        new HBox(GAP, labelled("board.across", across), labelled("board.down", down), count);
    tools.setAlignment(Pos.CENTER_LEFT);
    return new VBox(GAP, first, words, tools);
  }

  private Node progress() {
    ProgressBar bar = new ProgressBar();
    bar.setId("board-progress");
    bar.progressProperty().bind(board.progress());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.visibleProperty().bind(board.busy());
    bar.accessibleTextProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get("board.progress", Math.round(100 * board.progress().get())),
                board.progress(),
                texts.language()));
    return bar;
  }

  private HBox labelled(String key, ComboBox<Axis> box) {
    Label label = texts.label(new Label(), key);
    label.setLabelFor(box);
    label.setMinWidth(Region.USE_PREF_SIZE);
    HBox pair = new HBox(GAP / 2, label, box);
    pair.setAlignment(Pos.CENTER_LEFT);
    return pair;
  }

  private void choice(ComboBox<Axis> box, String key) {
    box.setId(key.replace('.', '-'));
    box.getStyleClass().add("small");
    Options.name(box, axis -> texts.bound(axis.key()));
    box.accessibleTextProperty().bind(texts.bound(key));
    texts.tip(box, key + ".tip");
    box.valueProperty().addListener((_, before, now) -> keepApart(box, before, now));
  }

  /// The two are never the same: the other takes what this one had.
  private void keepApart(ComboBox<Axis> box, @Nullable Axis before, @Nullable Axis now) {
    ComboBox<Axis> other = box == across ? down : across;
    if (now != null && now == other.getValue() && before != null) {
      other.setValue(before);
    }
  }

  private void offer(int styles) {
    List<Axis> fitting = List.of(Axis.values()).stream().filter(a -> a.fits(styles)).toList();
    Axis wasAcross = across.getValue();
    Axis wasDown = down.getValue();
    across.getItems().setAll(fitting);
    down.getItems().setAll(fitting);
    across.setValue(fitting.contains(wasAcross) ? wasAcross : Axis.STYLE_WEIGHT);
    down.setValue(
        fitting.contains(wasDown) && wasDown != across.getValue() ? wasDown : Axis.STYLE_SCALE);
    if (across.getValue() == down.getValue()) {
      down.setValue(Axis.TV_WEIGHT);
    }
  }

  private void draw(@Nullable BoardPlan plan) {
    grid.getChildren().clear();
    cells.clear();
    if (plan == null) {
      return;
    }
    for (int column = 0; column < plan.columns().size(); column++) {
      grid.add(value(plan.across(), plan.columns().get(column)), column + 1, 0);
    }
    for (int row = 0; row < plan.rows().size(); row++) {
      grid.add(value(plan.down(), plan.rows().get(row)), 0, row + 1);
    }
    for (BoardPlan.Cell cell : plan.cells()) {
      BoardCell made = new BoardCell(cell, words(plan, cell), () -> board.take(cell), texts);
      cells.add(made);
      grid.add(made.node(), cell.column() + 1, cell.row() + 1);
      Frame frame = board.frames().get(cell.number());
      if (frame != null) {
        made.show(frame);
      }
    }
    mark();
    fit();
  }

  private String words(BoardPlan plan, BoardPlan.Cell cell) {
    return texts.get(
        "board.cell",
        texts.get(plan.across().key()),
        text(cell.across()),
        texts.get(plan.down().key()),
        text(cell.down()));
  }

  private Label value(Axis axis, double value) {
    Label label = new Label(texts.get("board.value", texts.get(axis.key()), text(value)));
    label.getStyleClass().add("text-small");
    label.setWrapText(true);
    label.setMaxWidth(HEADS - GAP);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private static String text(double value) {
    return value == 0
        ? "0"
        : new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }

  private void framed(MapChangeListener.Change<? extends Integer, ? extends Frame> change) {
    Frame frame = change.getValueAdded();
    if (frame != null && change.getKey() < cells.size()) {
      cells.get(change.getKey()).show(frame);
    }
  }

  private void mark() {
    cells.forEach(cell -> cell.mark(board.isTaken(cell.cell())));
  }

  /// As large as the window allows.
  private void fit() {
    BoardPlan plan = board.plan().get();
    if (plan != null && !cells.isEmpty()) {
      double most = (area.getWidth() - HEADS) / plan.columns().size() - GAP;
      double height = (area.getHeight() - HEADS / 2) / plan.rows().size() - GAP;
      double width = Math.clamp(Math.min(most, height * board.aspect()), LEAST, MOST);
      cells.forEach(cell -> cell.resize(width, Math.clamp(width / board.aspect(), LEAST, MOST)));
    }
  }

  private Button button(String key, Ikon icon) {
    Button button = texts.tip(texts.label(new Button(), key), key + ".tip");
    button.setId(key.replace('.', '-'));
    button.setGraphic(new FontIcon(icon));
    button.getStyleClass().add("small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }
}
