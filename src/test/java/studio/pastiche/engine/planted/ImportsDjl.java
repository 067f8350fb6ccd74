package studio.pastiche.engine.planted;

/// Breaks a rule on purpose, for ArchitectureTest.
public final class ImportsDjl {
  public final ai.djl.ndarray.types.Shape shape = new ai.djl.ndarray.types.Shape(1);
}
