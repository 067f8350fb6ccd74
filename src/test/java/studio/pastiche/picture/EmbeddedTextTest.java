package studio.pastiche.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pastiche.file.FileException;

class EmbeddedTextTest {
  private static final String RECIPE =
      """
      {"content": "Brücke <am> & \\"Fluß\\".jpg",\t"style": "神奈川沖浪裏.png", "note": "🎨 ]]>"}
      """;

  @TempDir Path folder;

  private Path written(String name, String text) throws FileException {
    Path file = folder.resolve(name);
    PictureWriter.write(file, Pictures.gradient(20, 10), SaveOptions.forFile(file), text);
    return file;
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.png", "out.jpg", "out.tif"})
  void aRecipeComesBackAsItWasWritten(String name) throws FileException {
    for (String text : new String[] {RECIPE, "", "line\nline\r\nline\r", " x "}) {
      Path file = written(name, text);
      assertEquals(Optional.of(text), EmbeddedText.read(file));
      assertEquals(new Size(20, 10), PictureReader.read(file).size());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.png", "out.jpg", "out.tif"})
  void aRecipeOfHundredsOfKilobytesComesBack(String name) throws FileException {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder();
    while (text.length() < 400_000) {
      text.append(RECIPE).append(random.nextLong());
    }
    Path file = written(name, text.toString());
    assertEquals(Optional.of(text.toString()), EmbeddedText.read(file));
    assertEquals(new Size(20, 10), PictureReader.read(file).size());
  }

  @Test
  void textsAroundOneSegmentsLengthComeBackFromJpeg() throws FileException {
    for (int length = 64_900; length < 65_300; length += 20) {
      String text = "x".repeat(length);
      assertEquals(Optional.of(text), EmbeddedText.read(written("edge.jpg", text)));
    }
  }

  @Test
  void partsOfALongTextMayLieInAnyOrderButNoneMayMiss() throws FileException {
    byte[] plain = Forge.plain(Pictures.gradient(8, 8), 8, "jpg");
    String text = "recipe ".repeat(30_000);
    byte[] jpeg = plain;
    // Each is put in front of those before it.
    for (byte[] segment : Xmp.segments(text)) {
      jpeg = Forge.jpeg(jpeg, 0xe1, segment);
    }
    assertEquals(Optional.of(text), read(jpeg));
    byte[] missing = plain;
    for (byte[] segment : Xmp.segments(text).subList(0, 3)) {
      missing = Forge.jpeg(missing, 0xe1, segment);
    }
    assertEquals(Optional.empty(), read(missing));
  }

  @Test
  void aTextThatAnotherProgramMadeAnAttributeIsFound() throws FileException {
    String packet =
        new String(Xmp.packet("RECIPE"), StandardCharsets.UTF_8)
            .replaceFirst("<pastiche:recipe>RECIPE</pastiche:recipe>", "")
            .replaceFirst("rdf:about=\"\"", "rdf:about=\"\" pastiche:recipe=\"as attribute\"");
    byte[] jpeg =
        Forge.jpeg(
            Forge.plain(Pictures.gradient(8, 8), 8, "jpg"),
            0xe1,
            Forge.latin(Xmp.STANDARD),
            packet.getBytes(StandardCharsets.UTF_8));
    assertEquals(Optional.of("as attribute"), read(jpeg));
  }

  private Optional<String> read(byte[] bytes) throws FileException {
    try {
      return EmbeddedText.read(Files.write(folder.resolve("forged"), bytes));
    } catch (PictureException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aPictureWithoutRecipeHasNone() throws FileException {
    assertEquals(Optional.empty(), EmbeddedText.read(Pictures.ODD.resolve("photo.webp")));
    assertEquals(Optional.empty(), EmbeddedText.read(Pictures.ODD.resolve("progressive.jpg")));
    assertEquals(Optional.empty(), EmbeddedText.read(Pictures.ODD.resolve("photo.tif")));
    assertEquals(Optional.empty(), EmbeddedText.read(Pictures.ODD.resolve("bad-empty.png")));
    Path missing = folder.resolve("missing.png");
    assertThrows(PictureException.class, () -> EmbeddedText.read(missing));
  }

  @Test
  void charactersThatXmlCannotHoldAreRefusedBeforeAnythingIsWritten() {
    assertThrows(IllegalArgumentException.class, () -> written("out.jpg", "a\0b"));
    assertTrue(Files.notExists(folder.resolve("out.jpg")));
  }
}
