package studio.pastiche.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {
  @TempDir Path folder;

  private static String refusal(byte[] bytes, String name) {
    PictureException e =
        assertThrows(PictureException.class, () -> PictureReader.read(bytes, name));
    return Objects.requireNonNull(e.getMessage());
  }

  private static String refusal(Path file) {
    PictureException e = assertThrows(PictureException.class, () -> PictureReader.read(file));
    return Objects.requireNonNull(e.getMessage());
  }

  @Test
  void theContentDecidesNotTheName() throws IOException {
    Path file = Files.write(folder.resolve("lies.jpg"), Pictures.bytesOfOdd("photo.webp"));
    Picture picture = PictureReader.read(file);
    assertArrayEquals(Pictures.odd("photo.webp").rgb(), picture.rgb());
  }

  @Test
  void aMissingFileAndAFolderAreNamed() {
    String missing = refusal(folder.resolve("nothing.png"));
    assertTrue(missing.startsWith("nothing.png: there is no such file"), missing);
    String directory = refusal(folder);
    assertTrue(directory.contains("folder"), directory);
  }

  @Test
  void anUnreadableFileIsNamed() {
    // the system's answer made by hand: whoever is root may read everything
    Path file = Path.of("closed.png");
    PictureException e = FileBytes.explained(file, new AccessDeniedException("closed.png"));
    assertEquals(
        "closed.png: you may not read this file; change its permissions, or copy it",
        e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "photo.bmp",
        "photo.tif",
        "photo.webp",
        "progressive.jpg",
        "cmyk.jpg",
        "grey.jpg",
        "exif-orientation-6.jpg",
        "palette.gif",
        "rgb-16-bit.png",
        "transparent.png"
      })
  void aFileCutAnywhereIsRefusedOrWhole(String name) throws PictureException {
    byte[] bytes = Pictures.bytesOfOdd(name);
    float[] whole = PictureReader.read(bytes, name).rgb();
    Random random = new Random(11);
    for (int i = 0; i < 20; i++) {
      int length = i < 5 ? bytes.length - 1 - i : 1 + random.nextInt(bytes.length - 1);
      try {
        Picture picture = PictureReader.read(Arrays.copyOf(bytes, length), name);
        assertArrayEquals(whole, picture.rgb(), () -> "cut at " + length);
      } catch (PictureException e) {
        String message = Objects.requireNonNull(e.getMessage());
        assertTrue(message.contains("cut short") || length < 16, message);
      }
    }
  }

  @Test
  void aJpegWhoseDataEndsEarlyIsRefusedEvenWithAnEndMarker() {
    byte[] jpeg = Arrays.copyOf(Pictures.bytesOfOdd("grey.jpg"), 4000);
    jpeg[3998] = (byte) 0xff;
    jpeg[3999] = (byte) 0xd9;
    assertTrue(refusal(jpeg, "short.jpg").contains("cut short"));
  }

  @Test
  void damagedFilesGiveAPictureOrAReasonAndNothingElse() {
    Random random = new Random(5);
    for (String name :
        new String[] {
          "photo.bmp", "photo.tif", "photo.webp", "progressive.jpg", "palette.gif", "flat-grey.png"
        }) {
      byte[] bytes = Pictures.bytesOfOdd(name);
      for (int i = 0; i < 40; i++) {
        byte[] damaged = bytes.clone();
        for (int j = 0; j <= i % 5; j++) {
          damaged[random.nextInt(i < 20 ? 60 : bytes.length)] = (byte) random.nextInt(256);
        }
        try {
          PictureReader.read(damaged, name);
        } catch (PictureException e) {
          assertEquals(1, Objects.requireNonNull(e.getMessage()).lines().count());
        }
      }
    }
  }

  @Test
  void nothingIsPrinted() throws PictureException {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (PrintStream spy = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(spy);
      System.setErr(spy);
      Pictures.odd("cmyk.jpg");
      Pictures.odd("photo.webp");
      Pictures.odd("photo.tif");
      refusal(Pictures.ODD.resolve("bad-truncated.jpg"));
      refusal(Pictures.ODD.resolve("bad-claims-60000x60000.png"));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertEquals("", printed.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "0000001c66747970686569630000, HEIC",
    "0000001c66747970617669660000, AVIF",
    "384250530001, Photoshop",
    "255044462d312e37, PDF"
  })
  void commonFilesThatAreNotReadAreCalledByTheirName(String hex, String name) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertTrue(refusal(bytes, "odd.jpg").contains(name));
  }

  @Test
  void aTransparentColourBecomesAlpha() throws PictureException {
    Picture stored = Picture.fromArgb(3, 1, new int[] {0xff102030, 0xff405060, 0xff102031});
    byte[] png =
        Forge.png(Forge.plain(stored, 8, "png"), "tRNS", new byte[] {0, 0x10, 0, 0x20, 0, 0x30});
    Picture read = PictureReader.read(png, "trns.png");
    assertArrayEquals(new float[] {0, 1, 1}, read.alpha());
    assertArrayEquals(stored.rgb(), read.rgb());
  }
}
