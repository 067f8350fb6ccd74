package studio.pastiche.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `recipe`: shows how a picture was painted.
@Command(
    name = "recipe",
    description = "Prints the recipe inside a picture: every setting, input and later tuning.")
final class RecipeCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private StandardOptions standard = new StandardOptions();

  @Parameters(paramLabel = "FILE", description = "A picture that Pastiche saved.")
  private Path file = Path.of("");

  RecipeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    console.out().println(Ingredients.textIn(file));
    return ExitCode.OK;
  }
}
