package studio.pastiche.ui.networks;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import studio.pastiche.ui.dialog.DialogService;
import studio.pastiche.ui.networks.Imports.State;
import studio.pastiche.ui.networks.Imports.Wanted;
import studio.pastiche.ui.task.TaskProgress;
import studio.pastiche.ui.text.Texts;

/// Where weight files are brought: asks for one, shows that it is read, and asks what only the
/// artist can know.
final class ImportPane {
  private final Imports imports;
  private final DialogService dialogs;
  private final ObservableBooleanValue still;
  private final NetworkWords words;
  private final Parts parts;
  private final Texts texts;
  private final VBox node = new VBox();

  ImportPane(
      Imports imports,
      DialogService dialogs,
      ObservableBooleanValue still,
      NetworkWords words,
      Parts parts,
      Texts texts) {
    this.imports = imports;
    this.dialogs = dialogs;
    this.still = still;
    this.words = words;
    this.parts = parts;
    this.texts = texts;
    node.setId("import");
    node.getStyleClass().addAll("network-card", "import");
    // leaves the question; the window's own Escape would close the window over it
    node.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          State now = imports.state().get();
          if (event.getCode() == KeyCode.ESCAPE
              && (now instanceof State.AskingInput || now instanceof State.AskingName)) {
            event.consume();
            imports.leave();
          }
        });
    imports.state().addListener((_, _, _) -> draw());
    texts.language().addListener((_, _, _) -> draw());
    draw();
  }

  Node node() {
    return node;
  }

  /// Asks for files and imports them.
  private void choose() {
    imports.bring(dialogs.openNetworks());
  }

  private void draw() {
    node.getChildren()
        .setAll(
            switch (imports.state().get()) {
              case State.Idle() -> idle();
              case State.Reading(Wanted wanted, TaskProgress progress) -> reading(wanted, progress);
              case State.AskingInput(Imports.InputQuestion question) ->
                  new InputPane(question, imports, words, parts, texts).node();
              case State.AskingName(Wanted wanted, String name) -> naming(wanted, name);
            });
  }

  private Node idle() {
    FontIcon icon = new FontIcon(MaterialDesignT.TRAY_ARROW_DOWN);
    icon.getStyleClass().add("well-icon");
    Button choose = parts.button("networks.import", this::choose);
    Label how = parts.details(texts.get("networks.import.how"));
    return parts.row(how, List.of(icon), List.of(choose));
  }

  private Node reading(Wanted wanted, TaskProgress progress) {
    String file = String.valueOf(wanted.file().getFileName());
    ProgressBar bar = new ProgressBar();
    bar.setId("importing");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setProgress(still.get() ? 0 : ProgressBar.INDETERMINATE_PROGRESS);
    bar.setAccessibleText(texts.get("networks.importing", file));
    Button cancel = parts.button("networks.import-cancel", progress::cancel);
    return new VBox(8, parts.words(texts.get("networks.importing", file)), bar, cancel);
  }

  private Node naming(Wanted wanted, String name) {
    String file = String.valueOf(wanted.file().getFileName());
    TextField field = new TextField(name);
    field.setId("import-name");
    field.accessibleTextProperty().bind(texts.bound("networks.name"));
    Runnable rename = () -> imports.rename(field.getText().strip());
    field.setOnAction(_ -> rename.run());
    Button keep = parts.button("networks.name-take", rename);
    keep.disableProperty()
        .bind(field.textProperty().isEmpty().or(field.textProperty().isEqualTo(name)));
    Button leave = parts.button("networks.input.not-import", imports::leave);
    return new VBox(
        8,
        parts.words(texts.get("networks.name.ask", file), "heading"),
        parts.words(texts.get("networks.name.why", name)),
        field,
        new FlowPane(8, 8, keep, leave));
  }
}
