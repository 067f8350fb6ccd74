package studio.pastiche.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a recipe remembers of the pictures it takes.
///
/// @param content the photo
/// @param styles the paintings, one or more
/// @param init the picture to start from, where [Init.Kind#PICTURE] asks for one
public record Inputs(
    PictureReference content, List<PictureReference> styles, @Nullable PictureReference init) {
  public Inputs {
    styles = List.copyOf(styles);
    if (styles.isEmpty()) {
      throw new IllegalArgumentException("at least one style image is needed");
    }
  }
}
