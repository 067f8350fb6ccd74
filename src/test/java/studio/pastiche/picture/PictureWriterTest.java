package studio.pastiche.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pastiche.file.BesideFile;
import studio.pastiche.file.FileException;

class PictureWriterTest {
  @TempDir Path folder;

  private Picture roundTrip(String name, SaveOptions options, Picture picture)
      throws FileException {
    Path file = folder.resolve(name);
    PictureWriter.write(file, picture, options, null);
    return PictureReader.read(file);
  }

  @ParameterizedTest
  @CsvSource({
    "out.png, 8, false", "out.png, 8, true", "out.png, 16, false", "out.png, 16, true",
    "out.tif, 8, false", "out.tif, 8, true", "out.tif, 16, false", "out.tif, 16, true"
  })
  void losslessFilesComeBackExactly(String name, int bits, boolean alpha) throws FileException {
    Picture picture = Pictures.random(37, 23, (1 << bits) - 1, alpha);
    SaveOptions options = SaveOptions.forFile(Path.of(name)).withBits(bits);
    Picture again = roundTrip(name, options, picture);
    assertArrayEquals(picture.rgb(), again.rgb());
    assertArrayEquals(picture.alpha(), again.alpha());
  }

  @Test
  void valuesAreRoundedNotCutOff() throws FileException {
    Picture almost = Pictures.plain(2, 2, 100.6f / 255, 100.4f / 255, 254.6f / 255);
    int[] argb = roundTrip("rounded.png", new SaveOptions.Png(8), almost).toArgb();
    assertEquals(0xff6564ff, argb[0]);
  }

  @Test
  void jpegIsCloseAndHasFullColourResolution() throws FileException, IOException {
    Picture picture = Pictures.gradient(64, 48);
    Picture again = roundTrip("out.jpg", new SaveOptions.Jpeg(95), picture);
    assertTrue(Pictures.greatestDifference(picture.rgb(), again.rgb()) < 0.03);
    byte[] bytes = Files.readAllBytes(folder.resolve("out.jpg"));
    assertEquals("11 11 11", samplingFactors(bytes));
  }

  private static String samplingFactors(byte[] jpeg) {
    for (int at = 2; at < jpeg.length; at += 2 + new Bytes(jpeg).u16(at + 2)) {
      if ((jpeg[at + 1] & 0xff) == 0xc0) {
        return "%02x %02x %02x".formatted(jpeg[at + 11], jpeg[at + 14], jpeg[at + 17]);
      }
    }
    return "no frame";
  }

  @Test
  void jpegQualityDecidesTheSize() throws FileException, IOException {
    Picture photo = Pictures.odd("photo.bmp");
    roundTrip("low.jpg", new SaveOptions.Jpeg(10), photo);
    roundTrip("high.jpg", new SaveOptions.Jpeg(100), photo);
    assertTrue(Files.size(folder.resolve("low.jpg")) * 5 < Files.size(folder.resolve("high.jpg")));
  }

