package studio.pastiche.ui.document;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import studio.pastiche.session.InputPicture;
import studio.pastiche.session.RecentProjects;
import studio.pastiche.ui.action.ActionGroup;
import studio.pastiche.ui.action.Actions;
import studio.pastiche.ui.action.Keys;
import studio.pastiche.ui.action.StudioAction;
import studio.pastiche.ui.text.Texts;

/// What the artist can do with projects.
public final class DocumentActions {
  private final Documents documents;
  private final StudioAction open;
  private final Texts texts;
  private List<RecentProjects.Entry> listed = List.of();

  /// Adds them to the registry; before all others, so that they head the file menu.
  public DocumentActions(Actions registry, Documents documents, Texts texts) {
    this.documents = documents;
    this.texts = texts;
    registry.add(
        StudioAction.of(
                "action.new-project",
                ActionGroup.FILE,
                MaterialDesignF.FILE_OUTLINE,
                documents::startAnew)
            .withKeys(Keys.shortcut(KeyCode.N)));
    open =
        registry.add(
            StudioAction.of(
                    "action.open-project",
                    ActionGroup.FILE,
                    MaterialDesignF.FOLDER_OPEN_OUTLINE,
                    documents::open)
                .withKeys(Keys.shortcut(KeyCode.O)));
    registry.add(
        StudioAction.of(
                "action.save-project",
                ActionGroup.FILE,
                MaterialDesignC.CONTENT_SAVE_OUTLINE,
                documents::save)
            .withKeys(Keys.shortcut(KeyCode.S)));
    registry.add(
        StudioAction.of(
                "action.save-project-as",
                ActionGroup.FILE,
                MaterialDesignC.CONTENT_SAVE_EDIT_OUTLINE,
                documents::saveAs)
            .withKeys(Keys.shiftShortcut(KeyCode.S)));
  }

  /// Opens a project; the recent ones belong after it.
  public StudioAction openProject() {
    return open;
  }

  /// A menu of the recent projects, read anew each time it is shown. Those whose file is gone are
  /// marked, and can't be opened.
  public Menu recentMenu() {
    Menu menu = new Menu();
    menu.setId("recent-projects");
    menu.textProperty().bind(texts.bound("project.recent"));
    menu.setGraphic(new FontIcon(MaterialDesignH.HISTORY));
    menu.getItems().setAll(none());
    documents.onRecentChange(() -> fill(menu));
    menu.setOnShowing(_ -> fill(menu));
    fill(menu);
    return menu;
  }

  private void fill(Menu menu) {
    documents.recent(
        entries -> {
          // to put other items into a menu that is open keeps it open when one is chosen
          if (entries.equals(listed)) {
            return;
          }
          listed = entries;
          if (entries.isEmpty()) {
            menu.getItems().setAll(none());
            return;
          }
          MenuItem clear = new MenuItem();
          clear.setId("clear-recent");
          clear.textProperty().bind(texts.bound("project.clear-recent"));
          clear.setOnAction(_ -> documents.clearRecent());
          menu.getItems().setAll(entries.stream().map(this::item).toList());
          menu.getItems().addAll(new SeparatorMenuItem(), clear);
        });
  }

  private MenuItem none() {
    MenuItem none = new MenuItem();
    none.textProperty().bind(texts.bound("project.no-recent"));
    none.setDisable(true);
    return none;
  }

  private MenuItem item(RecentProjects.Entry entry) {
    String name = InputPicture.nameOf(entry.project());
    String folder = String.valueOf(entry.project().getParent());
    MenuItem item = new MenuItem();
    item.setMnemonicParsing(false);
    item.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get(entry.there() ? "project.entry" : "project.missing", name, folder),
                texts.language()));
    item.setDisable(!entry.there());
    if (!entry.there()) {
      item.setGraphic(new FontIcon(MaterialDesignA.ALERT_OUTLINE));
    }
    item.setOnAction(_ -> documents.open(entry.project()));
    return item;
  }
}
