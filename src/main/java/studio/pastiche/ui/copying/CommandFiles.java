package studio.pastiche.ui.copying;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.PictureReference;
import studio.pastiche.engine.Recipe;
import studio.pastiche.file.BesideFile;
import studio.pastiche.file.FileNames;
import studio.pastiche.file.Sha256;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.PictureWriter;
import studio.pastiche.picture.SaveOptions;
import studio.pastiche.session.CommandLine;
import studio.pastiche.session.InputPicture;
import studio.pastiche.session.RecipeJson;
import studio.pastiche.session.SuggestedName;
import studio.pastiche.ui.inputs.InputLoader;

/// Finds the files that a copied command needs, and writes those that there are none of: samples,
/// pasted pictures, recipes with tunings or of a run that goes on from another.
public final class CommandFiles {
  private final InputLoader loader;
  private final Path folder;
  private final RecipeJson recipes;

  /// @param data the folder of the user's data
  public CommandFiles(InputLoader loader, Path data, RecipeJson recipes) {
    this.loader = loader;
    this.recipes = recipes;
    folder = data.resolve("commands");
  }

  /// What a command is made from.
  ///
  /// @param recipe to paint
  /// @param inputs the pictures at hand, of which the recipe needs some
  record Wish(Recipe recipe, List<InputPicture> inputs) {
    Wish {
      inputs = List.copyOf(inputs);
    }

    /// Whether the recipe alone can say it, because it was tuned or left, or goes on from another.
    boolean repeats() {
      return !recipe.changes().isEmpty() || recipe.end() != null || recipe.continues() != null;
    }
  }

  /// A command.
  ///
  /// @param words of it
  /// @param written the folder that something was written to for it, or null
  /// @param missing names of pictures that are not at hand
  record Command(List<String> words, @Nullable Path written, List<String> missing) {
    Command {
      words = List.copyOf(words);
      missing = List.copyOf(missing);
    }
  }

  /// Makes the command; writes files, so not on the JavaFX thread.
  Command command(Wish wish) throws IOException {
    Recipe recipe = wish.recipe();
    Finder finder = new Finder(wish);
    Path content = finder.file(recipe.inputs().content());
    List<Path> styles = new ArrayList<>();
    for (PictureReference style : recipe.inputs().styles()) {
      styles.add(finder.file(style));
    }
    PictureReference start = recipe.inputs().init();
    Path init = start == null ? null : finder.file(start);
    CommandLine.Files files = new CommandLine.Files(content, styles, init, out(content, recipe));
    List<String> words;
    if (wish.repeats()) {
      byte[] text = recipes.write(recipe).getBytes(StandardCharsets.UTF_8);
      Path file = place(SuggestedName.of(recipe.inputs().content()), Sha256.of(text), ".json");
      BesideFile.write(file, text);
      finder.wrote = true;
      words = CommandLine.repeating(file, files);
    } else {
      words = CommandLine.painting(recipe, files);
    }
    return new Command(words, finder.wrote ? folder : null, finder.missing);
  }

  /// Beside the photo, where that is the artist's own.
  private Path out(Path content, Recipe recipe) {
    Path home = Path.of(System.getProperty("user.home", "."));
    Path beside = content.startsWith(folder) ? home : content.toAbsolutePath().getParent();
    String name = SuggestedName.of(recipe) + ".png";
    return (beside == null ? home : beside).resolve(name);
  }

  private Path place(String name, String hash, String ending) throws IOException {
    Files.createDirectories(folder);
    return folder.resolve(name + "-" + hash.substring(0, 8) + ending);
  }

  private final class Finder {
    private final Wish wish;
    private final List<String> missing = new ArrayList<>();
    private boolean wrote;

    Finder(Wish wish) {
      this.wish = wish;
    }

    Path file(PictureReference reference) throws IOException {
      for (InputPicture input : wish.inputs()) {
        if (input.reference().equals(reference)) {
          Path own = loader.fileOf(input);
          return own != null && Files.exists(own) ? own : written(reference, input.picture());
        }
      }
      missing.add(reference.name());
      return Path.of(FileNames.usable(reference.name()));
    }

    private Path written(PictureReference reference, Picture picture) throws IOException {
      Path file = place(SuggestedName.of(reference), reference.sha256(), ".png");
      if (!Files.exists(file)) {
        PictureWriter.write(file, picture, new SaveOptions.Png(8), null);
      }
      wrote = true;
      return file;
    }
  }
}
