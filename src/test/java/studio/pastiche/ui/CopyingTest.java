package studio.pastiche.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.pastiche.engine.Pooling;
import studio.pastiche.engine.Recipe;
import studio.pastiche.session.RecipeJson;
import studio.pastiche.ui.painting.Phase;
import studio.pastiche.ui.painting.Settings;

/// Settings and commands on the clipboard.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
@org.jspecify.annotations.NullUnmarked
class CopyingTest {
  @TempDir Path folder;
  private Desk desk;

  @Start
  void open(Stage stage) throws IOException {
    desk = new Desk(stage);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void copiedSettingsComeBackAsOneStep() {
    desk.fx(
        () -> {
          settings().styleWeight().set(1.0 / 3);
          settings().pooling().value().set(Pooling.AVERAGE);
          settings().decay().set(0.5);
          settings().average().value().set(false);
          settings().seed().set(77);
          return 0;
        });
    desk.act("action.copy-settings");
    String copied = clipboard();
    assertTrue(copied.contains("\"average\" : false"), copied);
    desk.fx(
        () -> {
          settings().all().forEach(setting -> setting.reset());
          return 0;
        });
    desk.act("action.paste-settings");
    assertEquals(1.0 / 3, desk.fx(() -> settings().styleWeight().get()));
    assertEquals(Pooling.AVERAGE, desk.fx(() -> settings().pooling().get()));
    desk.act("action.copy-settings");
    assertEquals(copied, clipboard());
    desk.act("action.undo");
    assertEquals(8, desk.fx(() -> settings().styleWeight().get()));
    assertEquals(Pooling.MAX, desk.fx(() -> settings().pooling().get()));
    assertTrue(desk.fx(() -> settings().average().get()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "some words", "{}", "{\"application\":\"Pastiche\",\"format\":1}"})
  void whatIsNoSettingsIsSaidAndChangesNothing(String text) {
    clip(text);
    desk.act("action.paste-settings");
    assertTrue(
        desk.fx(
            () ->
                desk.studio.notices().shown().stream()
                    .anyMatch(n -> n.title().equals(desk.texts.get("copied.not-pasted")))));
    assertTrue(desk.fx(() -> desk.painting().edits().last().get() == null));
  }

  @Test
  void whatPaintWouldPaintIsCopiedAsPlainOptions() {
    desk.prepare(folder, 12);
    clip("");
    desk.act("action.copy-command");
    desk.until("it is copied", () -> !clipboard().isEmpty());
    Path real = folder.toAbsolutePath();
    assertEquals(
        "pastiche render --content %1$s/photo.png --style %1$s/painting.png --size 64 --iterations 12 --network compact --out %1$s/photo-painting.png"
            .formatted(real),
        clipboard());
  }

  @Test
  void aTunedPictureIsCopiedWithItsRecipeWrittenBeside() throws IOException {
    desk.prepare(folder, 12);
    desk.fx(
        () -> {
          settings().snapshotEvery().set(1);
          desk.painting().paint();
          return 0;
        });
    desk.until("it paints", () -> !desk.painting().snapshots().isEmpty());
    desk.fx(
        () -> {
          settings().styleWeight().set(40);
          return 0;
        });
    desk.until("it is finished", () -> desk.painting().phase().get() == Phase.IDLE);
    clip("");
    desk.act("action.copy-command");
    desk.until("it is copied", () -> !clipboard().isEmpty());
    List<String> words = List.of(clipboard().split(" "));
    Path written = Path.of(words.get(words.indexOf("--recipe") + 1));
    Recipe painted = desk.fx(() -> desk.painting().snapshots().getLast().recipe());
    assertEquals(painted, new RecipeJson().read(Files.readString(written)));
    assertFalse(painted.changes().isEmpty());
    assertTrue(words.contains(folder.toAbsolutePath().resolve("photo.png").toString()));
    Files.delete(written);
  }

  @Test
  void aSampleIsWrittenWhereTheCommandFindsIt() throws IOException {
    desk.act("action.copy-command");
    desk.fx(
        () -> {
          ((javafx.scene.control.Button) desk.node("#hint-sample")).fire();
          return 0;
        });
    desk.until("it can be painted", () -> desk.painting().canPaint().get());
    clip("");
    desk.act("action.copy-command");
    desk.until("it is copied", () -> !clipboard().isEmpty());
    List<String> words = List.of(clipboard().split(" "));
    Path content = Path.of(words.get(words.indexOf("--content") + 1));
    assertTrue(Files.exists(content), content.toString());
    Files.delete(content);
    Files.delete(Path.of(words.get(words.indexOf("--style") + 1)));
  }

  private static String clipboard() {
    return Desk.fx(
        () -> {
          String text = Clipboard.getSystemClipboard().getString();
          return text == null ? "" : text;
        });
  }

  private static void clip(String text) {
    Desk.fx(
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(text);
          Clipboard.getSystemClipboard().setContent(content);
          return 0;
        });
  }

  private Settings settings() {
    return desk.painting().settings();
  }
}
