package studio.pastiche.ui.layers;

/// Whose feature maps are shown.
enum LayerSource {
  /// The snapshot on the canvas, or else the newest.
  SNAPSHOT("layers.of-snapshot"),
  CONTENT("layers.of-content"),
  STYLE("layers.of-style");

  private final String key;

  LayerSource(String key) {
    this.key = key;
  }

  /// Of its words.
  String key() {
    return key;
  }
}
