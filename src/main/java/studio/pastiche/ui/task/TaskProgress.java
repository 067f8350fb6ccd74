package studio.pastiche.ui.task;

import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// A piece of long work as the window sees it. Read on the JavaFX thread.
public final class TaskProgress {
  /// How far work is whose length is not known.
  public static final double UNKNOWN = -1;

  private final ObservableValue<String> title;
  private final Runnable cancelling;
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(UNKNOWN);
  private final ReadOnlyObjectWrapper<OptionalDouble> secondsLeft =
      new ReadOnlyObjectWrapper<>(OptionalDouble.empty());

  TaskProgress(ObservableValue<String> title, Runnable cancelling) {
    this.title = title;
    this.cancelling = cancelling;
  }

  /// What is being done.
  public ObservableValue<String> title() {
    return title;
  }

  /// From 0 to 1, or [#UNKNOWN].
  public ReadOnlyDoubleProperty fraction() {
    return fraction.getReadOnlyProperty();
  }

  /// How long it will yet take, once that can be told.
  public ReadOnlyObjectProperty<OptionalDouble> secondsLeft() {
    return secondsLeft.getReadOnlyProperty();
  }

  /// Asks the work to end. It leaves nothing half done behind, and nobody is told of its end.
  public void cancel() {
    cancelling.run();
  }

  void set(Report report) {
    fraction.set(report.fraction());
    secondsLeft.set(report.secondsLeft());
  }

  /// What is passed to the JavaFX thread.
  record Report(double fraction, OptionalDouble secondsLeft) {}
}
