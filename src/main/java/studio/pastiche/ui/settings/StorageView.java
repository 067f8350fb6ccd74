package studio.pastiche.ui.settings;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.pastiche.file.FolderUse;
import studio.pastiche.file.UserFolders;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.text.Amounts;
import studio.pastiche.ui.text.Texts;

/// The studio's own folders: what they are for, how much the cache holds, and buttons to look into
/// them and to empty the cache.
public final class StorageView {
  private final UserFolders folders;
  private final Consumer<Path> shower;
  private final Background background;
  private final Notices notices;
  private final Texts texts;
  private final Label cacheSize = new Label();
  private final VBox node;

  /// @param shower shows a folder in the system's file manager
  public StorageView(
      UserFolders folders,
      Consumer<Path> shower,
      Background background,
      Notices notices,
      Texts texts) {
    this.folders = folders;
    this.shower = shower;
    this.background = background;
    this.notices = notices;
    this.texts = texts;
    Button clear = texts.tip(texts.label(new Button(), "settings.clear"), "settings.clear.tip");
    clear.setId("settings-clear");
    clear.setMinWidth(Region.USE_PREF_SIZE);
    clear.setOnAction(_ -> clear());
    cacheSize.setId("cache-size");
    cacheSize.setMinWidth(Region.USE_PREF_SIZE);
    node =
        new VBox(
            16,
            folder("settings.cache", folders.cache(), cacheSize, clear),
            folder("settings.data", folders.data()),
            folder("settings.log", folders.log()));
    texts.language().addListener((_, _, _) -> measure());
  }

  Node node() {
    return node;
  }

  /// Looks how much the cache holds now.
  public void measure() {
    background.run(
        () -> FolderUse.bytes(folders.cache()),
        bytes -> cacheSize.setText(new Amounts(texts).disk(bytes)),
        _ -> cacheSize.setText(""));
  }

  private void clear() {
    background.run(
        () -> {
          FolderUse.empty(folders.cache());
          return folders.cache();
        },
        _ -> measure(),
        problem -> {
          measure();
          notices.error(texts.get("notice.not-cleared"), texts.said(problem));
        });
  }

  private Node folder(String key, Path path, Node... more) {
    Label words = texts.tip(texts.label(new Label(), key), key + ".tip");
    words.setMinWidth(Region.USE_PREF_SIZE);
    Button show = texts.tip(texts.label(new Button(), "settings.show"), "settings.show.tip");
    show.setId(key.replace('.', '-') + "-show");
    show.accessibleTextProperty().unbind();
    show.accessibleTextProperty().bind(texts.bound("settings.show-folder", texts.bound(key)));
    show.setMinWidth(Region.USE_PREF_SIZE);
    show.setOnAction(_ -> shower.accept(path));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(12, words, gap);
    head.getChildren().addAll(more);
    head.getChildren().add(show);
    head.setAlignment(Pos.CENTER_LEFT);
    Label where = new Label(path.toString());
    where.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    where.getStyleClass().addAll("text-muted", "text-small");
    return new VBox(4, head, where);
  }
}
