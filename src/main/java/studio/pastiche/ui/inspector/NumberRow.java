package studio.pastiche.ui.inspector;

import atlantafx.base.controls.ProgressSliderSkin;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Edits;
import studio.pastiche.ui.painting.Parameter;
import studio.pastiche.ui.painting.StepName;
import studio.pastiche.ui.text.Texts;

/// A parameter as label, slider and field. The slider covers the sensible range, the field takes
/// any allowed number; a double click on label or slider brings the default back. Each drag is one
/// step to take back.
public final class NumberRow {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination REDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  private static final KeyCombination REDO_TOO =
      new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);

  private final Parameter parameter;
  private final Edits edits;
  private final Texts texts;
  private final Notices notices;
  private final ObservableValue<String> name;
  private final StepName step;
  private final Label label;
  private final Slider slider = new Slider(0, 1, 0);
  private final TextField field = new TextField();
  private boolean following;
  private boolean clickMoved;

  public NumberRow(Parameter parameter, Edits edits, Texts texts, Notices notices) {
    this(
        parameter,
        texts.bound(parameter.key()),
        parameter.key().replace("setting.", ""),
        edits,
        StepName.of(parameter.key()),
        texts,
        notices);
  }

  /// A row with a name of its own, where several parameters have the same key.
  ///
  /// @param id of the field; the slider's is that with `-slider`
  /// @param step what a drag is called
  NumberRow(
      Parameter parameter,
      ObservableValue<String> name,
      String id,
      Edits edits,
      StepName step,
      Texts texts,
      Notices notices) {
    this.parameter = parameter;
    this.name = name;
    this.edits = edits;
    this.texts = texts;
    this.notices = notices;
    String key = parameter.key();
    this.step = step;
    label = new Label();
    label.textProperty().bind(name);
    label.accessibleTextProperty().bind(name);
    label.setLabelFor(field);
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.setOnMouseClicked(this::resetOnDoubleClick);
    StringBinding tip =
        Bindings.createStringBinding(
            () -> texts.get(key + ".tip") + "\n" + texts.get("setting.range", parameter.range()),
            texts.language());
    texts.tip(label, tip);
    texts.tip(slider, tip);
    texts.tip(field, tip);
    makeSlider(id);
    makeField(id);
    parameter.value().addListener((_, _, _) -> follow());
    follow();
  }

  public Label label() {
    return label;
  }

  public Slider slider() {
    return slider;
  }

  public TextField field() {
    return field;
  }

  private void makeSlider(String id) {
    slider.setId(id + "-slider");
    slider.setSkin(new ProgressSliderSkin(slider));
    slider.setBlockIncrement(0.02);
    slider.setMinWidth(64);
    slider.setPrefWidth(96);
    slider.accessibleTextProperty().bind(Bindings.concat(name, ": ", field.textProperty()));
    slider.valueProperty().addListener((_, _, position) -> slid(position.doubleValue()));
    slider.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    slider.addEventFilter(MouseEvent.MOUSE_CLICKED, this::resetOnDoubleClick);
    // a handler, for the slider moves to where it is released before the step ends
    slider.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> clickMoved = edits.end());
    slider.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          // while a key is held it is pressed again and again
          if (!edits.dragging() && event.getCode().isNavigationKey()) {
            edits.begin(step);
          }
        });
    slider.addEventHandler(KeyEvent.KEY_RELEASED, _ -> edits.end());
    slider
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused) {
                edits.end();
              }
            });
  }

  private void pressed(MouseEvent event) {
    if (event.getClickCount() == 2 && clickMoved) {
      edits.beginAgain(step);
    } else {
      edits.begin(step);
    }
  }

  private void makeField(String id) {
    field.setId(id);
    field.setPrefColumnCount(5);
    field.setPrefWidth(64);
    field.setMinWidth(64);
    field.getStyleClass().addAll("small", "number");
    field.accessibleTextProperty().bind(name);
    field
        .textProperty()
        .addListener(
            (_, _, text) -> field.pseudoClassStateChanged(WRONG, parameter.parse(text).isEmpty()));
    field.setOnAction(_ -> typed());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyInField);
    field
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused) {
                typed();
              }
            });
  }

  /// While something is being typed, undo takes that back; else the studio's last step.
  private void keyInField(KeyEvent event) {
    boolean typing = !field.getText().equals(parameter.text());
    boolean undo = UNDO.match(event);
    boolean redo = REDO.match(event) || REDO_TOO.match(event);
    if (event.getCode() == KeyCode.ESCAPE && typing || undo && typing) {
      follow();
    } else if (undo) {
      edits.undo();
    } else if (redo && !typing) {
      edits.redo();
    } else {
      return;
    }
    event.consume();
  }

  private void slid(double position) {
    if (!following) {
      parameter.slide(position);
    }
  }

  /// What is no number, or none that is allowed, gives way to what was there, which is said. Words
  /// that were not changed change nothing, though they may stand for a rounded number.
  private void typed() {
    if (!field.getText().equals(parameter.text())) {
      parameter.parse(field.getText()).ifPresentOrElse(this::set, this::refuse);
    }
    follow();
  }

  /// As one step, with what follows from it.
  private void set(double number) {
    edits.together(step, () -> parameter.set(number));
  }

  private void refuse() {
    notices.warn(
        texts.get("notice.not-allowed", name.getValue(), field.getText().strip()),
        texts.get("setting.range", parameter.range()));
  }

  private void follow() {
    following = true;
    if (!slider.isValueChanging()) {
      slider.setValue(parameter.spec().scale().position(parameter.get()));
    }
    field.setText(parameter.text());
    following = false;
  }

  private void resetOnDoubleClick(MouseEvent event) {
    if (event.getClickCount() == 2 && !field.isDisabled()) {
      if (clickMoved && event.getSource() == slider) {
        edits.beginAgain(step);
      }
      clickMoved = false;
      parameter.reset();
      edits.end();
      event.consume();
    }
  }
}
