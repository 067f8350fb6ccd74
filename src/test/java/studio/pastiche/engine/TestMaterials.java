package studio.pastiche.engine;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.weights.CompactNetwork;
import studio.pastiche.engine.weights.NetworkReader;
import studio.pastiche.engine.weights.WeightsException;
import studio.pastiche.picture.Picture;

/// Small real pictures, networks and recipes for the engine's tests.
final class TestMaterials {
  private TestMaterials() {}

  static FeatureNetwork compact() {
    try {
      return CompactNetwork.load(null).network();
    } catch (WeightsException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The narrow network of the reference, with random weights.
  ///
  /// @param file one of its formats
  static FeatureNetwork reference(String file) {
    try {
      return NetworkReader.read(Path.of("src/test/resources/reference", file), null).network();
    } catch (WeightsException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waves of colour: smooth enough for a photo, and unlike for each `phase`.
  static Picture waves(int width, int height, double phase) {
    float[] rgb = new float[3 * width * height];
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          double wave =
              Math.sin(phase + c + x * (0.11 + 0.07 * phase)) * Math.cos(phase * c + y * 0.17);
          rgb[(c * height + y) * width + x] = (float) (0.5 + 0.45 * wave);
        }
      }
    }
    return Picture.of(width, height, rgb);
  }

  static Picture flat(int width, int height, float value) {
    float[] rgb = new float[3 * width * height];
    java.util.Arrays.fill(rgb, value);
    return Picture.of(width, height, rgb);
  }

  static Materials of(Picture content, Picture... styles) {
    return new Materials(content, List.of(styles), null, compact());
  }

  static Materials small() {
    return of(waves(80, 60, 0.3), waves(70, 70, 1.7));
  }

  /// A recipe for `materials` in float32 on the processor.
  static Recipe recipe(Materials materials, int size, int iterations) {
    PictureReference some = new PictureReference("some.png", "00");
    Inputs inputs =
        new Inputs(
            some,
            materials.styles().stream().map(style -> some).toList(),
            materials.init() == null ? null : some);
    return Recipe.defaults(inputs, NetworkReference.of(materials.network()))
        .withSchedule(Schedule.defaults().withSize(size).withIterations(iterations))
        .withComputation(new Computation("cpu", Precision.FLOAT32, 0));
  }
}
