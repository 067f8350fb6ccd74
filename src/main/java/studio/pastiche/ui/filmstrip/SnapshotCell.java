package studio.pastiche.ui.filmstrip;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import studio.pastiche.engine.Tuning;
import studio.pastiche.session.Branch;
import studio.pastiche.session.Snapshot;
import studio.pastiche.ui.history.Figures;
import studio.pastiche.ui.history.TuningWords;
import studio.pastiche.ui.text.Texts;

/// A place of the strip: a snapshot with its thumbnail, iteration, size, loss and what was tuned;
/// or the head of a run.
final class SnapshotCell {
  private static final double WIDTH = 104;
  private static final double HEIGHT = 72;

  private final ListCell<StripItem> cell = new ListCell<>();
  private final ImageView thumbnail = new ImageView();
  private final Label iteration = small("heading");
  private final Label size = small("text-muted");
  private final Label tuned = small("tuned");
  private final Node pinned = badge(new FontIcon(MaterialDesignP.PIN));
  private final Node lowest = badge(new FontIcon(MaterialDesignD.DIAMOND));
  private final Label run = new Label();
  private final Label origin = small("text-muted");
  private final Tooltip tooltip = new Tooltip();
  private final VBox picture;
  private final VBox head;
  private final TuningWords words;
  private final Texts texts;
  private final Consumer<Snapshot> pick;
  private final ContextMenu menu;
  private final DragOut dragOut;

  /// @param pick chooses a snapshot whose menu is asked for
  SnapshotCell(Texts texts, Consumer<Snapshot> pick, ContextMenu menu, DragOut dragOut) {
    this.texts = texts;
    this.pick = pick;
    this.menu = menu;
    this.dragOut = dragOut;
    words = new TuningWords(texts);
    picture = picture();
    run.getStyleClass().add("heading");
    origin.setWrapText(true);
    head = new VBox(4, run, origin);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("run-head");
    tooltip.setShowDelay(Duration.millis(500));
    tooltip.setShowDuration(Duration.seconds(30));
    cell.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    cell.getStyleClass().add("snapshot");
    cell.itemProperty().addListener((_, _, item) -> show(item));
    texts.language().addListener((_, _, _) -> show(cell.getItem()));
    cell.setOnContextMenuRequested(this::openMenu);
    cell.addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (cell.getItem() instanceof StripItem.Kept kept) {
            dragOut.pressed(event, kept.snapshot());
          }
        });
    cell.setOnDragDetected(this::drag);
  }

  ListCell<StripItem> cell() {
    return cell;
  }

  private VBox picture() {
    thumbnail.setPreserveRatio(true);
    thumbnail.setFitWidth(WIDTH);
    thumbnail.setFitHeight(HEIGHT);
    HBox badges = new HBox(2, lowest, pinned);
    badges.setAlignment(Pos.TOP_RIGHT);
    badges.setMouseTransparent(true);
    StackPane frame = new StackPane(thumbnail, badges);
    frame.setMinSize(WIDTH, HEIGHT);
    frame.setPrefSize(WIDTH, HEIGHT);
    VBox content = new VBox(frame, iteration, size, tuned);
    content.setAlignment(Pos.TOP_CENTER);
    return content;
  }

  private static Label small(String style) {
    Label label = new Label();
    label.getStyleClass().addAll("text-small", style);
    label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    label.setMaxWidth(WIDTH + 8);
    return label;
  }

  private static Node badge(FontIcon icon) {
    StackPane badge = new StackPane(icon);
    badge.getStyleClass().add("badge");
    badge.setMaxSize(20, 20);
    return badge;
  }

  private void show(@Nullable StripItem item) {
    switch (item) {
      case null -> {
        cell.setGraphic(null);
        cell.setAccessibleText("");
        cell.setTooltip(null);
        thumbnail.setImage(null);
      }
      case StripItem.Head one -> show(one.branch());
      case StripItem.Kept kept -> show(kept);
    }
  }

  private void show(Branch branch) {
    Branch.@Nullable Origin from = branch.origin();
    run.setText(
        branch.name().isBlank()
            ? texts.get("filmstrip.run", String.valueOf(branch.number()))
            : branch.name());
    origin.setText(
        from == null
            ? texts.get("filmstrip.anew")
            : texts.get(
                "filmstrip.from", String.valueOf(from.branch()), String.valueOf(from.iteration())));
    cell.setGraphic(head);
    cell.setTooltip(null);
    cell.setAccessibleText(run.getText() + ", " + origin.getText());
  }

  private void show(StripItem.Kept kept) {
    Snapshot snapshot = kept.snapshot();
    Snapshot.Mark mark = snapshot.mark();
    List<String> changes = changes(kept);
    thumbnail.setImage(image(snapshot.thumbnail()));
    iteration.setText(
        texts.get(
            mark.last() ? "filmstrip.last" : "filmstrip.iteration",
            String.valueOf(mark.iteration())));
    size.setText(
        texts.get(
            "filmstrip.size-and-loss",
            String.valueOf(snapshot.size().longSide()),
            Figures.brief(mark.loss())));
    Tuning before = kept.before();
    tuned.setText(before == null ? "" : String.join(", ", words.brief(before, kept.now())));
    tuned.setVisible(!changes.isEmpty());
    pinned.setVisible(snapshot.pinned());
    pinned.setManaged(snapshot.pinned());
    lowest.setVisible(kept.lowest());
    lowest.setManaged(kept.lowest());
    cell.setGraphic(picture);
    String all = inWords(kept, changes);
    tooltip.setText(all);
    cell.setTooltip(tooltip);
    cell.setAccessibleText(all.replace("\n", ", "));
  }

  private List<String> changes(StripItem.Kept kept) {
    Tuning before = kept.before();
    return before == null ? List.of() : words.between(before, kept.now());
  }

  private String inWords(StripItem.Kept kept, List<String> changes) {
    Snapshot.Mark mark = kept.snapshot().mark();
    StringBuilder all = new StringBuilder(iteration.getText());
    all.append('\n')
        .append(
            texts.get(
                "filmstrip.stage",
                String.valueOf(mark.stage()),
                String.valueOf(mark.stages()),
                kept.snapshot().size().toString()))
        .append('\n')
        .append(texts.get("filmstrip.loss", Figures.brief(mark.loss())));
    changes.forEach(change -> all.append('\n').append(change));
    if (kept.lowest()) {
      all.append('\n').append(texts.get("filmstrip.lowest"));
    }
    if (kept.snapshot().pinned()) {
      all.append('\n').append(texts.get("filmstrip.pinned"));
    }
    return all.toString();
  }

  private void openMenu(ContextMenuEvent event) {
    if (cell.getItem() instanceof StripItem.Kept kept && !menu.getItems().isEmpty()) {
      pick.accept(kept.snapshot());
      menu.show(cell, event.getScreenX(), event.getScreenY());
      event.consume();
    }
  }

  private void drag(MouseEvent event) {
    if (cell.getItem() instanceof StripItem.Kept kept && event.isPrimaryButtonDown()) {
      dragOut.begin(cell, kept.snapshot(), thumbnail.getImage());
      event.consume();
    }
  }

  private static WritableImage image(Snapshot.Thumbnail thumbnail) {
    int width = thumbnail.size().width();
    WritableImage image = new WritableImage(width, thumbnail.size().height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            width,
            thumbnail.size().height(),
            PixelFormat.getIntArgbInstance(),
            thumbnail.argb(),
            0,
            width);
    return image;
  }
}
