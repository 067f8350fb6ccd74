package studio.pastiche.ui.action;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.pastiche.ui.text.Texts;

/// An action in the command palette: its words and menu, and at the right its keys, or why it is
/// not possible now.
final class PaletteCell {
  private static final PseudoClass IMPOSSIBLE = PseudoClass.getPseudoClass("impossible");

  private final ListCell<StudioAction> cell = new ListCell<>();
  private final FontIcon icon = new FontIcon();
  private final Label words = new Label();
  private final Label group = new Label();
  private final Label side = new Label();
  private final HBox row;

  /// Held here, as a binding holds what it observes only weakly.
  private final BooleanProperty impossible = new SimpleBooleanProperty();

  private final Texts texts;

  PaletteCell(Texts texts) {
    this.texts = texts;
    group.getStyleClass().addAll("text-muted", "text-small");
    side.getStyleClass().addAll("text-muted", "text-small");
    words.setMinWidth(Region.USE_PREF_SIZE);
    side.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    row = new HBox(12, icon, words, group, gap, side);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("palette-row");
    impossible.addListener((_, _, now) -> row.pseudoClassStateChanged(IMPOSSIBLE, now));
    cell.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    cell.itemProperty().addListener((_, _, action) -> show(action));
  }

  ListCell<StudioAction> cell() {
    return cell;
  }

  private void show(@Nullable StudioAction action) {
    side.textProperty().unbind();
    if (action == null) {
      cell.setGraphic(null);
      cell.setAccessibleText("");
      return;
    }
    icon.setIconCode(action.icon());
    words.textProperty().unbind();
    words.textProperty().bind(action.words(texts));
    group.setText(texts.get(action.group().key()));
    side.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> side(action), action.possible(), action.whyNot(), texts.language()));
    impossible.unbind();
    impossible.bind(Bindings.not(action.possible()));
    cell.setGraphic(row);
    cell.setAccessibleText(words.getText() + ", " + side.getText());
  }

  private String side(StudioAction action) {
    if (action.possible().get()) {
      return action.shortcut().orElse("");
    }
    String why = action.whyNot().getValue();
    return why.isEmpty() ? "" : texts.get(why);
  }
}
