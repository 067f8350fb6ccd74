package studio.pastiche.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `pastiche` itself: without a command, the studio.
@Command(
    name = "pastiche",
    description = "Repaints a photo in the style of a painting, on your own machine.",
    footer = {"", "Without a command it opens the studio. `pastiche COMMAND --help` says more."})
final class RootCommand implements Callable<Integer> {
  private final StudioWindow studio;

  @Mixin private StandardOptions standard = new StandardOptions();

  RootCommand(StudioWindow studio) {
    this.studio = studio;
  }

  @Override
  public Integer call() {
    return studio.open();
  }
}
