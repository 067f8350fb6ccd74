package studio.pastiche.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;

/// Pictures for the tests, and ways to compare them.
final class Pictures {
  static final Path ODD = Path.of("src/test/resources/pictures/odd");

  private Pictures() {}

  static Picture odd(String name) throws PictureException {
    return PictureReader.read(ODD.resolve(name));
  }

  static byte[] bytesOfOdd(String name) {
    try (InputStream in = Pictures.class.getResourceAsStream("/pictures/odd/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Every value random, in whole steps of 1/`most`.
  static Picture random(int width, int height, int most, boolean alpha) {
    Random random = new Random(7);
    float[] rgb = new float[3 * width * height];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = random.nextInt(most + 1) / (float) most;
    }
    float[] plane = new float[width * height];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = random.nextInt(most + 1) / (float) most;
    }
    return alpha ? Picture.of(width, height, rgb, plane) : Picture.of(width, height, rgb);
  }

  /// A soft picture that JPEG stores well: red grows rightwards, green downwards, blue is constant.
  static Picture gradient(int width, int height) {
    int n = width * height;
    float[] rgb = new float[3 * n];
    for (int i = 0; i < n; i++) {
      rgb[i] = (i % width + 0.5f) / width;
      int row = i / width;
      rgb[n + i] = (row + 0.5f) / height;
      rgb[2 * n + i] = 0.25f;
    }
    return Picture.of(width, height, rgb);
  }

  static Picture plain(int width, int height, float r, float g, float b) {
    int n = width * height;
    float[] rgb = new float[3 * n];
    Arrays.fill(rgb, 0, n, r);
    Arrays.fill(rgb, n, 2 * n, g);
    Arrays.fill(rgb, 2 * n, 3 * n, b);
    return Picture.of(width, height, rgb);
  }

  static double meanDifference(Picture a, Picture b) {
    assertEquals(a.size(), b.size());
    return meanDifference(a.rgb(), b.rgb());
  }

  static double meanDifference(float[] a, float[] b) {
    assertEquals(a.length, b.length);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum / a.length;
  }

  static double greatestDifference(float[] a, float[] b) {
    assertEquals(a.length, b.length);
    double greatest = 0;
    for (int i = 0; i < a.length; i++) {
      greatest = Math.max(greatest, Math.abs(a[i] - b[i]));
    }
    return greatest;
  }

  static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
