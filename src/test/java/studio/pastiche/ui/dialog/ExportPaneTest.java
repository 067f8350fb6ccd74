package studio.pastiche.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.PictureWriter;
import studio.pastiche.picture.SaveOptions;
import studio.pastiche.ui.task.Background;
import studio.pastiche.ui.task.Newest;
import studio.pastiche.ui.text.Amounts;
import studio.pastiche.ui.text.Language;
import studio.pastiche.ui.text.Texts;

@ExtendWith(ApplicationExtension.class)
@Timeout(60)
@org.jspecify.annotations.NullUnmarked
class ExportPaneTest {
  private static final String RECIPE = "a recipe ".repeat(1000);

  private final Texts texts = new Texts(Language.ENGLISH);
  private final Background background = new Background();
  private final Picture picture = noise();
  private ExportPane pane;

  @Start
  void open(Stage stage) {
    pane =
        new ExportPane(
            (options, recipe) -> PictureWriter.size(picture, options, recipe ? RECIPE : null),
            new Newest(background),
            texts,
            new SaveOptions.Png(8));
    stage.setScene(new Scene(new StackPane(pane.node()), 480, 240));
    stage.show();
  }

  @AfterEach
  void close() {
    background.close();
  }

  @Test
  void theSizeIsThatOfTheFileAsItWouldBe() throws Exception {
    untilSize(PictureWriter.size(picture, new SaveOptions.Png(8), RECIPE));
    fx(() -> kind().getSelectionModel().select(2));
    untilSize(PictureWriter.size(picture, new SaveOptions.Jpeg(95), RECIPE));
    for (int quality = 90; quality >= 20; quality--) {
      int now = quality;
      fx(() -> quality().setValue(now));
    }
    assertEquals(new SaveOptions.Jpeg(20), pane.options());
    untilSize(PictureWriter.size(picture, new SaveOptions.Jpeg(20), RECIPE));
  }

  @Test
  void whatWasChosenTheLastTimeIsChosenAgain() throws Exception {
    List<SaveOptions> before = List.of(new SaveOptions.Jpeg(71), new SaveOptions.Tiff(16));
    for (SaveOptions last : before) {
      fx(() -> pane = new ExportPane((_, _) -> 1, new Newest(background), texts, last));
      assertEquals(last, pane.options());
    }
  }

  @Test
  void withoutItsRecipeTheFileIsSmaller() throws Exception {
    fx(() -> kind().getSelectionModel().select(2));
    fx(() -> quality().setValue(1));
    untilSize(PictureWriter.size(picture, new SaveOptions.Jpeg(1), RECIPE));
    fx(() -> ((CheckBox) pane.node().lookup("#export-recipe")).setSelected(false));
    assertFalse(pane.withRecipe());
    untilSize(PictureWriter.size(picture, new SaveOptions.Jpeg(1), null));
  }

  @Test
  void onlyAJpegHasAQuality() {
    assertTrue(quality().isDisabled());
    fx(() -> kind().getSelectionModel().select(2));
    assertFalse(quality().isDisabled());
    fx(() -> kind().getSelectionModel().select(4));
    assertTrue(quality().isDisabled());
    assertEquals(new SaveOptions.Tiff(16), pane.options());
  }

  private void untilSize(long bytes) throws Exception {
    String words = new Amounts(texts).disk(bytes);
    Label size = (Label) pane.node().lookup("#export-size");
    WaitForAsyncUtils.waitFor(
        30,
        TimeUnit.SECONDS,
        (Callable<Boolean>)
            () -> WaitForAsyncUtils.asyncFx(() -> size.getText().equals(words)).get());
  }

  @SuppressWarnings("unchecked")
  private ComboBox<SaveOptions> kind() {
    return (ComboBox<SaveOptions>) pane.node().lookup("#export-kind");
  }

  private Slider quality() {
    return (Slider) pane.node().lookup("#export-quality");
  }

  private static void fx(Runnable change) {
    WaitForAsyncUtils.waitForAsyncFx(10_000, change);
  }

  private static Picture noise() {
    float[] rgb = new float[3 * 500 * 400];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = Math.floorMod(i * 7919, 1000) / 999f;
    }
    return Picture.of(500, 400, rgb);
  }
}
