package studio.pastiche.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.engine.Recipe;
import studio.pastiche.picture.EmbeddedText;

/// Finds the recipe that a picture was painted by.
public final class EmbeddedRecipe {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRecipe.class);

  private final RecipeJson json;

  public EmbeddedRecipe(RecipeJson json) {
    this.json = json;
  }

  /// The recipe inside a picture file; empty where there is none, or none that can be read.
  public Optional<Recipe> in(Path file) {
    try {
      Optional<String> text = EmbeddedText.read(file);
      return text.isPresent() ? Optional.of(json.read(text.get())) : Optional.empty();
    } catch (IOException e) {
      LOG.info("{} has no recipe that can be read", file, e);
      return Optional.empty();
    }
  }
}
