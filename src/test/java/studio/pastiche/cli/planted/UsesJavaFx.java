package studio.pastiche.cli.planted;

/// Breaks a rule on purpose, for ArchitectureTest.
public final class UsesJavaFx {
  public final javafx.geometry.Insets insets = javafx.geometry.Insets.EMPTY;
}
