package studio.pastiche.ui.text;

import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;

/// Options of a box to choose from, in words.
public final class Options {
  private Options() {}

  /// Lets a box say its options in words, which follow the language.
  ///
  /// @param words of an option
  public static <T> void name(
      ComboBox<T> box, Function<? super T, ? extends ObservableValue<String>> words) {
    box.setCellFactory(_ -> cell(words));
    box.setButtonCell(cell(words));
  }

  private static <T> ListCell<T> cell(
      Function<? super T, ? extends ObservableValue<String>> words) {
    ListCell<T> cell = new ListCell<>();
    cell.itemProperty()
        .addListener(
            (_, _, option) -> {
              cell.textProperty().unbind();
              if (option == null) {
                cell.setText("");
              } else {
                cell.textProperty().bind(words.apply(option));
              }
            });
    return cell;
  }
}
