package studio.pastiche.ui.inputs;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.picture.Picture;
import studio.pastiche.session.InputPicture;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.text.Texts;

/// A place for one picture: a hint while it is empty, then the picture with its name and size.
final class Well {
  private static final Logger LOG = LoggerFactory.getLogger(Well.class);
  private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");
  private static final double WIDTH = 200;
  private static final double HEIGHT = 140;
  private static final int THUMBNAIL = 400;

  private final VBox node = new VBox(4);
  private final StackPane frame = new StackPane();
  private final Place place;
  private final Texts texts;
  private final Background background;

  /// What a well is for.
  ///
  /// @param icon shown while it is empty
  /// @param hintKey of the words while it is empty
  /// @param browse asks for a file
  /// @param place what is dropped on it is brought there
  /// @param remove empties it, or null where it can't be emptied
  /// @param locked while the wells can't change
  record Purpose(
      Ikon icon,
      String hintKey,
      Runnable browse,
      Place place,
      @Nullable Runnable remove,
      ObservableValue<Boolean> locked) {}

  Well(
      Purpose purpose,
      @Nullable InputPicture input,
      DropZones zones,
      Background background,
      Texts texts) {
    this.texts = texts;
    this.background = background;
    frame.getStyleClass().add("well");
    frame.setPrefSize(WIDTH, HEIGHT);
    frame.setMinSize(WIDTH, HEIGHT);
    frame.setMaxWidth(Double.MAX_VALUE);
    place = purpose.place();
    zones.zone(frame, place);
    node.getChildren().add(frame);
    if (input == null) {
      frame.getStyleClass().add("empty");
      frame.getChildren().add(hint(purpose));
    } else {
      fill(purpose, input);
    }
  }

  Node node() {
    return node;
  }

  /// Lights up where what is dragged would come here.
  void follow(@Nullable DropPlan plan) {
    boolean mine =
        switch (place) {
          case Place.Content _ -> plan != null && plan.content();
          case Place.Styles _ -> plan != null && plan.styles();
          case Place.Style _ ->
              plan != null
                  && plan.styles()
                  && (!(plan.place() instanceof Place.Style) || plan.place().equals(place));
          case Place.Window _ -> false;
        };
    frame.pseudoClassStateChanged(TARGET, mine);
  }

  private Node hint(Purpose purpose) {
    FontIcon icon = new FontIcon(purpose.icon());
    icon.getStyleClass().add("well-icon");
    Label words = texts.label(new Label(), purpose.hintKey());
    words.getStyleClass().add("text-muted");
    words.setWrapText(true);
    words.setAlignment(Pos.CENTER);
    words.setTextAlignment(TextAlignment.CENTER);
    Button browse = texts.label(new Button(), "well.browse");
    browse.getStyleClass().add("small");
    browse.setOnAction(_ -> purpose.browse().run());
    browse.disableProperty().bind(purpose.locked());
    texts.tip(browse, purpose.hintKey() + ".tip");
    VBox hint = new VBox(8, icon, words, browse);
    hint.setAlignment(Pos.CENTER);
    return hint;
  }

  private void fill(Purpose purpose, InputPicture input) {
    ImageView view = new ImageView();
    view.setPreserveRatio(true);
    view.setFitWidth(WIDTH - 8);
    view.setFitHeight(HEIGHT - 8);
    frame.getChildren().add(view);
    background.run(() -> thumbnail(input.picture()), view::setImage, this::notShown);
    Label name = new Label(input.name());
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    name.setAccessibleText(input.name());
    texts.tip(name, new SimpleStringProperty(input.name()));
    Label size = new Label("%d × %d".formatted(input.picture().width(), input.picture().height()));
    size.getStyleClass().addAll("text-muted", "text-small");
    size.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(size, gap, tool(purpose, "well.replace", MaterialDesignF.FOLDER_OUTLINE));
    Runnable remove = purpose.remove();
    if (remove != null) {
      Button button = tool(purpose, "well.remove", MaterialDesignC.CLOSE);
      button.setOnAction(_ -> remove.run());
      row.getChildren().add(button);
    }
    row.setAlignment(Pos.CENTER_LEFT);
    node.getChildren().add(new VBox(name, row));
  }

  /// The picture is there, and can be painted; only its likeness in the well is missing.
  private void notShown(Throwable problem) {
    LOG.warn("A thumbnail could not be made", problem);
    Label words = texts.label(new Label(), "well.not-shown");
    words.getStyleClass().add("text-muted");
    words.setWrapText(true);
    words.setTextAlignment(TextAlignment.CENTER);
    words.setMaxWidth(WIDTH - 16);
    frame.getChildren().setAll(words);
  }

  private Button tool(Purpose purpose, String key, Ikon icon) {
    Button button = texts.label(new Button(), key);
    button.setGraphic(new FontIcon(icon));
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.getStyleClass().addAll("flat", "button-icon", "small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> purpose.browse().run());
    button.disableProperty().bind(purpose.locked());
    return texts.tip(button, key + ".tip");
  }

  private static WritableImage thumbnail(Picture picture) {
    Picture small = picture.scaledToLongSide(Math.min(THUMBNAIL, picture.longSide()));
    WritableImage image = new WritableImage(small.width(), small.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            small.width(),
            small.height(),
            PixelFormat.getIntArgbInstance(),
            small.toArgb(),
            0,
            small.width());
    return image;
  }
}
