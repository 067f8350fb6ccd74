package studio.pastiche.session;

import java.util.List;
import studio.pastiche.engine.Init;
import studio.pastiche.engine.Layers;

/// The presets that come with Pastiche, found by painting the samples with each. Their names say
/// what they look like.
public final class BuiltInPresets {
  /// The defaults.
  public static final Preset BALANCED = preset("preset.balanced", Look.defaults());

  private BuiltInPresets() {}

  /// From the most like the photo to the least.
  public static List<Preset> all() {
    Look look = Look.defaults();
    return List.of(
        preset("preset.faithful-photo", look.withWeights(4, 2, 2)),
        preset(
            "preset.colours-only",
            look.withWeights(2, 14, 4)
                .withLayers(style("relu1_1=0.8,relu2_1=0.2,relu3_1=0,relu4_1=0,relu5_1=0"))),
        preset("preset.light-wash", look.withWeights(2, 3, 14)),
        preset("preset.fine-brush", look.withWeights(1.5, 6, 1.5).withStyleScale(0.5)),
        BALANCED,
        preset(
            "preset.bold-strokes",
            look.withWeights(1, 25, 8)
                .withStyleScale(1.8)
                .withLayers(style("relu1_1=0.1,relu2_1=0.2,relu3_1=0.3,relu4_1=0.3,relu5_1=0.1"))),
        preset(
            "preset.abstract",
            look.withWeights(0.15, 40, 6).withStyleScale(1.3).withStart(Init.Kind.MIX, 0.5)));
  }

  private static Preset preset(String key, Look look) {
    return new Preset(key, true, look);
  }

  private static Layers style(String weights) {
    return Layers.defaults().withStyle(Layers.weights(weights));
  }
}
