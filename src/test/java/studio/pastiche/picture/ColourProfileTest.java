package studio.pastiche.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/// Profiles built by hand, pictures with them, and the values that must come out, computed here in
/// double from the primaries and the standard's formulas.
class ColourProfileTest {
  private static final byte[] ADOBE =
      Forge.rgbProfile(Forge.ADOBE_RGB, Forge.gamma(Forge.ADOBE_GAMMA));
  private static final byte[] P3 = Forge.rgbProfile(Forge.DISPLAY_P3, Forge.srgbCurve());

  /// Primaries of sRGB relative to D50, one row a primary.
  private static final double[][] SRGB = {
    {0.4360747, 0.2225045, 0.0139322},
    {0.3850649, 0.7168786, 0.0971045},
    {0.1430804, 0.0606169, 0.7141733}
  };

  /// One pixel of sRGB by solving for the linear values whose XYZ is the same.
  private static double[] expected(
      double[][] primaries, DoubleUnaryOperator toLinear, double... stored) {
    double[] xyz = new double[3];
    for (int k = 0; k < 3; k++) {
      for (int c = 0; c < 3; c++) {
        xyz[k] += Math.round(primaries[c][k] * 65536) / 65536.0 * toLinear.applyAsDouble(stored[c]);
      }
    }
    double[] srgb = new double[3];
    double whole = determinant(SRGB);
    for (int c = 0; c < 3; c++) {
      double[][] replaced = SRGB.clone();
      replaced[c] = xyz;
      double linear = Math.clamp(determinant(replaced) / whole, 0.0, 1.0);
      srgb[c] = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    }
    return srgb;
  }

  private static double determinant(double[][] m) {
    return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
        - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
        + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
  }

  private static double srgbToLinear(double v) {
    return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
  }

  private static void assertConverted(
      double[][] primaries, DoubleUnaryOperator toLinear, Picture stored, Picture read, double by) {
    int n = stored.width() * stored.height();
    float[] in = stored.rgb();
    for (int i = 0; i < n; i++) {
      double[] wanted = expected(primaries, toLinear, in[i], in[n + i], in[2 * n + i]);
      for (int c = 0; c < 3; c++) {
        assertEquals(wanted[c], read.rgb()[c * n + i], by, "pixel " + i + ", channel " + c);
      }
    }
  }

  @Test
  void sixteenBitAdobeRgbPngIsConvertedWithoutLosingBits() throws PictureException {
    Picture stored = Pictures.random(40, 30, 65535, true);
    byte[] png = Forge.png(Forge.plain(stored, 16, "png"), "iCCP", Forge.iccp(ADOBE));
    Picture read = PictureReader.read(png, "adobe.png");
    assertConverted(
        Forge.ADOBE_RGB, v -> Math.pow(v, Forge.ADOBE_GAMMA), stored, read, 1.0 / 65535);
    assertArrayEquals(stored.alpha(), read.alpha());
  }

  @Test
  void sixteenBitDisplayP3PngIsConvertedWithoutLosingBits() throws PictureException {
    Picture stored = Pictures.random(40, 30, 65535, false);
    byte[] png = Forge.png(Forge.plain(stored, 16, "png"), "iCCP", Forge.iccp(P3));
    // The parametric curve is stored in steps of 1/65536, and its foot is steep.
    assertConverted(
        Forge.DISPLAY_P3,
        ColourProfileTest::srgbToLinear,
        stored,
        PictureReader.read(png, "p3.png"),
        1.0 / 4096);
  }

  @Test
  void ourConversionAgreesWithJavasColourManagement() throws PictureException {
    Picture stored = Pictures.odd("photo.bmp");
    byte[] png = Forge.png(Forge.plain(stored, 8, "png"), "iCCP", Forge.iccp(ADOBE));
    float[] ours = PictureReader.read(png, "adobe.png").rgb();
    float[] javas =
        new TableProfile(ICC_Profile.getInstance(ADOBE), Samples.Model.RGB).toSrgb(stored.rgb());
    assertTrue(Pictures.meanDifference(ours, javas) < 0.05 / 255);
    assertTrue(Pictures.greatestDifference(ours, javas) < 2.0 / 255);
  }

  @Test
  void curvesGivenAsTablesAreFollowed() throws PictureException {
    byte[] profile = Forge.rgbProfile(SRGB, Forge.table(1.8, 1024));
    Picture stored = Pictures.random(16, 16, 255, false);
    byte[] png = Forge.png(Forge.plain(stored, 8, "png"), "iCCP", Forge.iccp(profile));
    assertConverted(
        SRGB, v -> Math.pow(v, 1.8), stored, PictureReader.read(png, "table.png"), 1.0 / 1000);
  }

