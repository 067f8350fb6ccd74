package studio.pastiche.engine.torch;

/// What DJL must be told before its first use.
final class Torch {
  static final String ENGINE = "PyTorch";

  private Torch() {}

  /// No download and no telemetry, unless the user set these properties otherwise. DJL reads them
  /// when it first loads.
  static void configure() {
    setDefault("ai.djl.offline", "true");
    setDefault("OPT_OUT_TRACKING", "true");
    setDefault("ai.djl.pytorch.graph_optimizer", "false");
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
