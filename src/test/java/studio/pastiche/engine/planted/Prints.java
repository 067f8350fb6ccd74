package studio.pastiche.engine.planted;

/// Breaks a rule on purpose, for ArchitectureTest.
public final class Prints {
  public void print() {
    System.out.println("planted");
  }
}
