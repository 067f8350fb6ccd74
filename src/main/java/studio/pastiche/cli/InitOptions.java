package studio.pastiche.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import studio.pastiche.engine.Init;

/// The options of an [Init].
final class InitOptions {
  @Option(
      names = "--init",
      paramLabel = "content|noise|mix|FILE",
      description =
          "What the painting starts from: the content image, noise, both mixed, or another picture"
              + " (default: ${bundle:default.init}).")
  private @Nullable String init;

  @Option(
      names = "--noise",
      paramLabel = "uniform|normal",
      description = "The noise's distribution (default: ${bundle:default.noise}).")
  private Init.@Nullable Noise noise;

  @Option(
      names = "--noise-ratio",
      paramLabel = "RATIO",
      description =
          "The noise's share in --init mix, 0 to 1 (default: ${bundle:default.noise-ratio}).")
  private @Nullable Double noiseRatio;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Of the noise; the same seed gives the same picture (default: ${bundle:default.seed}).")
  private @Nullable Long seed;

  Init appliedTo(Init base) {
    return new Setting<>(base)
        .with(
            "--init", init, (i, text) -> new Init(kind(text), i.noiseRatio(), i.noise(), i.seed()))
        .with("--noise", noise, (i, n) -> new Init(i.kind(), i.noiseRatio(), n, i.seed()))
        .with("--noise-ratio", noiseRatio, (i, r) -> new Init(i.kind(), r, i.noise(), i.seed()))
        .with("--seed", seed, (i, s) -> new Init(i.kind(), i.noiseRatio(), i.noise(), s))
        .value();
  }

  /// Whether a start is asked for.
  boolean given() {
    return init != null;
  }

  /// The picture to start from, where one is named.
  @Nullable Path file() {
    return init == null || kind(init) != Init.Kind.PICTURE ? null : PathConverter.path(init);
  }

  private static Init.Kind kind(String text) {
    return switch (text) {
      case "content" -> Init.Kind.CONTENT;
      case "noise" -> Init.Kind.NOISE;
      case "mix" -> Init.Kind.MIX;
      default -> {
        if (!text.contains(".") && !Files.exists(PathConverter.path(text))) {
          throw new TypeConversionException(
              "--init: '%s' is neither content, noise or mix nor a picture's file".formatted(text));
        }
        yield Init.Kind.PICTURE;
      }
    };
  }
}
