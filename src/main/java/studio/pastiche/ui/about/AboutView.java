package studio.pastiche.ui.about;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Version;
import studio.pastiche.ui.text.Texts;

/// Which version this is, its licence, and the libraries it runs with.
public final class AboutView {
  private final BorderPane node = new BorderPane();
  private final Texts texts;

  /// @param legal reads what is told
  /// @param folder with every library's own licence, or null where this was not installed
  /// @param shower shows a folder in the system's file manager
  public AboutView(LegalTexts legal, @Nullable Path folder, Consumer<Path> shower, Texts texts) {
    this.texts = texts;
    Label name = new Label();
    name.textProperty().bind(texts.bound("about.name", new ReadOnlyStringWrapper(Version.CURRENT)));
    name.getStyleClass().add("title-3");
    HBox head = new HBox(16, name);
    head.setAlignment(Pos.BASELINE_LEFT);
    head.setPadding(new Insets(16));
    if (folder != null) {
      Button open = texts.tip(texts.label(new Button(), "about.folder"), "about.folder.tip");
      open.setId("about-folder");
      open.setOnAction(_ -> shower.accept(folder));
      head.getChildren().add(open);
    }
    TabPane tabs =
        new TabPane(
            tab("about.notice", legal.notice()),
            tab("about.libraries", legal.libraries()),
            tab("about.licence", legal.licence()));
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.accessibleTextProperty().bind(texts.bound("about.title"));
    tabs.setId("about-tabs");
    node.setTop(head);
    node.setCenter(tabs);
    node.setId("about");
  }

  public Parent node() {
    return node;
  }

  private Tab tab(String key, String words) {
    Tab tab = new Tab();
    tab.textProperty().bind(texts.bound(key));
    tab.setContent(area(key, words));
    return tab;
  }

  private Node area(String key, String words) {
    TextArea area = new TextArea(words);
    area.setEditable(false);
    area.setWrapText(true);
    // the texts have columns
    area.getStyleClass().add("about-text");
    area.setId(key.replace('.', '-'));
    area.accessibleTextProperty().bind(texts.bound(key));
    return area;
  }
}
