package studio.pastiche.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Painted;
import studio.pastiche.file.FileException;
import studio.pastiche.picture.PictureWriter;
import studio.pastiche.picture.SaveOptions;
import studio.pastiche.session.RecipeJson;

/// Saves the picture every so many iterations.
///
/// @param every that many iterations, or 0 for never
/// @param folder where to; it is there
/// @param extension of the files, with its dot
/// @param options how they are saved
/// @param withRecipe whether each carries the recipe that leads to it
record Snapshots(
    int every, Path folder, String extension, SaveOptions options, boolean withRecipe) {

  static Snapshots none() {
    return new Snapshots(0, Path.of(""), "", new SaveOptions.Png(8), false);
  }

  /// The file of the snapshot that is due after this iteration, if one is.
  Optional<Path> saved(Painted painted) throws FileException {
    if (every == 0 || painted.done() % every != 0) {
      return Optional.empty();
    }
    Path file = folder.resolve(name(painted));
    @Nullable String recipe = withRecipe ? new RecipeJson().write(painted.recipe()) : null;
    PictureWriter.write(file, painted.picture(), options, recipe);
    return Optional.of(file);
  }

  /// Such as `stage-02-iteration-050.png`: sorted by name they are in the order of painting.
  private String name(Painted painted) {
    int digits = Integer.toString(painted.total()).length();
    return ("stage-%02d-iteration-%0" + digits + "d%s")
        .formatted(painted.stage().number() + 1, painted.iteration(), extension);
  }
}
