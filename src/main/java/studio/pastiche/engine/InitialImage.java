package studio.pastiche.engine;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import studio.pastiche.picture.Picture;

/// Makes what the first stage starts from.
final class InitialImage {
  private InitialImage() {}

  /// A picture of the stage's size.
  ///
  /// @param other the picture that [Init.Kind#PICTURE] starts from
  static Picture of(Init init, Stage stage, Picture content, @Nullable Picture other) {
    return switch (init.kind()) {
      case CONTENT -> content.resizedTo(stage.width(), stage.height());
      case NOISE -> noise(init, stage);
      case MIX ->
          mixed(
              content.resizedTo(stage.width(), stage.height()),
              noise(init, stage),
              init.noiseRatio());
      case PICTURE -> {
        if (other == null) {
          throw new IllegalArgumentException("the picture to start from is missing");
        }
        yield other.coveringCrop(stage.width(), stage.height());
      }
    };
  }

  private static Picture noise(Init init, Stage stage) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(init.seed());
    float[] numbers = new float[3 * stage.width() * stage.height()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] =
          switch (init.noise()) {
            case UNIFORM -> random.nextFloat();
            case NORMAL -> (float) Math.clamp(random.nextGaussian(0.5, 0.25), 0, 1);
          };
    }
    return Picture.of(stage.width(), stage.height(), numbers);
  }

  private static Picture mixed(Picture content, Picture noise, double ratio) {
    float[] numbers = new float[content.rgb().length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) ((1 - ratio) * content.rgb()[i] + ratio * noise.rgb()[i]);
    }
    return Picture.of(content.width(), content.height(), numbers);
  }
}
