package studio.pastiche.ui.inspector;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import studio.pastiche.ui.painting.Choice;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.text.Texts;

/// A choice as label and box.
final class ChoiceRow<T> {
  private final Label label;
  private final ComboBox<T> box = new ComboBox<>();

  ChoiceRow(Choice<T> choice, Painting painting, Texts texts) {
    String key = choice.key();
    label = texts.label(new Label(), key);
    StartMark.onto(label, choice, painting, texts);
    label.setLabelFor(box);
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2 && !box.isDisabled()) {
            choice.reset();
          }
        });
    box.setId(key.replace("setting.", ""));
    box.getItems().setAll(choice.options());
    box.setCellFactory(_ -> cell(choice, texts));
    box.setButtonCell(cell(choice, texts));
    box.valueProperty().bindBidirectional(choice.value());
    box.setMaxWidth(Double.MAX_VALUE);
    box.getStyleClass().add("small");
    box.accessibleTextProperty().bind(texts.bound(key));
    texts.tip(box, key + ".tip");
  }

  Label label() {
    return label;
  }

  ComboBox<T> box() {
    return box;
  }

  private static <T> ListCell<T> cell(Choice<T> choice, Texts texts) {
    ListCell<T> cell = new ListCell<>();
    cell.itemProperty()
        .addListener(
            (_, _, option) -> {
              cell.textProperty().unbind();
              if (option == null) {
                cell.setText("");
              } else {
                cell.textProperty().bind(texts.bound(choice.keyOf(option)));
              }
            });
    return cell;
  }
}
