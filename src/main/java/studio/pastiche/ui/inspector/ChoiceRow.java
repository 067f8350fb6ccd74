package studio.pastiche.ui.inspector;

import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import studio.pastiche.ui.painting.Choice;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.text.Options;
import studio.pastiche.ui.text.Texts;

/// A choice as label and box.
final class ChoiceRow<T> {
  private final Label label;
  private final ComboBox<T> box = new ComboBox<>();

  /// @param words names an option
  ChoiceRow(
      Choice<T> choice,
      Function<T, ObservableValue<String>> words,
      Painting painting,
      Texts texts) {
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
    Options.name(box, words);
    box.valueProperty().bindBidirectional(choice.value());
    choice.options().addListener((ListChangeListener<T>) _ -> offer(choice));
    box.setMaxWidth(Double.MAX_VALUE);
    box.getStyleClass().add("small");
    box.accessibleTextProperty().bind(texts.bound(key));
    texts.tip(box, key + ".tip");
  }

  /// A box lets go of what was chosen while its options change.
  private void offer(Choice<T> choice) {
    box.valueProperty().unbindBidirectional(choice.value());
    box.getItems().setAll(choice.options());
    box.valueProperty().bindBidirectional(choice.value());
  }

  Label label() {
    return label;
  }

  ComboBox<T> box() {
    return box;
  }
}
