package studio.pastiche.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Files as people have them, several of them the same photo.
class OddPicturesTest {
  static List<String> good() throws IOException {
    try (Stream<Path> files = Files.list(Pictures.ODD)) {
      return files
          .map(file -> Objects.requireNonNull(file.getFileName()).toString())
          .filter(name -> !name.startsWith("bad-"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("good")
  void everyGoodFileIsRead(String name) throws PictureException {
    Picture picture = Pictures.odd(name);
    for (float value : picture.rgb()) {
      assertTrue(value >= 0 && value <= 1, () -> "value " + value);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "photo.bmp, 0.0",
    "photo.tif, 0.0",
    "photo.webp, 0.03",
    "progressive.jpg, 0.03",
    "cmyk.jpg, 0.02",
    "palette.gif, 0.05",
    "exif-orientation-3.jpg, 0.03",
    "exif-orientation-6.jpg, 0.03",
    "exif-orientation-8.jpg, 0.03"
  })
  void theSamePhotoLooksTheSameInEveryFormat(String name, double tolerance)
      throws PictureException {
    Picture photo = Pictures.odd("rgb-16-bit.png");
    assertEquals(new Size(240, 180), photo.size());
    double difference = Pictures.meanDifference(photo, Pictures.odd(name));
    assertTrue(difference <= tolerance + 1e-6, () -> name + " differs by " + difference);
  }

  @Test
  void greyPhotosAreTheLumaOfTheColourPhoto() throws PictureException {
    float[] rgb = Pictures.odd("rgb-16-bit.png").rgb();
    int n = rgb.length / 3;
    Picture grey = Pictures.odd("grey.jpg");
    float[] luma = new float[n];
    for (int i = 0; i < n; i++) {
      luma[i] = 0.299f * rgb[i] + 0.587f * rgb[n + i] + 0.114f * rgb[2 * n + i];
    }
    for (int plane = 0; plane < 3; plane++) {
      float[] values = Arrays.copyOfRange(grey.rgb(), plane * n, plane * n + n);
      double difference = Pictures.meanDifference(luma, values);
      assertTrue(difference < 0.02, () -> "grey differs by " + difference);
    }
  }

  @Test
  void sixteenBitGreyIsTakenAsItIsStored() throws PictureException {
    // Its values are 8-bit ones times 257, and a grey without a profile is not linear light.
    Picture grey = Pictures.odd("grey-16-bit.png");
    for (float value : grey.rgb()) {
      assertEquals(Math.round(value * 255) / 255f, value);
    }
    assertEquals(0.4056, Pictures.mean(grey.rgb()), 0.0001);
  }

  @Test
  void theTransparentPictureKeepsItsAlpha() throws PictureException {
    Picture picture = Pictures.odd("transparent.png");
    float[] alpha = Objects.requireNonNull(picture.alpha());
    assertEquals(0f, alpha[0]);
    assertEquals(1f, alpha[90 * 240 + 120]);
    assertNull(Pictures.odd("rgb-16-bit.png").alpha());
  }

  @Test
  void theFlatPictureIsFlatAndTheSmallestIsOnePixel() throws PictureException {
    Picture flat = Pictures.odd("flat-grey.png");
    assertEquals(new Size(200, 150), flat.size());
    assertEquals(1, Arrays.stream(flat.toArgb()).distinct().count());
    assertEquals(new Size(1, 1), Pictures.odd("one-pixel.png").size());
    assertEquals(new Size(900, 9), Pictures.odd("very-wide.png").size());
  }

  @ParameterizedTest
  @CsvSource({
    "bad-claims-60000x60000.png, 60000 × 60000 pixels",
    "bad-empty.png, empty",
    "bad-not-an-image.jpg, not a picture",
    "bad-truncated.jpg, cut short"
  })
  void badFilesAreRefusedWithTheirReason(String name, String reason) {
    PictureException refusal = assertThrows(PictureException.class, () -> Pictures.odd(name));
    String message = Objects.requireNonNull(refusal.getMessage());
    assertTrue(message.startsWith(name + ": "), message);
    assertTrue(message.contains(reason), message);
    assertEquals(1, message.lines().count());
    assertEquals(Pictures.ODD.resolve(name).toString(), refusal.file());
  }
}
