package studio.pastiche.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The eight EXIF orientations, each as the standard defines it: which side of the upright picture
/// the stored first row and first column are (Exif 2.32, tag 274).
class OrientationTest {
  private static final String SIDES =
      """
      1, top, left
      2, top, right
      3, bottom, right
      4, bottom, left
      5, left, top
      6, right, top
      7, right, bottom
      8, left, bottom
      """;

  /// The pixels as a camera held this way would have stored them.
  private static Picture stored(Picture upright, String firstRow, String firstColumn) {
    boolean turned = firstRow.equals("left") || firstRow.equals("right");
    int width = turned ? upright.height() : upright.width();
    int height = turned ? upright.width() : upright.height();
    float[] rgb = new float[upright.rgb().length];
    for (int plane = 0; plane < 3; plane++) {
      for (int row = 0; row < height; row++) {
        for (int column = 0; column < width; column++) {
          int x = turned ? from(firstRow, row, upright) : from(firstColumn, column, upright);
          int y = turned ? from(firstColumn, column, upright) : from(firstRow, row, upright);
          rgb[(plane * height + row) * width + column] =
              upright.rgb()[(plane * upright.height() + y) * upright.width() + x];
        }
      }
    }
    return Picture.of(width, height, rgb);
  }

  private static int from(String side, int distance, Picture upright) {
    return switch (side) {
      case "right" -> upright.width() - 1 - distance;
      case "bottom" -> upright.height() - 1 - distance;
      default -> distance;
    };
  }

  @ParameterizedTest
  @CsvSource(textBlock = SIDES)
  void exifOrientationComesOutUprightFromPng(int orientation, String row, String column)
      throws PictureException {
    Picture upright = Pictures.random(7, 4, 65535, false);
    byte[] plain = Forge.plain(stored(upright, row, column), 16, "png");
    byte[] png = Forge.png(plain, "eXIf", Forge.exif(orientation));
    Picture read = PictureReader.read(png, "turned.png");
    assertEquals(upright.size(), read.size());
    assertArrayEquals(upright.rgb(), read.rgb());
  }

  @ParameterizedTest
  @CsvSource(textBlock = SIDES)
  void exifOrientationComesOutUprightFromJpeg(int orientation, String row, String column)
      throws PictureException {
    Picture upright = Pictures.gradient(48, 32);
    byte[] plain = Forge.plain(stored(upright, row, column), 8, "jpg");
    byte[] jpeg = Forge.jpeg(plain, 0xe1, Forge.latin("Exif\0\0"), Forge.exif(orientation));
    Picture read = PictureReader.read(jpeg, "turned.jpg");
    assertEquals(upright.size(), read.size());
    assertTrue(Pictures.greatestDifference(upright.rgb(), read.rgb()) < 0.06);
  }

  @ParameterizedTest
  @CsvSource({"0", "9", "65535"})
  void anOrientationThatDoesNotExistIsUpright(int orientation) throws PictureException {
    Picture picture = Pictures.random(3, 2, 255, false);
    byte[] png = Forge.png(Forge.plain(picture, 8, "png"), "eXIf", Forge.exif(orientation));
    assertArrayEquals(picture.rgb(), PictureReader.read(png, "odd.png").rgb());
  }
}
