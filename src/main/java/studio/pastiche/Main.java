package studio.pastiche;

import net.harawata.appdirs.AppDirsFactory;
import studio.pastiche.cli.Cli;
import studio.pastiche.cli.Console;
import studio.pastiche.cli.ShutdownInterrupts;

/// Picks the studio or the command line; nothing else.
public final class Main {
  private Main() {}

  /// Starts the command line with `args`; with none, the studio.
  public static void main(String[] args) {
    chooseLogFolder();
    System.exit(new Cli(Console.system(), new ShutdownInterrupts(), Main::openStudio).run(args));
  }

  /// Before the first logger is made, as it opens its file at once.
  private static void chooseLogFolder() {
    if (System.getProperty(Cli.LOG_FOLDER) == null) {
      String folder = AppDirsFactory.getInstance().getUserLogDir("Pastiche", null, "Pastiche");
      System.setProperty(Cli.LOG_FOLDER, folder);
    }
  }

  private static void openStudio() {
    throw new UnsupportedOperationException("the studio's window is not part of this build yet");
  }
}
