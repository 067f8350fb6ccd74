package studio.pastiche.ui.dialog;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import studio.pastiche.picture.SaveOptions;
import studio.pastiche.ui.task.Newest;
import studio.pastiche.ui.text.Amounts;
import studio.pastiche.ui.text.Texts;

/// What to save a picture as: its kind, a JPEG's quality, whether its recipe goes in, and how large
/// the file will be. The size is that of the picture really encoded, which is done in the
/// background.
final class ExportPane {
  private static final SaveOptions.Jpeg JPEG = new SaveOptions.Jpeg(95);
  private static final List<SaveOptions> KINDS =
      List.of(
          new SaveOptions.Png(8),
          new SaveOptions.Png(16),
          JPEG,
          new SaveOptions.Tiff(8),
          new SaveOptions.Tiff(16));

  private final DialogService.FileSize sizes;
  private final Newest background;
  private final Texts texts;
  private final ComboBox<SaveOptions> kind = new ComboBox<>();
  private final Slider quality = new Slider(1, 100, JPEG.quality());
  private final CheckBox recipe;
  private final Label size = new Label();
  private final GridPane node = new GridPane(12, 12);
  private long asked;

  /// @param sizes of the file that options would give
  /// @param last what was chosen the last time
  ExportPane(DialogService.FileSize sizes, Newest background, Texts texts, SaveOptions last) {
    this.sizes = sizes;
    this.background = background;
    this.texts = texts;
    recipe = texts.tip(texts.label(new CheckBox(), "export.recipe"), "export.recipe.tip");
    recipe.setId("export-recipe");
    recipe.setSelected(true);
    kind.setId("export-kind");
    kind.getItems().setAll(KINDS);
    kind.setValue(
        KINDS.stream()
            .filter(each -> each.equals(last.withQuality(JPEG.quality())))
            .findFirst()
            .orElse(KINDS.getFirst()));
    if (last instanceof SaveOptions.Jpeg jpeg) {
      quality.setValue(jpeg.quality());
    }
    kind.setConverter(new Names());
    kind.setMaxWidth(Double.MAX_VALUE);
    kind.accessibleTextProperty().bind(texts.bound("export.kind"));
    quality.setId("export-quality");
    quality.setBlockIncrement(1);
    quality.accessibleTextProperty().bind(texts.bound("export.quality"));
    size.setId("export-size");
    lay();
    kind.valueProperty().addListener((_, _, _) -> measure());
    recipe.selectedProperty().addListener((_, _, _) -> measure());
    quality.valueProperty().addListener((_, _, _) -> measure());
    measure();
  }

  private void lay() {
    Label number = new Label();
    number
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> String.valueOf(jpegQuality()), quality.valueProperty()));
    number.setMinWidth(36);
    Label qualityLabel = texts.label(new Label(), "export.quality");
    qualityLabel.setLabelFor(quality);
    Label kindLabel = texts.label(new Label(), "export.kind");
    kindLabel.setLabelFor(kind);
    node.addRow(0, kindLabel, kind);
    node.addRow(1, qualityLabel, quality, number);
    node.addRow(2, texts.label(new Label(), "export.size"), size);
    node.add(recipe, 1, 3, 2, 1);
    ColumnConstraints words = new ColumnConstraints();
    words.setMinWidth(Region.USE_PREF_SIZE);
    words.setHalignment(HPos.LEFT);
    ColumnConstraints controls = new ColumnConstraints();
    controls.setHgrow(Priority.ALWAYS);
    node.getColumnConstraints().addAll(words, controls);
    node.setAlignment(Pos.CENTER_LEFT);
    node.setPadding(new Insets(16));
    node.setPrefWidth(440);
    for (Node each : List.of(qualityLabel, quality, number)) {
      each.disableProperty()
          .bind(
              Bindings.createBooleanBinding(
                  () -> !(kind.getValue() instanceof SaveOptions.Jpeg), kind.valueProperty()));
    }
  }

  Node node() {
    return node;
  }

  /// What is chosen now.
  SaveOptions options() {
    return kind.getValue().withQuality(jpegQuality());
  }

  boolean withRecipe() {
    return recipe.isSelected();
  }

  private int jpegQuality() {
    return (int) Math.round(quality.getValue());
  }

  /// Encodes for the size; an older answer than the last question's is not shown.
  private void measure() {
    long now = ++asked;
    SaveOptions options = options();
    boolean inside = withRecipe();
    size.setText(texts.get("export.measuring"));
    background.run(
        () -> sizes.of(options, inside),
        bytes -> {
          if (now == asked) {
            size.setText(new Amounts(texts).disk(bytes));
          }
        },
        problem -> {
          if (now == asked) {
            size.setText(texts.said(problem));
          }
        });
  }

  private final class Names extends StringConverter<SaveOptions> {
    @Override
    public String toString(SaveOptions options) {
      return switch (options) {
        case SaveOptions.Png png -> texts.get(png.bits() == 8 ? "dialog.png8" : "dialog.png16");
        case SaveOptions.Jpeg _ -> texts.get("dialog.jpeg");
        case SaveOptions.Tiff tiff -> texts.get(tiff.bits() == 8 ? "dialog.tiff8" : "dialog.tiff");
      };
    }

    @Override
    public SaveOptions fromString(String text) {
      throw new UnsupportedOperationException("nothing is typed here");
    }
  }
}
