package studio.pastiche.ui;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import studio.pastiche.ui.action.Actions;
import studio.pastiche.ui.action.StudioAction;
import studio.pastiche.ui.inputs.InputLoader;
import studio.pastiche.ui.inputs.Sample;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.text.Language;
import studio.pastiche.ui.text.Texts;
import studio.pastiche.ui.theme.Theme;
import studio.pastiche.ui.theme.Themes;

/// The bar at the top: paint, pause, stop; samples; save; looks and language.
final class TopBar {
  private final Texts texts;
  private final HBox node = new HBox(8);

  TopBar(
      Actions registry,
      PaintingActions actions,
      FileActions files,
      Painting painting,
      InputLoader loader,
      Themes themes,
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
    node.getChildren()
        .addAll(
            whyGreyed(paint, actions.paint),
            new StackPane(pause, resume),
            registry.button(actions.stop),
            whyGreyed(keep, actions.keep),
            new Separator(Orientation.VERTICAL),
            samples(painting, loader),
            gap,
            whyGreyed(registry.button(files.save), files.save),
            new Separator(Orientation.VERTICAL),
            themeMenu(themes),
            languageMenu());
    node.getChildren().stream()
        .filter(Region.class::isInstance)
        .filter(each -> each != gap)
        .forEach(each -> ((Region) each).setMinWidth(Region.USE_PREF_SIZE));
    node.setAlignment(Pos.CENTER_LEFT);
    node.getStyleClass().add("top-bar");
  }

  Node node() {
    return node;
  }

  /// What is greyed gets no pointer, so its explanation hangs on what it lies in.
  private Node whyGreyed(Button button, StudioAction action) {
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

  private Node themeMenu(Themes themes) {
    MenuButton menu = menu("theme", "theme.menu", MaterialDesignT.THEME_LIGHT_DARK);
    ToggleGroup group = new ToggleGroup();
    for (Theme theme : Theme.values()) {
      RadioMenuItem item = new RadioMenuItem();
      item.textProperty().bind(texts.bound("theme." + theme.name().toLowerCase(Locale.ROOT)));
      item.setToggleGroup(group);
      item.setSelected(themes.theme().get() == theme);
      item.setOnAction(_ -> themes.theme().set(theme));
      themes.theme().addListener((_, _, now) -> item.setSelected(now == theme));
      menu.getItems().add(item);
    }
    return menu;
  }

  private Node languageMenu() {
    MenuButton menu = menu("language", "language.menu", MaterialDesignT.TRANSLATE);
    ToggleGroup group = new ToggleGroup();
    for (Language language : Language.values()) {
      RadioMenuItem item = new RadioMenuItem(language.ownName());
      item.setToggleGroup(group);
      item.setSelected(texts.language().get() == language);
      item.setOnAction(_ -> texts.language().set(language));
      menu.getItems().add(item);
    }
    return menu;
  }

  private MenuButton menu(String id, String key, Ikon icon) {
    MenuButton menu = texts.tip(texts.label(new MenuButton(), key), key + ".tip");
    menu.setId(id);
    menu.setGraphic(new FontIcon(icon));
    menu.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    menu.getStyleClass().addAll("flat", "button-icon", "no-arrow");
    return menu;
  }
}