  @Test
  void aProfileOverTwoJpegSegmentsIsFollowed() throws PictureException {
    Picture stored = Pictures.plain(16, 16, 0.2f, 0.6f, 0.4f);
    int half = ADOBE.length / 2;
    byte[] jpeg = Forge.plain(stored, 8, "jpg");
    jpeg = Forge.jpeg(jpeg, 0xe2, Forge.latin("ICC_PROFILE\0\1\2"), Arrays.copyOf(ADOBE, half));
    jpeg =
        Forge.jpeg(
            jpeg,
            0xe2,
            Forge.latin("ICC_PROFILE\0\2\2"),
            Arrays.copyOfRange(ADOBE, half, ADOBE.length));
    assertConverted(
        Forge.ADOBE_RGB,
        v -> Math.pow(v, Forge.ADOBE_GAMMA),
        stored,
        PictureReader.read(jpeg, "adobe.jpg"),
        2.0 / 255);
  }

  @Test
  void aTiffsProfileIsFollowedInSixteenBits() throws PictureException {
    Picture stored = Pictures.random(12, 12, 65535, false);
    WritableRaster raster = Images.of(stored, 16).getRaster();
    ComponentColorModel colors =
        new ComponentColorModel(
            new ICC_ColorSpace(ICC_Profile.getInstance(P3)),
            false,
            false,
            Transparency.OPAQUE,
            DataBuffer.TYPE_USHORT);
    byte[] tiff = Forge.plain(new BufferedImage(colors, raster, false, null), "tiff");
    assertConverted(
        Forge.DISPLAY_P3,
        ColourProfileTest::srgbToLinear,
        stored,
        PictureReader.read(tiff, "p3.tif"),
        1.0 / 4096);
  }

  @Test
  void aWebpsProfileAndOrientationAreFollowed() throws PictureException {
    byte[] plain = Pictures.bytesOfOdd("photo.webp");
    Picture stored = PictureReader.read(plain, "photo.webp");
    byte[] webp = Forge.webp(plain, stored.size(), ADOBE, Forge.exif(3));
    Picture read = PictureReader.read(webp, "adobe.webp");
    float[] turned = Orientation.UPSIDE_DOWN.upright(read.rgb(), read.size(), 3);
    assertConverted(
        Forge.ADOBE_RGB,
        v -> Math.pow(v, Forge.ADOBE_GAMMA),
        stored,
        Picture.of(read.width(), read.height(), turned),
        1.0 / 4096);
  }

  @Test
  void aGreyPictureFollowsItsGreyProfile() throws PictureException {
    BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(1, 2, 0, 100);
    byte[] png =
        Forge.png(
            Forge.plain(image, "png"), "iCCP", Forge.iccp(Forge.greyProfile(Forge.gamma(1.8))));
    float[] rgb = PictureReader.read(png, "grey.png").rgb();
    double wanted = SrgbEncoder.encoded(Math.pow(100 / 255.0, 461 / 256.0));
    for (int plane = 0; plane < 3; plane++) {
      assertEquals(wanted, rgb[plane * 16 + 9], 1e-4);
      assertEquals(0, rgb[plane * 16]);
    }
  }

  @Test
  void anSrgbProfileChangesNothing() throws PictureException {
    Picture stored = Pictures.random(20, 20, 65535, false);
    byte[] plain = Forge.plain(stored, 16, "png");
    for (byte[] profile :
        new byte[][] {Forge.rgbProfile(SRGB, Forge.srgbCurve()), Images.srgbProfile()}) {
      byte[] png = Forge.png(plain, "iCCP", Forge.iccp(profile));
      assertArrayEquals(stored.rgb(), PictureReader.read(png, "srgb.png").rgb());
    }
  }

  @Test
  void aDamagedOrForeignProfileIsIgnored() throws PictureException {
    Picture stored = Pictures.random(5, 5, 255, false);
    byte[] plain = Forge.plain(stored, 8, "png");
    byte[] nonsense = Arrays.copyOf(ADOBE, 200);
    byte[] forGrey = Forge.greyProfile(Forge.gamma(1.8));
    for (byte[] profile : new byte[][] {nonsense, forGrey, new byte[3], new byte[0]}) {
      byte[] png = Forge.png(plain, "iCCP", Forge.iccp(profile));
      assertArrayEquals(stored.rgb(), PictureReader.read(png, "odd.png").rgb());
    }
  }

  @Test
  void aProfileWithTablesIsLeftToJava() throws PictureException {
    // Java's own linear profile, as tables would come: through the colour management of Java.
    byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    float[] stored = {0.5f, 0.1f, 0.9f, 0.02f, 0.5f, 0.3f};
    float[] converted =
        new TableProfile(ICC_Profile.getInstance(linear), Samples.Model.RGB).toSrgb(stored);
    for (int i = 0; i < stored.length; i++) {
      assertEquals(SrgbEncoder.encoded(stored[i]), converted[i], 2.0 / 255);
    }
  }
}
