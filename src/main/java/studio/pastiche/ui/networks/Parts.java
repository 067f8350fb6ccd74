package studio.pastiche.ui.networks;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.pastiche.ui.text.Texts;

/// What the networks' window is put together from.
final class Parts {
  private final Texts texts;

  Parts(Texts texts) {
    this.texts = texts;
  }

  /// A small button; its id is its key.
  Button button(String key, Runnable does) {
    Button button = texts.tip(texts.label(new Button(), key), key + ".tip");
    button.setId(key.replace('.', '-'));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.getStyleClass().add("small");
    button.setOnAction(_ -> does.run());
    return button;
  }

  /// A small button about one network; a screen reader names that too.
  Button button(String key, String network, Runnable does) {
    Button button = button(key, does);
    button.setId(NetworkWords.id(key.substring(key.indexOf('.') + 1), network));
    button.accessibleTextProperty().unbind();
    button
        .accessibleTextProperty()
        .bind(texts.bound("networks.of", texts.bound(key), new ReadOnlyStringWrapper(network)));
    return button;
  }

  /// Words that go on in the next line.
  Label words(String text, String... styles) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().addAll(styles);
    return label;
  }

  /// Details in small muted letters.
  Label details(String text) {
    return words(text, "text-muted", "text-small");
  }

  /// Nodes in a row, with all the room that is left for `wide`.
  HBox row(Region wide, List<Node> before, List<Node> after) {
    wide.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(wide, Priority.ALWAYS);
    HBox row = new HBox(8);
    row.getChildren().addAll(before);
    row.getChildren().add(wide);
    row.getChildren().addAll(after);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
