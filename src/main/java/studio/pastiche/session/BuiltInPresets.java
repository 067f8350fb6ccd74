package studio.pastiche.session;

import java.util.List;

/// The presets that come with Pastiche. Their names say what they look like.
public final class BuiltInPresets {
  /// The defaults.
  public static final Preset BALANCED = new Preset("preset.balanced", true, Look.defaults());

  private BuiltInPresets() {}

  public static List<Preset> all() {
    return List.of(BALANCED);
  }
}
