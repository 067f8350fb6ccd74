package studio.pastiche.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `studio`: opens the window.
@Command(name = "studio", description = "Opens the studio's window, as no command at all does.")
final class StudioCommand implements Callable<Integer> {
  private final StudioWindow studio;

  @Mixin private StandardOptions standard = new StandardOptions();

  StudioCommand(StudioWindow studio) {
    this.studio = studio;
  }

  @Override
  public Integer call() {
    return studio.open();
  }
}
