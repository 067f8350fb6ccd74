package studio.pastiche.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that name the pictures to paint from.
final class InputOptions {
  static final String CONTENT = "--content";
  static final String STYLE = "--style";
  static final String INIT = "--init";
  static final String RECIPE = "--recipe";

  @Option(names = CONTENT, paramLabel = "FILE", description = "The photo to repaint.")
  private @Nullable Path content;

  @Option(
      names = STYLE,
      paramLabel = "FILE",
      description = "A painting in whose style; give it several times to blend several.")
  private @Nullable List<Path> styles;

  @Option(
      names = RECIPE,
      paramLabel = "FILE",
      description = {
        "Repeat how this picture was painted, tunings included; every other option overrides.",
        "A file with the text that 'recipe' prints does, too.",
        "Its inputs are looked for beside it and in the current folder."
      })
  private @Nullable Path recipe;

  @Nullable Path content() {
    return content;
  }

  /// Empty where none was given.
  List<Path> styles() {
    return styles == null ? List.of() : styles;
  }

  @Nullable Path recipe() {
    return recipe;
  }
}
