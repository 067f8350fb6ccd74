package studio.pastiche.ui.foot;

import java.util.OptionalDouble;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import studio.pastiche.ui.task.LongTasks;
import studio.pastiche.ui.task.TaskProgress;
import studio.pastiche.ui.text.Amounts;
import studio.pastiche.ui.text.Texts;

/// The long work in hand, a line each above the foot: what it is, how far, how long yet, and a
/// button that calls it off.
final class TasksView {
  private final ObservableBooleanValue still;
  private final Texts texts;
  private final Amounts amounts;
  private final VBox node = new VBox();

  /// @param still whether nothing may move by itself
  TasksView(LongTasks tasks, ObservableBooleanValue still, Texts texts) {
    this.still = still;
    this.texts = texts;
    amounts = new Amounts(texts);
    node.setId("tasks");
    tasks
        .running()
        .addListener(
            (ListChangeListener<TaskProgress>)
                _ -> node.getChildren().setAll(tasks.running().stream().map(this::line).toList()));
  }

  Node node() {
    return node;
  }

  private Node line(TaskProgress task) {
    Label title = new Label();
    title.textProperty().bind(task.title());
    title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    ProgressBar bar = new ProgressBar();
    bar.progressProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> still.get() ? Math.max(0, task.fraction().get()) : task.fraction().get(),
                task.fraction(),
                still));
    bar.accessibleTextProperty().bind(task.title());
    bar.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    Label left = new Label();
    left.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> left(task.secondsLeft().get()), task.secondsLeft(), texts.language()));
    left.setMinWidth(Region.USE_PREF_SIZE);
    Button cancel = texts.tip(new Button(), "task.cancel.tip");
    cancel.setGraphic(new FontIcon(MaterialDesignC.CLOSE));
    cancel.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    cancel.accessibleTextProperty().bind(texts.bound("task.cancel", task.title()));
    cancel.getStyleClass().addAll("flat", "button-icon", "small");
    cancel.setOnAction(_ -> task.cancel());
    HBox line = new HBox(12, title, bar, left, cancel);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("task");
    return line;
  }

  private String left(OptionalDouble seconds) {
    return seconds.isPresent() ? texts.get("foot.left", amounts.time(seconds.getAsDouble())) : "";
  }
}