  @Test
  void jpegLaysTransparencyOverWhite() throws FileException {
    float[] half = new float[256];
    Arrays.fill(half, 0.5f);
    Picture halfBlack = Picture.of(16, 16, new float[3 * 256], half);
    Picture again = roundTrip("white.jpg", new SaveOptions.Jpeg(95), halfBlack);
    assertNull(again.alpha());
    assertEquals(0.5, Pictures.mean(again.rgb()), 0.01);
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.png", "out.jpg", "out.tif"})
  void everyFileCarriesAnSrgbProfile(String name) throws FileException, IOException {
    Path file = folder.resolve(name);
    PictureWriter.write(file, Pictures.gradient(8, 8), SaveOptions.forFile(file), null);
    PictureFile written = PictureFile.of(Files.readAllBytes(file)).orElseThrow();
    byte[] profile = Objects.requireNonNull(written.iccProfile());
    IccProfile icc = IccProfile.of(profile).orElseThrow();
    assertTrue(MatrixProfile.of(icc).orElseThrow().isLikeSrgb());
  }

  @Test
  void anOldFileIsReplaced() throws FileException {
    roundTrip("same.png", new SaveOptions.Png(8), Pictures.plain(2, 2, 0, 0, 0));
    Picture second = roundTrip("same.png", new SaveOptions.Png(8), Pictures.plain(3, 3, 1, 1, 1));
    assertEquals(3, second.width());
    assertEquals(List.of("same.png"), names());
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> Objects.requireNonNull(file.getFileName()).toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aMissingFolderIsNamed() {
    Path file = folder.resolve("nowhere").resolve("out.png");
    FileException e =
        assertThrows(
            FileException.class,
            () -> PictureWriter.write(file, Pictures.gradient(2, 2), new SaveOptions.Png(8), null));
    assertTrue(
        Objects.requireNonNull(e.getMessage()).contains(folder.resolve("nowhere").toString()));
  }

  @Test
  void aWriteThatIsStoppedLeavesTheOldFile() throws IOException {
    Path file = folder.resolve("kept.png");
    PictureWriter.write(file, Pictures.gradient(9, 9), new SaveOptions.Png(8), "old");
    byte[] old = Files.readAllBytes(file);
    // A channel closes under an interrupted thread, in the middle of writing.
    Thread.currentThread().interrupt();
    try {
      assertThrows(
          FileException.class,
          () -> PictureWriter.write(file, Pictures.gradient(5, 5), new SaveOptions.Png(8), null));
    } finally {
      assertTrue(Thread.interrupted());
    }
    assertArrayEquals(old, Files.readAllBytes(file));
    assertEquals(List.of("kept.png"), names());
  }

  @Test
  void aMoveThatFailsLeavesNothingBeside() {
    Path file = folder.resolve("n".repeat(250) + ".png.png");
    FileException e =
        assertThrows(
            FileException.class,
            () -> PictureWriter.write(file, Pictures.gradient(2, 2), new SaveOptions.Png(8), null));
    assertTrue(Objects.requireNonNull(e.getMessage()).contains(folder.toString()), e.getMessage());
    assertEquals(List.of(), names());
  }

  @Test
  void aFolderIsNotOverwritten() throws IOException {
    Path file = Files.createDirectory(folder.resolve("folder.png"));
    assertThrows(
        FileException.class,
        () -> PictureWriter.write(file, Pictures.gradient(2, 2), new SaveOptions.Png(8), null));
    assertTrue(Files.isDirectory(file));
  }

  @Test
  void anUnwritableFolderIsNamed() {
    // the system's answer made by hand: whoever is root may write everywhere
    Path file = folder.resolve("out.png");
    FileException e =
        BesideFile.explained(file, new AccessDeniedException(folder + "/.pastiche-1.part"));
    assertEquals(
        "out.png: you may not write in " + folder + "; save in another folder", e.getMessage());
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path real = folder.resolve("real.png");
    PictureWriter.write(real, Pictures.gradient(2, 2), new SaveOptions.Png(8), null);
    Path link = Files.createSymbolicLink(folder.resolve("link.png"), real);
    PictureWriter.write(link, Pictures.gradient(7, 2), new SaveOptions.Png(8), null);
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(7, PictureReader.read(real).width());
  }

  @Test
  void theExtensionChoosesTheFormat() {
    assertEquals(new SaveOptions.Png(8), SaveOptions.forFile(Path.of("a/b.PNG")));
    assertEquals(new SaveOptions.Jpeg(95), SaveOptions.forFile(Path.of("b.jpeg")));
    assertEquals(new SaveOptions.Tiff(16), SaveOptions.forFile(Path.of("b.c.tif")));
    assertEquals(new SaveOptions.Jpeg(80), SaveOptions.forFile(Path.of("b.jpg")).withQuality(80));
    for (String name : new String[] {"b.webp", "png", "b.", "b"}) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> SaveOptions.forFile(Path.of(name)));
      assertTrue(Objects.requireNonNull(e.getMessage()).contains(".png, .jpg"), e.getMessage());
    }
    SaveOptions jpeg = new SaveOptions.Jpeg(90);
    assertThrows(IllegalArgumentException.class, () -> jpeg.withBits(16));
    assertThrows(IllegalArgumentException.class, () -> jpeg.withQuality(0));
    SaveOptions png = new SaveOptions.Png(8);
    assertThrows(IllegalArgumentException.class, () -> png.withQuality(0));
    assertThrows(IllegalArgumentException.class, () -> new SaveOptions.Png(12));
  }
}
