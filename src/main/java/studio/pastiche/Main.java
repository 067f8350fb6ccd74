package studio.pastiche;

/// Picks the studio or the command line; nothing else.
public final class Main {
  private Main() {}

  /// Starts the command line with `args`; with none, the studio.
  public static void main(String[] args) {}
}
