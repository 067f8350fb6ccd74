package studio.pastiche.ui.crash;

import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import studio.pastiche.ui.text.Texts;

/// Says that the studio could not open, in a plain dialog that needs nothing of the studio.
public final class StartFailureDialog {
  private final StartFailure failure;
  private final Texts texts;

  public StartFailureDialog(StartFailure failure, Texts texts) {
    this.failure = failure;
    this.texts = texts;
  }

  /// Shows it, and waits until it is closed.
  public void show() {
    ButtonType copy = new ButtonType(texts.get("notice.copy-details"), ButtonBar.ButtonData.LEFT);
    ButtonType close = new ButtonType(texts.get("crash.close"), ButtonBar.ButtonData.CANCEL_CLOSE);
    Label what = new Label(texts.get("crash.start"));
    what.setWrapText(true);
    Label then =
        new Label(
            failure.file() == null
                ? texts.get("crash.do")
                : texts.get("crash.do-with-file", String.valueOf(failure.file())));
    then.setWrapText(true);
    TextArea details = new TextArea(failure.report());
    details.setEditable(false);
    details.setPrefRowCount(14);
    details.setPrefColumnCount(70);
    details.setAccessibleText(texts.get("crash.details"));
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.setTitle(texts.get("app.name"));
    dialog.setResizable(true);
    dialog.getDialogPane().setContent(new VBox(12, what, then, details));
    dialog.getDialogPane().getButtonTypes().addAll(copy, close);
    dialog
        .getDialogPane()
        .lookupButton(copy)
        .addEventFilter(
            javafx.event.ActionEvent.ACTION,
            event -> {
              event.consume();
              ClipboardContent content = new ClipboardContent();
              content.putString(failure.report());
              Clipboard.getSystemClipboard().setContent(content);
            });
    dialog.showAndWait();
  }
}
