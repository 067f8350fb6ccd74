package studio.pastiche.ui.board;

import javafx.beans.property.SimpleStringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Frame;
import studio.pastiche.ui.text.Texts;

/// One picture of a board, as a button.
final class BoardCell {
  private static final PseudoClass TAKEN = PseudoClass.getPseudoClass("taken");
  private static final double FRAME = 4;

  private final BoardPlan.Cell cell;
  private final Button button = new Button();
  private final ImageView view = new ImageView();
  private @Nullable WritableImage image;

  /// @param words what its values are
  BoardCell(BoardPlan.Cell cell, String words, Runnable taken, Texts texts) {
    this.cell = cell;
    view.setPreserveRatio(true);
    button.setId("board-cell-" + cell.number());
    button.setGraphic(view);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.getStyleClass().add("board-cell");
    button.setOnAction(_ -> taken.run());
    button.setText(words);
    button.setAccessibleText(words);
    texts.tip(button, new SimpleStringProperty(words));
  }

  Button node() {
    return button;
  }

  BoardPlan.Cell cell() {
    return cell;
  }

  void show(Frame frame) {
    WritableImage now = image;
    if (now == null || now.getWidth() != frame.width() || now.getHeight() != frame.height()) {
      now = new WritableImage(frame.width(), frame.height());
      image = now;
      view.setImage(now);
    }
    now.getPixelWriter()
        .setPixels(
            0,
            0,
            frame.width(),
            frame.height(),
            PixelFormat.getIntArgbInstance(),
            frame.argb(),
            0,
            frame.width());
  }

  void mark(boolean taken) {
    button.pseudoClassStateChanged(TAKEN, taken);
  }

  void resize(double width, double height) {
    button.setMinSize(width, height);
    button.setPrefSize(width, height);
    button.setMaxSize(width, height);
    view.setFitWidth(width - 2 * FRAME);
    view.setFitHeight(height - 2 * FRAME);
  }
}
