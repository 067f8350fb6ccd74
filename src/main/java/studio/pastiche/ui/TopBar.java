package studio.pastiche.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.pastiche.ui.action.Actions;
import studio.pastiche.ui.action.StudioAction;
import studio.pastiche.ui.inputs.InputLoader;
import studio.pastiche.ui.inputs.Sample;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.text.Texts;

/// The bar at the top: paint, pause, stop; samples; save; looks and language.
final class TopBar {
  private final Texts texts;

  /// In a narrow window, what does not fit is found behind its arrow.
  private final ToolBar node = new ToolBar();

  TopBar(
      Actions registry,
      PaintingActions actions,
      FileActions files,
      TuningActions tuning,
      AppActions app,
      Painting painting,
      InputLoader loader,
      Texts texts) {
    this.texts = texts;
    Button paint = registry.button(actions.paint);
    paint.getStyleClass().add("accent");
    Button pause = registry.button(actions.pause);
    Button resume = registry.button(actions.resume);
    // One place for both: the button that is of use is the one that is there.
    resume.visibleProperty().bind(Bindings.not(resume.disableProperty()));
    pause.visibleProperty().bind(Bindings.not(resume.visibleProperty()));
    pause.setMaxWidth(Double.MAX_VALUE);
    resume.setMaxWidth(Double.MAX_VALUE);
    pause.setMinWidth(Region.USE_PREF_SIZE);
    resume.setMinWidth(Region.USE_PREF_SIZE);
    Button keep = registry.button(actions.keep);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    node.getItems()
        .addAll(
            whyGreyed(paint, actions.paint),
            new StackPane(pause, resume),
            registry.button(actions.stop),
            whyGreyed(keep, actions.keep),
            new Separator(Orientation.VERTICAL),
            registry.iconButton(tuning.undo),
            registry.iconButton(tuning.redo),
            whyGreyed(registry.toggleButton(tuning.variations), tuning.variations),
            new Separator(Orientation.VERTICAL),
            samples(painting, loader),
            gap,
            whyGreyed(registry.button(files.save), files.save),
            new Separator(Orientation.VERTICAL),
            flat(registry.iconButton(app.palette)),
            flat(registry.iconButton(app.settings)));
    node.getItems().stream()
        .filter(Region.class::isInstance)
        .filter(each -> each != gap)
        .forEach(each -> ((Region) each).setMinWidth(Region.USE_PREF_SIZE));
    node.getStyleClass().add("top-bar");
  }

  Node node() {
    return node;
  }

  /// What is greyed gets no pointer, so its explanation hangs on what it lies in.
  private Node whyGreyed(ButtonBase button, StudioAction action) {
    StackPane around = new StackPane(button);
    button.setMinWidth(Region.USE_PREF_SIZE);
    Tooltip tooltip = new Tooltip();
    tooltip
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get(action.whyNot().getValue()), action.whyNot(), texts.language()));
    BooleanBinding wanted = Bindings.not(action.possible());
    wanted.addListener((_, _, now) -> hang(tooltip, around, now));
    hang(tooltip, around, wanted.get());
    // A binding is held weakly by what it observes.
    around.getProperties().put(wanted, wanted);
    return around;
  }

  private static void hang(Tooltip tooltip, Node node, boolean wanted) {
    if (wanted) {
      Tooltip.install(node, tooltip);
    } else {
      Tooltip.uninstall(node, tooltip);
    }
  }

  private Node samples(Painting painting, InputLoader loader) {
    SplitMenuButton button =
        texts.tip(texts.label(new SplitMenuButton(), "sample.try"), "sample.try.tip");
    button.setId("try-sample");
    button.setOnAction(_ -> loader.sample(Sample.SWIRLS));
    button
        .disableProperty()
        .bind(Bindings.createBooleanBinding(() -> painting.phase().get().busy(), painting.phase()));
    for (Sample sample : Sample.values()) {
      if (sample != Sample.LAKE) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(texts.bound(sample.key()));
        item.setOnAction(_ -> loader.sample(sample));
        button.getItems().add(item);
      }
    }
    return button;
  }

  private static Button flat(Button button) {
    button.getStyleClass().addAll("flat", "button-icon");
    return button;
  }
}
