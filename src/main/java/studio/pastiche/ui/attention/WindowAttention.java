package studio.pastiche.ui.attention;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Marks the window's title until the window is looked at, which task bars show, and lets the
/// system say it too. Does nothing while a window of the studio is in front.
public final class WindowAttention implements Attention {
  private final SystemMessages messages;
  private final ReadOnlyStringWrapper mark = new ReadOnlyStringWrapper("");

  public WindowAttention(SystemMessages messages) {
    this.messages = messages;
    Window.getWindows().addListener((ListChangeListener<Window>) this::watch);
    Window.getWindows().forEach(this::watch);
  }

  /// What stands before the title; empty where nothing has happened since.
  public ReadOnlyStringProperty mark() {
    return mark.getReadOnlyProperty();
  }

  /// Gives the main window a title that carries the mark.
  public void entitle(Stage stage, ObservableValue<String> title) {
    stage.titleProperty().bind(Bindings.concat(mark, title));
  }

  @Override
  public void call(String title, String detail) {
    if (Window.getWindows().stream().noneMatch(Window::isFocused)) {
      mark.set("● " + title + " – ");
      messages.show(title, detail);
    }
  }

  private void watch(ListChangeListener.Change<? extends Window> change) {
    while (change.next()) {
      change.getAddedSubList().forEach(this::watch);
    }
  }

  private void watch(Window window) {
    window
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (focused) {
                mark.set("");
              }
            });
  }
}
