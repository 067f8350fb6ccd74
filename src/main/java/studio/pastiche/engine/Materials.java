package studio.pastiche.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.picture.Picture;

/// The real things that a recipe's references stand for.
///
/// @param content the photo, at its own size
/// @param styles the paintings, at their own sizes, in the recipe's order
/// @param init the picture to start from, or null
/// @param network the feature network
public record Materials(
    Picture content, List<Picture> styles, @Nullable Picture init, FeatureNetwork network) {
  public Materials {
    styles = List.copyOf(styles);
  }
}
