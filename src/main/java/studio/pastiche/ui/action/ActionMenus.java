package studio.pastiche.ui.action;

import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.pastiche.ui.text.Texts;

/// The menu bar: a menu for each group of actions. On macOS it is the system's.
public final class ActionMenus {
  private final Actions actions;
  private final Texts texts;

  public ActionMenus(Actions actions, Texts texts) {
    this.actions = actions;
    this.texts = texts;
  }

  /// Call when every action is added.
  ///
  /// @param more further items, each after the item of an action
  public MenuBar bar(Map<StudioAction, MenuItem> more) {
    MenuBar bar = new MenuBar();
    bar.setUseSystemMenuBar(true);
    bar.setId("menu-bar");
    bar.accessibleTextProperty().bind(texts.bound("group.bar"));
    Stream.of(ActionGroup.values())
        .filter(group -> !actions.in(group).isEmpty())
        .map(group -> menu(group, more))
        .forEach(bar.getMenus()::add);
    return bar;
  }

  private Menu menu(ActionGroup group, Map<StudioAction, MenuItem> more) {
    Menu menu = new Menu();
    menu.setId(group.key().replace('.', '-'));
    menu.textProperty().bind(texts.bound(group.key() + ".menu"));
    menu.setMnemonicParsing(true);
    for (StudioAction action : actions.in(group)) {
      menu.getItems().add(item(action));
      MenuItem further = more.get(action);
      if (further != null) {
        menu.getItems().add(further);
      }
    }
    return menu;
  }

  /// An action as a menu's item.
  public MenuItem item(StudioAction action) {
    BooleanProperty on = action.toggles();
    MenuItem item;
    if (on == null) {
      item = new MenuItem();
      item.setGraphic(new FontIcon(action.icon()));
    } else {
      CheckMenuItem check = new CheckMenuItem();
      check.selectedProperty().bindBidirectional(on);
      item = check;
    }
    item.setId(action.key().replace('.', '-') + "-item");
    item.textProperty().bind(action.words(texts));
    item.setMnemonicParsing(false);
    item.disableProperty().bind(Bindings.not(action.possible()));
    action.keys().stream()
        .flatMap(keys -> keys instanceof Keys.Held held ? Stream.of(held) : Stream.empty())
        .findFirst()
        .ifPresent(held -> item.setAccelerator(held.combination()));
    if (on == null) {
      item.setOnAction(_ -> action.run());
    }
    return item;
  }
}
