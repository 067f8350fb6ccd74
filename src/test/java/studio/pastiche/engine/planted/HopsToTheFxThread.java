package studio.pastiche.engine.planted;

/// Breaks a rule on purpose, for ArchitectureTest.
public final class HopsToTheFxThread {
  public void hop() {
    javafx.application.Platform.runLater(() -> {});
  }
}
