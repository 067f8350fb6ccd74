package studio.pastiche.ui.log;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.text.Options;
import studio.pastiche.ui.text.Texts;

/// The last messages of the log, to look through and to copy.
public final class LogView {
  private final LogFile file;
  private final Background background;
  private final Notices notices;
  private final Texts texts;
  private final ObservableList<LogEntry> entries = FXCollections.observableArrayList();
  private final FilteredList<LogEntry> shown = new FilteredList<>(entries);
  private final ListView<LogEntry> list = new ListView<>(shown);
  private final ComboBox<LogEntry.Level> level = new ComboBox<>();
  private final BorderPane node = new BorderPane();

  /// @param folder the log files are in
  /// @param shower shows a folder in the system's file manager
  public LogView(
      Path folder, Consumer<Path> shower, Background background, Notices notices, Texts texts) {
    file = new LogFile(folder);
    this.background = background;
    this.notices = notices;
    this.texts = texts;
    list.setId("log-list");
    list.accessibleTextProperty().bind(texts.bound("log.title"));
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setCellFactory(_ -> new EntryCell());
    Label empty = texts.label(new Label(), "log.empty");
    empty.getStyleClass().add("text-muted");
    list.setPlaceholder(empty);
    makeLevels();
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label filter = texts.label(new Label(), "log.level");
    filter.setLabelFor(level);
    HBox bar =
        new HBox(
            8,
            filter,
            level,
            gap,
            button("log.refresh", this::refresh),
            button("log.copy", this::copy),
            button("log.open", () -> shower.accept(folder)));
    bar.getChildren().stream()
        .filter(each -> each != gap)
        .forEach(each -> ((Region) each).setMinWidth(Region.USE_PREF_SIZE));
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.setPadding(new Insets(12, 16, 12, 16));
    node.setTop(bar);
    node.setCenter(list);
    node.setId("log");
  }

  public Parent node() {
    return node;
  }

  /// Reads it anew, and shows its end.
  public void refresh() {
    background.run(
        file::tail,
        found -> {
          entries.setAll(found);
          list.scrollTo(shown.size() - 1);
        },
        problem -> notices.error(texts.get("notice.no-log"), texts.said(problem)));
  }

  private void makeLevels() {
    level.setId("log-level");
    level.getItems().setAll(LogEntry.Level.INFO, LogEntry.Level.WARN, LogEntry.Level.ERROR);
    level.accessibleTextProperty().bind(texts.bound("log.level"));
    level.setValue(LogEntry.Level.INFO);
    level
        .valueProperty()
        .addListener((_, _, least) -> shown.setPredicate(entry -> entry.atLeast(least)));
    Options.name(level, one -> texts.bound("log.level." + one.name().toLowerCase(Locale.ROOT)));
  }

  /// What is selected, or else everything that is shown.
  private void copy() {
    List<LogEntry> chosen = List.copyOf(list.getSelectionModel().getSelectedItems());
    ClipboardContent content = new ClipboardContent();
    content.putString(
        (chosen.isEmpty() ? shown : chosen)
            .stream().map(LogEntry::text).collect(Collectors.joining("\n")));
    Clipboard.getSystemClipboard().setContent(content);
  }

  private Button button(String key, Runnable does) {
    Button button = texts.tip(texts.label(new Button(), key), key + ".tip");
    button.setId(key.replace('.', '-'));
    button.setOnAction(_ -> does.run());
    return button;
  }

  private static final class EntryCell extends ListCell<LogEntry> {
    @Override
    protected void updateItem(LogEntry item, boolean empty) {
      super.updateItem(item, empty);
      getStyleClass().removeAll("log-error", "log-warn", "log-info");
      setText(empty || item == null ? null : item.text().stripTrailing());
      if (!empty && item != null) {
        getStyleClass().add("log-" + item.level().name().toLowerCase(Locale.ROOT));
      }
    }
  }
}
