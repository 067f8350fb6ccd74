package studio.pastiche.ui.filmstrip;

import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.pastiche.session.Snapshot;
import studio.pastiche.ui.text.Texts;

/// A snapshot in the strip: its thumbnail, its size and its iteration.
final class SnapshotCell {
  private static final double WIDTH = 104;
  private static final double HEIGHT = 72;

  private final ListCell<Snapshot> cell = new ListCell<>();
  private final ImageView thumbnail = new ImageView();
  private final Label iteration = new Label();
  private final Label size = new Label();
  private final VBox content;
  private final ObservableBooleanValue severalRuns;
  private final Texts texts;

  /// @param severalRuns whether the strip holds snapshots of more than one run
  SnapshotCell(ObservableBooleanValue severalRuns, Texts texts) {
    this.severalRuns = severalRuns;
    this.texts = texts;
    thumbnail.setPreserveRatio(true);
    thumbnail.setFitWidth(WIDTH);
    thumbnail.setFitHeight(HEIGHT);
    StackPane frame = new StackPane(thumbnail);
    frame.setMinSize(WIDTH, HEIGHT);
    frame.setPrefSize(WIDTH, HEIGHT);
    size.getStyleClass().addAll("text-muted", "text-small");
    iteration.getStyleClass().add("text-small");
    content = new VBox(frame, iteration, size);
    content.setAlignment(Pos.CENTER);
    cell.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    cell.getStyleClass().add("snapshot");
    cell.itemProperty().addListener((_, _, snapshot) -> show(snapshot));
    texts.language().addListener((_, _, _) -> show(cell.getItem()));
    severalRuns.addListener((_, _, _) -> show(cell.getItem()));
  }

  ListCell<Snapshot> cell() {
    return cell;
  }

  private void show(@Nullable Snapshot snapshot) {
    if (snapshot == null) {
      cell.setGraphic(null);
      cell.setAccessibleText("");
      return;
    }
    Snapshot.Mark mark = snapshot.mark();
    thumbnail.setImage(image(snapshot.thumbnail()));
    iteration.setText(
        texts.get(
            mark.last() ? "filmstrip.last" : "filmstrip.iteration",
            String.valueOf(mark.iteration())));
    size.setText(
        texts.get(
            severalRuns.get() ? "filmstrip.size-of-run" : "filmstrip.size",
            String.valueOf(snapshot.size().longSide()),
            String.valueOf(mark.run())));
    cell.setGraphic(content);
    cell.setAccessibleText(iteration.getText() + ", " + size.getText());
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
