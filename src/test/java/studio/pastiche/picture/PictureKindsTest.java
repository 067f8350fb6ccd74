package studio.pastiche.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rarer kinds of files, each made by another program from one of two small PNGs.
class PictureKindsTest {
  private static final Path KINDS = Path.of("src/test/resources/pictures/kinds");

  @ParameterizedTest
  @CsvSource({
    "ycck.jpg, photo.png, 4",
    "twelve-bit.tif, photo.png, 0.1",
    "cmyk-16-bit.tif, photo.png, 0.1",
    "interlaced.png, photo.png, 0",
    "stored-alpha.webp, transparent.png, 4",
    "lossless.webp, transparent.png, 0",
    "premultiplied.tif, transparent.png, 0.5"
  })
  void comeOutAsThePictureTheyWereMadeFrom(String kind, String source, double levels)
      throws PictureException {
    Picture wanted = PictureReader.read(KINDS.resolve(source));
    Picture read = PictureReader.read(KINDS.resolve(kind));
    assertEquals(wanted.size(), read.size());
    float[] alpha = wanted.alpha();
    assertEquals(alpha == null, read.alpha() == null);
    if (alpha != null) {
      double difference = Pictures.greatestDifference(alpha, Objects.requireNonNull(read.alpha()));
      assertTrue(difference < 1e-4, () -> "alpha differs by " + difference);
    }
    double difference = meanDifferenceWhereSeen(wanted, read) * 255;
    assertTrue(difference <= levels + 1e-3, () -> kind + " differs by " + difference);
  }

  private static double meanDifferenceWhereSeen(Picture wanted, Picture read) {
    float[] alpha = wanted.alpha();
    int pixels = wanted.width() * wanted.height();
    double sum = 0;
    int count = 0;
    for (int i = 0; i < 3 * pixels; i++) {
      if (alpha == null || alpha[i % pixels] > 0.5) {
        sum += Math.abs(wanted.rgb()[i] - read.rgb()[i]);
        count++;
      }
    }
    return sum / count;
  }
}
