package studio.pastiche.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `studio`: opens the window.
@Command(
    name = "studio",
    description = {
      "Opens the studio's window, as no command at all does.",
      "Where it is open already, that window gets the files."
    })
final class StudioCommand implements Callable<Integer> {
  private final StudioWindow studio;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "A project (.pastiche) to open, or pictures for the wells.")
  private List<Path> files = new ArrayList<>();

  @Mixin private StandardOptions standard = new StandardOptions();

  StudioCommand(StudioWindow studio) {
    this.studio = studio;
  }

  @Override
  public Integer call() throws UnusableFile {
    return studio.open(files);
  }
}
