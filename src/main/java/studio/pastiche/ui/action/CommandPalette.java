package studio.pastiche.ui.action;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.pastiche.ui.text.Texts;

/// Finds an action by a few letters of its name. It lies over the window; the keyboard stays in its
/// field, from where arrows choose and Enter does it.
public final class CommandPalette {
  private static final double ROW = 36;
  private static final int ROWS = 9;
  private static final int FITS_WORDS = 1000;

  private final Actions actions;
  private final Supplier<List<String>> recent;
  private final Consumer<String> took;
  private final Texts texts;
  private final TextField field = new TextField();
  private final ListView<StudioAction> list = new ListView<>();
  private final VBox node;
  private @Nullable Node before;

  /// @param recent the keys of the actions that were taken last, newest first
  /// @param took is told of each action that is taken
  public CommandPalette(
      Actions actions, Supplier<List<String>> recent, Consumer<String> took, Texts texts) {
    this.actions = actions;
    this.recent = recent;
    this.took = took;
    this.texts = texts;
    field.setId("palette-field");
    field.promptTextProperty().bind(texts.bound("palette.prompt"));
    field.accessibleTextProperty().bind(texts.bound("palette.prompt"));
    field.textProperty().addListener((_, _, _) -> find());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    field
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused) {
                hide();
              }
            });
    list.setId("palette-list");
    list.setFocusTraversable(false);
    list.setFixedCellSize(ROW);
    list.accessibleTextProperty().bind(texts.bound("palette.list"));
    list.setCellFactory(_ -> cell());
    Label none = texts.label(new Label(), "palette.none");
    none.getStyleClass().add("text-muted");
    list.setPlaceholder(none);
    node = new VBox(8, field, list);
    node.setId("palette");
    node.getStyleClass().add("palette");
    node.setMaxSize(640, Region.USE_PREF_SIZE);
    node.setVisible(false);
  }

  public Node node() {
    return node;
  }

  /// Opens it, or closes it where it is open.
  public void toggle() {
    if (node.isVisible()) {
      leave();
    } else {
      before = node.getScene().getFocusOwner();
      field.clear();
      find();
      node.setVisible(true);
      field.requestFocus();
    }
  }

  private javafx.scene.control.ListCell<StudioAction> cell() {
    var cell = new PaletteCell(texts).cell();
    // At once, before the click takes the keyboard from the field.
    cell.setOnMousePressed(
        event -> {
          event.consume();
          if (cell.getItem() != null) {
            take(cell.getItem());
          }
        });
    return cell;
  }

  private void pressed(KeyEvent event) {
    KeyCode code = event.getCode();
    int last = list.getItems().size() - 1;
    int at = list.getSelectionModel().getSelectedIndex();
    switch (code) {
      case DOWN -> select(at == last ? 0 : at + 1);
      case UP -> select(at <= 0 ? last : at - 1);
      case PAGE_DOWN -> select(Math.min(last, at + ROWS - 1));
      case PAGE_UP -> select(Math.max(0, at - ROWS + 1));
      case ENTER -> {
        if (list.getSelectionModel().getSelectedItem() instanceof StudioAction action) {
          take(action);
        }
      }
      case ESCAPE -> leave();
      case TAB -> {
        // The keyboard stays in the field.
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void select(int row) {
    list.getSelectionModel().select(row);
    list.scrollTo(Math.max(0, row - ROWS / 2));
  }

  /// What is not possible says so, and leaves the palette open.
  private void take(StudioAction action) {
    if (action.possible().get()) {
      leave();
      took.accept(action.key());
      action.run();
    }
  }

  private void leave() {
    Node back = before;
    hide();
    if (back != null) {
      back.requestFocus();
    }
  }

  private void hide() {
    node.setVisible(false);
    before = null;
  }

  private void find() {
    list.getItems().setAll(found(field.getText()));
    list.setPrefHeight(ROW * Math.clamp(list.getItems().size(), 1, ROWS) + 2);
    if (!list.getItems().isEmpty()) {
      select(0);
    }
  }

  /// The actions that fit, best first; of equal ones, and where nothing is typed, those that were
  /// taken last come first.
  private List<StudioAction> found(String typed) {
    List<String> last = recent.get();
    Comparator<StudioAction> byAge =
        Comparator.comparingInt(
            action -> last.contains(action.key()) ? last.indexOf(action.key()) : last.size());
    if (typed.isBlank()) {
      return actions.all().stream().sorted(byAge).toList();
    }
    Map<StudioAction, Integer> scores =
        actions.all().stream()
            .filter(action -> score(typed, action).isPresent())
            .collect(
                Collectors.toMap(
                    action -> action, action -> score(typed, action).orElseThrow(), (a, _) -> a));
    List<StudioAction> fitting = new ArrayList<>(actions.all());
    fitting.removeIf(action -> !scores.containsKey(action));
    fitting.sort(
        Comparator.comparing((StudioAction action) -> -scores.getOrDefault(action, 0))
            .thenComparing(byAge));
    return fitting;
  }

  /// By its words; where they do not fit, by its menu's, or by its own name, which is English.
  private OptionalInt score(String typed, StudioAction action) {
    OptionalInt byWords = Fuzzy.score(typed, action.words(texts).getValue());
    if (byWords.isPresent()) {
      return OptionalInt.of(byWords.getAsInt() + FITS_WORDS);
    }
    String others = texts.get(action.group().key()) + " " + action.key().replaceAll("\\W", " ");
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    return others.toLowerCase(Locale.ROOT).contains(wanted)
        ? OptionalInt.of(0)
        : OptionalInt.empty();
  }
}
