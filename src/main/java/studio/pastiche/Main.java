package studio.pastiche;

import studio.pastiche.ui.StudioLauncher;

/// Picks the studio or the command line; nothing else.
public final class Main {
  private Main() {}

  /// Starts the command line with `args`; with none, or with `studio`, the studio.
  public static void main(String[] args) {
    if (args.length == 0 || args[0].equals("studio")) {
      new StudioLauncher().run();
    }
  }
}
