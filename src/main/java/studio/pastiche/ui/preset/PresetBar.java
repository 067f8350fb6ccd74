package studio.pastiche.ui.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import studio.pastiche.session.Preset;
import studio.pastiche.ui.dialog.DialogService;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.text.Texts;

/// The preset that was chosen, with a mark where the settings differ by now, and the way to others.
/// A name is typed in its place, not in a dialog.
public final class PresetBar {
  private final Presets presets;
  private final DialogService dialogs;
  private final Notices notices;
  private final Texts texts;
  private final MenuButton menu = new MenuButton();
  private final HBox choosing;
  private final HBox naming;
  private final TextField name = new TextField();
  private final VBox node;
  private Consumer<String> named = _ -> {};

  public PresetBar(Presets presets, DialogService dialogs, Notices notices, Texts texts) {
    this.presets = presets;
    this.dialogs = dialogs;
    this.notices = notices;
    this.texts = texts;
    presets.nameBy(this::nameOf);
    choosing = choosing();
    naming = naming();
    node = new VBox(choosing, naming);
    presets.own().addListener((ListChangeListener<Preset>) _ -> fill());
    presets.chosen().addListener((_, _, _) -> fill());
    texts.language().addListener((_, _, _) -> fill());
    fill();
    showNaming(false);
    presets.load(this::failed);
  }

  public Node node() {
    return node;
  }

  private HBox choosing() {
    Label label = texts.label(new Label(), "preset.label");
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.setLabelFor(menu);
    menu.setId("preset");
    menu.setMaxWidth(Double.MAX_VALUE);
    menu.getStyleClass().add("small");
    StringBinding words =
        Bindings.createStringBinding(
            this::words, presets.chosen(), presets.modified(), texts.language());
    menu.textProperty().bind(words);
    menu.accessibleTextProperty().bind(Bindings.concat(texts.bound("preset.label"), ": ", words));
    texts.tip(menu, "preset.tip");
    Button reset = iconButton("preset.reset", MaterialDesignR.RESTORE);
    reset.disableProperty().bind(presets.modified().not());
    reset.setOnAction(_ -> presets.reset());
    Button save = iconButton("preset.save", MaterialDesignP.PLUS);
    save.setOnAction(_ -> askToSave());
    HBox row = new HBox(8, label, menu, reset, save);
    HBox.setHgrow(menu, Priority.ALWAYS);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private HBox naming() {
    name.setId("preset-name");
    name.getStyleClass().add("small");
    name.promptTextProperty().bind(texts.bound("preset.name"));
    name.accessibleTextProperty().bind(texts.bound("preset.name"));
    texts.tip(name, "preset.name.tip");
    name.setOnAction(_ -> done());
    name.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            showNaming(false);
            menu.requestFocus();
            event.consume();
          }
        });
    Button done = iconButton("preset.done", MaterialDesignC.CHECK);
    done.disableProperty().bind(Bindings.createBooleanBinding(this::nameless, name.textProperty()));
    done.setOnAction(_ -> done());
    Button cancel = iconButton("preset.cancel", MaterialDesignC.CLOSE);
    cancel.setOnAction(_ -> showNaming(false));
    HBox row = new HBox(8, name, done, cancel);
    HBox.setHgrow(name, Priority.ALWAYS);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private boolean nameless() {
    return name.getText().isBlank();
  }

  private String words() {
    Preset preset = presets.chosen().get();
    if (preset == null) {
      return texts.get("preset.none");
    }
    return presets.modified().get() ? texts.get("preset.modified", nameOf(preset)) : nameOf(preset);
  }

  private String nameOf(Preset preset) {
    return preset.builtIn() ? texts.get(preset.name()) : preset.name();
  }

  private void fill() {
    List<MenuItem> items = new ArrayList<>(presets.builtIn().stream().map(this::item).toList());
    if (!presets.own().isEmpty()) {
      items.add(new SeparatorMenuItem());
      presets.own().stream().map(this::item).forEach(items::add);
    }
    items.add(new SeparatorMenuItem());
    items.add(command("preset.save", MaterialDesignP.PLUS, this::askToSave));
    Preset chosen = presets.chosen().get();
    if (chosen != null && !chosen.builtIn()) {
      items.add(command("preset.update", MaterialDesignC.CONTENT_SAVE_OUTLINE, () -> save(chosen)));
      items.add(command("preset.rename", MaterialDesignR.RENAME_BOX, () -> askToRename(chosen)));
      items.add(command("preset.delete", MaterialDesignC.CLOSE, () -> askToDelete(chosen)));
    }
    menu.getItems().setAll(items);
  }

  private MenuItem item(Preset preset) {
    RadioMenuItem item = new RadioMenuItem(nameOf(preset));
    item.setMnemonicParsing(false);
    item.setSelected(preset.equals(presets.chosen().get()));
    item.setOnAction(
        _ -> {
          presets.choose(preset);
          fill();
        });
    return item;
  }

  private MenuItem command(String key, Ikon icon, Runnable does) {
    MenuItem item = new MenuItem(texts.get(key), new FontIcon(icon));
    item.setId(key.replace('.', '-') + "-item");
    item.setOnAction(_ -> does.run());
    return item;
  }

  private void askToSave() {
    ask("", typed -> presets.save(typed, this::failed));
  }

  private void save(Preset preset) {
    presets.save(preset.name(), this::failed);
  }

  private void askToRename(Preset preset) {
    ask(preset.name(), typed -> presets.rename(typed, this::failed));
  }

  private void askToDelete(Preset preset) {
    boolean sure =
        dialogs.confirms(
            new DialogService.Question(
                texts.get("preset.delete.question", preset.name()),
                texts.get("preset.delete.detail"),
                texts.get("preset.delete.yes"),
                texts.get("preset.delete.no")));
    if (sure) {
      presets.delete(this::failed);
    }
  }

  private void ask(String proposal, Consumer<String> then) {
    named = then;
    name.setText(proposal);
    showNaming(true);
    name.requestFocus();
    name.selectAll();
  }

  private void done() {
    if (!nameless()) {
      showNaming(false);
      menu.requestFocus();
      named.accept(name.getText());
    }
  }

  private void showNaming(boolean on) {
    naming.setVisible(on);
    naming.setManaged(on);
    choosing.setVisible(!on);
    choosing.setManaged(!on);
  }

  private void failed(@Nullable Throwable problem) {
    notices.error(texts.get("preset.failed"), problem == null ? "" : texts.said(problem));
  }

  private Button iconButton(String key, Ikon icon) {
    Button button = texts.label(new Button(), key);
    button.setId(key.replace('.', '-'));
    button.setGraphic(new FontIcon(icon));
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.getStyleClass().addAll("flat", "button-icon", "small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    return texts.tip(button, key + ".tip");
  }
}
