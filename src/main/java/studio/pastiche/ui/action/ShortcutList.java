package studio.pastiche.ui.action;

import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.pastiche.ui.text.Texts;

/// Every action that has keys, with them, group by group.
public final class ShortcutList {
  private final Actions actions;
  private final Texts texts;

  public ShortcutList(Actions actions, Texts texts) {
    this.actions = actions;
    this.texts = texts;
  }

  /// Call when every action is added.
  public Parent node() {
    VBox column = new VBox(16);
    column.setPadding(new Insets(16, 24, 24, 24));
    for (ActionGroup group : ActionGroup.values()) {
      GridPane grid = grid();
      actions.in(group).stream()
          .filter(action -> !action.keys().isEmpty())
          .forEach(action -> row(grid, action));
      if (grid.getRowCount() > 0) {
        Label heading = texts.label(new Label(), group.key());
        heading.getStyleClass().add("heading");
        column.getChildren().add(new VBox(8, heading, grid));
      }
    }
    ScrollPane pane = new ScrollPane(column);
    pane.setId("shortcuts");
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.accessibleTextProperty().bind(texts.bound("shortcuts.title"));
    return pane;
  }

  private void row(GridPane grid, StudioAction action) {
    Label words = texts.label(new Label(), action.key());
    words.setMinWidth(Region.USE_PREF_SIZE);
    Label keys =
        new Label(
            action.keys().stream().map(Keys::words).distinct().collect(Collectors.joining("   ")));
    keys.getStyleClass().add("text-muted");
    keys.setMinWidth(Region.USE_PREF_SIZE);
    grid.addRow(grid.getRowCount(), words, keys);
  }

  private static GridPane grid() {
    GridPane grid = new GridPane(32, 6);
    ColumnConstraints words = new ColumnConstraints();
    words.setHgrow(Priority.ALWAYS);
    ColumnConstraints keys = new ColumnConstraints();
    keys.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().addAll(words, keys);
    return grid;
  }
}
