package studio.pastiche.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `studio`: opens the window.
@Command(name = "studio", description = "Opens the studio's window, as no command at all does.")
final class StudioCommand implements Callable<Integer> {
  private final Runnable studio;

  @Mixin private StandardOptions standard = new StandardOptions();

  StudioCommand(Runnable studio) {
    this.studio = studio;
  }

  @Override
  public Integer call() {
    studio.run();
    return ExitCode.OK;
  }
}
