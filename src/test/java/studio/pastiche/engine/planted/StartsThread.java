package studio.pastiche.engine.planted;

/// Breaks a rule on purpose, for ArchitectureTest.
public final class StartsThread {
  public Thread thread() {
    return new Thread(() -> {}, "planted");
  }
}
