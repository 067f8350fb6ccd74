package studio.pastiche.ui.dialog;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// Dialogs in the looks of the window they lie over.
public final class MessageDialog {
  private MessageDialog() {}

  /// A title with words under it.
  ///
  /// @param name of the dialog's window
  /// @param safe the answer of the Enter key
  /// @param harmful the answer that loses something, shown as such
  /// @param answers every answer, these two among them
  public static Dialog<ButtonType> of(
      Stage owner,
      String name,
      String title,
      String detail,
      ButtonType safe,
      ButtonType harmful,
      ButtonType... answers) {
    Label first = words(title);
    first.getStyleClass().add("title-4");
    VBox words = new VBox(8, first, words(detail));
    words.setPrefWidth(450);
    words.setPadding(new Insets(16));
    Dialog<ButtonType> dialog = around(owner, name, words, answers);
    dialog.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
    for (ButtonType each : answers) {
      ((Button) dialog.getDialogPane().lookupButton(each)).setDefaultButton(each.equals(safe));
    }
    dialog.getDialogPane().lookupButton(harmful).getStyleClass().add("danger");
    return dialog;
  }

  /// Any content.
  static Dialog<ButtonType> around(Stage owner, String name, Node content, ButtonType... answers) {
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.initOwner(owner);
    dialog.setTitle(name);
    dialog.getDialogPane().setContent(content);
    dialog.getDialogPane().getButtonTypes().addAll(answers);
    dialog.getDialogPane().getStylesheets().addAll(owner.getScene().getStylesheets());
    return dialog;
  }

  private static Label words(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
