package studio.pastiche.ui.viewing;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import studio.pastiche.session.Snapshot;
import studio.pastiche.ui.canvas.CanvasView;
import studio.pastiche.ui.canvas.CompareMode;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.text.Texts;

/// Beside the zoom: how to compare and with what, peeking, and the loupe.
final class CompareTools {
  /// A menu of all snapshots would be longer than the screen; any other is shown first, and then
  /// compared with.
  private static final int NEWEST = 8;

  private final HBox node;
  private final CanvasView canvas;
  private final CanvasActions actions;
  private final Comparing comparing;
  private final Painting painting;
  private final Texts texts;

  CompareTools(Viewing viewing, CanvasActions actions, Painting painting, Texts texts) {
    canvas = viewing.canvas();
    comparing = viewing.comparing();
    this.actions = actions;
    this.painting = painting;
    this.texts = texts;
    node = new HBox(menu(), peek(), actions.registry().toggleButton(actions.loupe));
    node.getChildren().forEach(b -> b.getStyleClass().addAll("flat", "button-icon", "small"));
    node.setAlignment(Pos.CENTER);
    node.setMinWidth(Region.USE_PREF_SIZE);
    node.visibleProperty().bind(canvas.filled());
  }

  Node node() {
    return node;
  }

  private MenuButton menu() {
    MenuButton menu = texts.tip(texts.label(new MenuButton(), "compare.menu"), "compare.menu.tip");
    menu.setId("compare");
    menu.setGraphic(new FontIcon(MaterialDesignC.COMPARE));
    menu.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    menu.getStyleClass().add("no-arrow");
    menu.disableProperty().bind(Bindings.not(comparing.possible()));
    fill(menu);
    menu.setOnShowing(_ -> fill(menu));
    return menu;
  }

  /// The snapshots are those of the moment.
  private void fill(MenuButton menu) {
    ToggleGroup modes = new ToggleGroup();
    menu.getItems()
        .setAll(
            mode(texts.get("compare.off"), CompareMode.OFF, modes),
            mode(texts.get(actions.wipe.key()), CompareMode.WIPE, modes),
            mode(texts.get(actions.wipeDown.key()), CompareMode.WIPE_DOWN, modes),
            mode(texts.get(actions.sideBySide.key()), CompareMode.SIDE_BY_SIDE, modes),
            new SeparatorMenuItem());
    ToggleGroup targets = new ToggleGroup();
    Comparing.Target now = comparing.target().get();
    RadioMenuItem photo =
        radio(
            texts.get(actions.comparePhoto.key()),
            now instanceof Comparing.Target.Photo,
            targets,
            actions.comparePhoto::run);
    photo.setDisable(!actions.comparePhoto.possible().get());
    MenuItem shown = new MenuItem(texts.get(actions.compareShown.key()));
    shown.setDisable(!actions.compareShown.possible().get());
    shown.setOnAction(_ -> actions.compareShown.run());
    menu.getItems().addAll(photo, shown);
    offered(now).stream()
        .map(
            one ->
                radio(
                    texts.get("compare.with", comparing.words(one)),
                    now.equals(new Comparing.Target.Kept(one)),
                    targets,
                    () -> comparing.compareWith(one)))
        .forEach(menu.getItems()::add);
  }

  /// The newest snapshots, and the one that is compared with, newest first.
  private List<Snapshot> offered(Comparing.Target now) {
    List<Snapshot> all = painting.snapshots().reversed();
    return IntStream.range(0, all.size())
        .filter(i -> i < NEWEST || now.equals(new Comparing.Target.Kept(all.get(i))))
        .mapToObj(all::get)
        .toList();
  }

  private RadioMenuItem mode(String words, CompareMode mode, ToggleGroup group) {
    return radio(words, canvas.mode().get() == mode, group, () -> canvas.mode().set(mode));
  }

  private static RadioMenuItem radio(
      String words, boolean selected, ToggleGroup group, Runnable does) {
    RadioMenuItem item = new RadioMenuItem(words);
    item.setToggleGroup(group);
    item.setSelected(selected);
    item.setOnAction(_ -> does.run());
    return item;
  }

  /// Peeks while it is held down, by mouse or by the space bar.
  private Node peek() {
    Button button = actions.registry().iconButton(actions.peek);
    button.setOnAction(null);
    button.armedProperty().addListener((_, _, held) -> canvas.peeking().set(held));
    return button;
  }
}
