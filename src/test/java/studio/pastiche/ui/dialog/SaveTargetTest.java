package studio.pastiche.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pastiche.picture.SaveOptions;
import studio.pastiche.ui.text.Language;
import studio.pastiche.ui.text.Texts;

class SaveTargetTest {
  private static final Texts ENGLISH = new Texts(Language.ENGLISH);

  @Test
  void dialogsBeginWhereItIsWishedElseAmongThePicturesElseAtHome(@TempDir Path home)
      throws IOException {
    assertEquals(Optional.of(home), FxDialogs.folder(null, home));
    Path pictures = Files.createDirectory(home.resolve("Pictures"));
    assertEquals(Optional.of(pictures), FxDialogs.folder(home.resolve("gone"), home));
    Path wished = Files.createDirectory(home.resolve("wished"));
    assertEquals(Optional.of(wished), FxDialogs.folder(wished, home));
  }

  @Test
  void theKindThatWasPickedIsKept() {
    assertEquals(
        new SaveOptions.Png(16),
        FxDialogs.target(Path.of("a.png"), new SaveOptions.Png(16)).options());
  }

  @Test
  void anExtensionThatWasTypedDecides() {
    assertEquals(
        new SaveOptions.Jpeg(95),
        FxDialogs.target(Path.of("a.jpg"), new SaveOptions.Png(16)).options());
  }

  @Test
  void aMissingExtensionIsAdded() {
    assertEquals(
        Path.of("dir/a.tif"), FxDialogs.target(Path.of("dir/a"), new SaveOptions.Tiff(16)).file());
  }

  @Test
  void aFileUnderTheNameWithItsExtensionIsAskedAbout(@TempDir Path folder) throws IOException {
    Path there = Files.createFile(folder.resolve("photo.png"));
    Path typed = folder.resolve("photo");
    List<DialogService.Question> asked = new ArrayList<>();
    Predicate<DialogService.Question> no = question -> !asked.add(question);
    assertTrue(FxDialogs.agreed(typed, new SaveOptions.Png(8), ENGLISH, no).isEmpty());
    assertTrue(asked.getFirst().title().contains("photo.png"));
    assertEquals(
        there,
        FxDialogs.agreed(typed, new SaveOptions.Png(8), ENGLISH, asked::add).orElseThrow().file());
  }

  @Test
  void whatTheSystemHasAskedAboutIsNotAskedAgain(@TempDir Path folder) throws IOException {
    Path there = Files.createFile(folder.resolve("photo.png"));
    Predicate<DialogService.Question> never =
        _ -> {
          throw new AssertionError("asked twice");
        };
    assertEquals(
        there,
        FxDialogs.agreed(there, new SaveOptions.Png(8), ENGLISH, never).orElseThrow().file());
    assertEquals(
        folder.resolve("photo.jpg"),
        FxDialogs.agreed(folder.resolve("photo"), new SaveOptions.Jpeg(95), ENGLISH, never)
            .orElseThrow()
            .file());
  }

  @Test
  void everyKindOfPictureIsListedInCapitalsToo() {
    assertTrue(
        FxDialogs.patterns()
            .containsAll(
                List.of("*.TIF", "*.TIFF", "*.WEBP", "*.BMP", "*.GIF", "*.JPEG", "*.tif")));
  }
}
