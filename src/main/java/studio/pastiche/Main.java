package studio.pastiche;

import studio.pastiche.cli.Cli;
import studio.pastiche.cli.Console;
import studio.pastiche.cli.ShutdownInterrupts;
import studio.pastiche.file.UserFolders;
import studio.pastiche.networks.Networks;
import studio.pastiche.networks.gpu.GpuPack;
import studio.pastiche.ui.StudioLauncher;

/// Picks the studio or the command line; nothing else.
public final class Main {
  private Main() {}

  /// Starts the command line with `args`; with none, the studio.
  public static void main(String[] args) {
    chooseLogFolder();
    chooseLibraries();
    System.exit(
        new Cli(
                Console.system(),
                new ShutdownInterrupts(),
                new StudioLauncher(),
                Networks.ofThisUser())
            .run(args));
  }

  /// Those for the GPU where they have worked here; the launcher's own otherwise.
  private static void chooseLibraries() {
    GpuPack pack = GpuPack.ofThisUser();
    if (System.getProperty(GpuPack.PROPERTY) == null && pack.usable()) {
      System.setProperty(GpuPack.PROPERTY, pack.folder().toString());
    }
  }

  /// Before the first logger is made, as it opens its file at once.
  private static void chooseLogFolder() {
    if (System.getProperty(Cli.LOG_FOLDER) == null) {
      System.setProperty(Cli.LOG_FOLDER, UserFolders.ofThisUser().log().toString());
    }
  }
}
