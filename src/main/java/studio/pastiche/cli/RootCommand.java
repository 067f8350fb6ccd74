package studio.pastiche.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `pastiche` itself: without a command, the studio.
@Command(
    name = "pastiche",
    description = "Repaints a photo in the style of a painting, on your own machine.",
    footer = {"", "Without a command it opens the studio. `pastiche COMMAND --help` says more."})
final class RootCommand implements Callable<Integer> {
  private final StudioWindow studio;

  /// What a double click on a project comes to. Whatever else stands here is a slip.
  @Parameters(
      paramLabel = "PROJECT",
      arity = "0..*",
      converter = ProjectPath.class,
      description = "A project (.pastiche) to open in the studio.")
  private List<Path> projects = new ArrayList<>();

  @Mixin private StandardOptions standard = new StandardOptions();

  RootCommand(StudioWindow studio) {
    this.studio = studio;
  }

  @Override
  public Integer call() throws UnusableFile {
    return studio.open(projects);
  }
}
