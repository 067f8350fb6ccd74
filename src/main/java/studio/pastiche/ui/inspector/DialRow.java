package studio.pastiche.ui.inspector;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.pastiche.engine.Dial;
import studio.pastiche.ui.painting.Edits;
import studio.pastiche.ui.painting.Settings;
import studio.pastiche.ui.painting.StepName;
import studio.pastiche.ui.text.Texts;

/// How much work goes into the picture, as three buttons in a row. None of them is down where the
/// number of iterations is set by hand, which is said beside them.
final class DialRow {
  private static final List<Dial> OFFERED = List.of(Dial.DRAFT, Dial.GOOD, Dial.PRINT);

  private final Settings settings;
  private final Edits edits;
  private final Map<Dial, ToggleButton> buttons = new EnumMap<>(Dial.class);
  private final ToggleGroup group = new ToggleGroup();
  private final Label label;
  private final Label byHand;
  private final VBox node;

  DialRow(Settings settings, Edits edits, Texts texts) {
    this.settings = settings;
    this.edits = edits;
    String key = settings.dial().key();
    label = texts.label(new Label(), key);
    label.setMinWidth(Region.USE_PREF_SIZE);
    texts.tip(label, key + ".tip");
    HBox row = new HBox();
    for (Dial dial : OFFERED) {
      row.getChildren().add(button(dial, texts));
    }
    row.getStyleClass().add("dial");
    ends(row);
    label.setLabelFor(buttons.get(Dial.GOOD));
    byHand = texts.label(new Label(), "setting.schedule.by-hand");
    byHand.setId("schedule-by-hand");
    byHand.getStyleClass().addAll("text-muted", "text-small");
    byHand.setMinWidth(Region.USE_PREF_SIZE);
    byHand.managedProperty().bind(byHand.visibleProperty());
    node = new VBox(2, row, byHand);
    settings.dial().value().addListener((_, _, _) -> follow());
    settings.iterations().value().addListener((_, _, _) -> follow());
    settings.size().value().addListener((_, _, _) -> follow());
    settings.stages().value().addListener((_, _, _) -> follow());
    follow();
  }

  Label label() {
    return label;
  }

  VBox node() {
    return node;
  }

  private ToggleButton button(Dial dial, Texts texts) {
    ToggleButton button = texts.label(new ToggleButton(), settings.dial().keyOf(dial));
    button.setId("schedule-" + dial);
    button.setToggleGroup(group);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(button, Priority.ALWAYS);
    texts.tip(button, settings.dial().key() + ".tip");
    button.setOnAction(_ -> turnTo(dial));
    button.addEventFilter(KeyEvent.KEY_PRESSED, event -> step(event, dial));
    buttons.put(dial, button);
    return button;
  }

  private static void ends(HBox row) {
    row.getChildren().getFirst().getStyleClass().add("left-pill");
    row.getChildren().getLast().getStyleClass().add("right-pill");
    row.getChildren().subList(1, row.getChildren().size() - 1).stream()
        .forEach(each -> each.getStyleClass().add("center-pill"));
  }

  /// A second press of the button that is down changes nothing, so it stays down.
  private void turnTo(Dial dial) {
    edits.together(StepName.of(settings.dial().key()), () -> settings.turnTo(dial));
    follow();
  }

  /// Left and right go along the buttons, as in any such row.
  private void step(KeyEvent event, Dial from) {
    int by = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
    int to = OFFERED.indexOf(from) + by;
    if (by != 0) {
      if (to >= 0 && to < OFFERED.size()) {
        turnTo(OFFERED.get(to));
        ToggleButton next = buttons.get(OFFERED.get(to));
        if (next != null) {
          next.requestFocus();
        }
      }
      event.consume();
    }
  }

  private void follow() {
    boolean own = settings.byHand() || !OFFERED.contains(settings.dial().get());
    buttons.forEach((dial, button) -> button.setSelected(!own && dial == settings.dial().get()));
    byHand.setVisible(settings.byHand());
  }
}
