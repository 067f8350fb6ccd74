package studio.pastiche.ui.inputs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import studio.pastiche.session.InputPicture;
import studio.pastiche.ui.dialog.DialogService;
import studio.pastiche.ui.inspector.NumberRow;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.painting.StyleInput;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.text.Texts;

/// The left side: the photo's well, and under it the paintings' wells with their shares.
public final class InputsView {
  private final Painting painting;
  private final InputLoader loader;
  private final DropZones zones;
  private final DialogService dialogs;
  private final Background background;
  private final Notices notices;
  private final Texts texts;
  private final BooleanBinding locked;
  private final VBox content = new VBox();
  private final VBox styles = new VBox(16);
  private final List<Well> styleWells = new ArrayList<>();
  private final ScrollPane node;
  private @Nullable Well contentWell;

  public InputsView(
      Painting painting,
      InputLoader loader,
      DropZones zones,
      DialogService dialogs,
      Background background,
      Notices notices,
      Texts texts) {
    this.notices = notices;
    this.painting = painting;
    this.loader = loader;
    this.zones = zones;
    this.dialogs = dialogs;
    this.background = background;
    this.texts = texts;
    locked = Bindings.createBooleanBinding(() -> painting.phase().get().busy(), painting.phase());
    content.setId("content-well");
    styles.setId("style-wells");
    Button add = texts.tip(texts.label(new Button(), "well.add-style"), "well.add-style.tip");
    add.setId("add-style");
    add.setGraphic(new FontIcon(MaterialDesignP.PLUS));
    add.getStyleClass().add("small");
    add.setOnAction(_ -> pick(true, loader::addStyles));
    add.disableProperty().bind(locked);
    add.visibleProperty().bind(Bindings.isNotEmpty(painting.styles()));
    VBox column = new VBox(8, heading("well.content"), content, heading("well.style"), styles, add);
    VBox.setMargin(column.getChildren().get(2), new Insets(16, 0, 0, 0));
    column.setPadding(new Insets(16));
    node = new ScrollPane(column);
    node.setFitToWidth(true);
    node.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    node.getStyleClass().addAll("side", "left");
    node.setPrefWidth(240);
    node.setMinWidth(240);
    node.accessibleTextProperty().bind(texts.bound("well.pictures"));
    painting.content().addListener((_, _, _) -> drawContent());
    painting.styles().addListener((ListChangeListener<StyleInput>) _ -> drawStyles());
    zones.plan().addListener((_, _, plan) -> wells().forEach(well -> well.follow(plan)));
    drawContent();
    drawStyles();
  }

  public Node node() {
    return node;
  }

  private void drawContent() {
    Well.Purpose purpose =
        new Well.Purpose(
            MaterialDesignI.IMAGE_OUTLINE,
            "well.content.hint",
            this::browseContent,
            new Place.Content(),
            null,
            locked);
    contentWell = new Well(purpose, painting.content().get(), zones, background, texts);
    content.getChildren().setAll(contentWell.node());
  }

  /// Asks for the photo.
  public void browseContent() {
    pick(false, loader::content);
  }

  /// Asks for a painting.
  public void browseStyle() {
    pick(true, loader::addStyles);
  }

  private void drawStyles() {
    styleWells.clear();
    if (painting.styles().isEmpty()) {
      Well.Purpose purpose =
          new Well.Purpose(
              MaterialDesignP.PALETTE_OUTLINE,
              "well.style.hint",
              this::browseStyle,
              new Place.Styles(),
              null,
              locked);
      styles.getChildren().setAll(styleWell(purpose, null));
    } else {
      boolean more = painting.styles().size() > Math.max(1, styles.getChildren().size());
      styles.getChildren().setAll(painting.styles().stream().map(this::styleWell).toList());
      if (more) {
        // The new well is the last.
        node.setVvalue(node.getVmax());
      }
    }
  }

  private Node styleWell(StyleInput style) {
    Well.Purpose purpose =
        new Well.Purpose(
            MaterialDesignP.PALETTE_OUTLINE,
            "well.style.hint",
            () -> pick(false, files -> loader.replaceStyle(style, files)),
            new Place.Style(style),
            () -> painting.styles().remove(style),
            locked);
    Node well = styleWell(purpose, style.input());
    if (painting.styles().size() < 2) {
      return well;
    }
    return new VBox(4, well, share(style));
  }

  private Node styleWell(Well.Purpose purpose, @Nullable InputPicture input) {
    Well well = new Well(purpose, input, zones, background, texts);
    styleWells.add(well);
    return well.node();
  }

  private Stream<Well> wells() {
    return Stream.concat(Stream.ofNullable(contentWell), styleWells.stream());
  }

  private Node share(StyleInput style) {
    NumberRow row = new NumberRow(style.share(), painting.edits(), texts, notices);
    Label label = row.label();
    HBox line = new HBox(8, label, row.slider(), row.field());
    HBox.setHgrow(row.slider(), Priority.ALWAYS);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private void pick(boolean several, Consumer<List<Path>> then) {
    List<Path> files = dialogs.openPictures(several);
    if (!files.isEmpty()) {
      then.accept(files);
    }
  }

  private Label heading(String key) {
    Label label = texts.label(new Label(), key);
    label.getStyleClass().add("heading");
    return label;
  }
}
