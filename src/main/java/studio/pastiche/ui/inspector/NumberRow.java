package studio.pastiche.ui.inspector;

import atlantafx.base.controls.ProgressSliderSkin;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Parameter;
import studio.pastiche.ui.text.Texts;

/// A parameter as label, slider and field. The slider covers the sensible range, the field takes
/// any allowed number; a double click on label or slider brings the default back.
public final class NumberRow {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final Parameter parameter;
  private final Texts texts;
  private final Notices notices;
  private final Label label;
  private final Slider slider = new Slider(0, 1, 0);
  private final TextField field = new TextField();
  private boolean following;

  public NumberRow(Parameter parameter, Texts texts, Notices notices) {
    this.parameter = parameter;
    this.texts = texts;
    this.notices = notices;
    String key = parameter.spec().key();
    label = texts.label(new Label(), key);
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
    makeSlider(key, texts);
    makeField(key, texts);
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

  private void makeSlider(String key, Texts texts) {
    slider.setId(id(key) + "-slider");
    slider.setSkin(new ProgressSliderSkin(slider));
    slider.setBlockIncrement(0.02);
    slider.setMinWidth(64);
    slider.setPrefWidth(96);
    slider
        .accessibleTextProperty()
        .bind(Bindings.concat(texts.bound(key), ": ", field.textProperty()));
    slider.valueProperty().addListener((_, _, position) -> slid(position.doubleValue()));
    slider.addEventFilter(MouseEvent.MOUSE_CLICKED, this::resetOnDoubleClick);
  }

  private void makeField(String key, Texts texts) {
    field.setId(id(key));
    field.setPrefColumnCount(5);
    field.setPrefWidth(64);
    field.setMinWidth(64);
    field.getStyleClass().addAll("small", "number");
    field.accessibleTextProperty().bind(texts.bound(key));
    field
        .textProperty()
        .addListener(
            (_, _, text) -> field.pseudoClassStateChanged(WRONG, parameter.parse(text).isEmpty()));
    field.setOnAction(_ -> typed());
    field.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            follow();
          }
        });
    field
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused) {
                typed();
              }
            });
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
      parameter.parse(field.getText()).ifPresentOrElse(parameter::set, this::refuse);
    }
    follow();
  }

  private void refuse() {
    notices.warn(
        texts.get("notice.not-allowed", texts.get(parameter.spec().key()), field.getText().strip()),
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
      parameter.reset();
      event.consume();
    }
  }

  private static String id(String key) {
    return key.replace("setting.", "");
  }
}
