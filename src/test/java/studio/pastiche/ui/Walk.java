package studio.pastiche.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;

/// Walks through windows as the tests of all screens need it. On the JavaFX thread.
final class Walk {
  private Walk() {}

  /// Something to work with by mouse or keyboard.
  static boolean works(Control control) {
    return control instanceof ButtonBase
        || control instanceof Slider
        || control instanceof TextInputControl
        || control instanceof ComboBoxBase<?>
        || control instanceof Spinner<?>
        || control instanceof ListView<?>;
  }

  /// The controls that the studio made; what is inside them is JavaFX's own.
  static List<Control> controls(Parent root) {
    return found(root, c -> works(c) || c instanceof ProgressBar || c instanceof TitledPane);
  }

  /// Everything with words.
  static List<Control> labelled(Parent root) {
    return found(root, c -> c instanceof Labeled && !(c instanceof TitledPane));
  }

  /// What a control is called in a test's complaint.
  static String name(Control control) {
    String words = control instanceof Labeled labeled ? labeled.getText() : "";
    return control.getClass().getSimpleName() + " " + control.getId() + " " + words;
  }

  private static List<Control> found(Parent root, Predicate<Control> wanted) {
    List<Control> found = new ArrayList<>();
    walk(root, wanted, found);
    return found;
  }

  private static void walk(Node node, Predicate<Control> wanted, List<Control> found) {
    if (node instanceof Control control && wanted.test(control)) {
      found.add(control);
    }
    switch (node) {
      case ScrollPane pane -> walk(pane.getContent(), wanted, found);
      case TitledPane pane -> walk(pane.getContent(), wanted, found);
      case Control _ -> {}
      case Parent parent ->
          parent.getChildrenUnmodifiable().forEach(child -> walk(child, wanted, found));
      default -> {}
    }
  }
}
