package studio.pastiche.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.engine.torch.Tensor;
import studio.pastiche.picture.Picture;

/// The distances of an image from its targets, and the gradient of their weighted sum. The targets
/// are computed once.
sealed interface Objective extends AutoCloseable permits WholeObjective, TiledObjective {
  /// An objective for images of the content picture's size.
  ///
  /// @param parent the scope that the targets live in until [#close()]
  /// @param styles at the sizes they are compared at
  /// @param tile the side in pixels of what is computed at once of a larger picture, or null to
  ///   compute pictures whole
  static Objective of(
      Features features,
      Scope parent,
      Picture content,
      List<Picture> styles,
      @Nullable Integer tile) {
    int side = Tile.side(tile, content.size(), features.layers().deepest());
    return side == 0
        ? WholeObjective.of(features, parent, content, styles)
        : TiledObjective.of(features, parent, content, styles, side);
  }

  /// The objective of a stage of a recipe.
  static Objective of(
      Features features, Scope parent, Materials materials, Stage at, Recipe recipe) {
    Picture content = materials.content().resizedTo(at.width(), at.height());
    double wantedSide = at.longSide() * recipe.schedule().styleScale();
    List<Picture> styles =
        materials.styles().stream()
            .map(
                s ->
                    s.scaledToLongSide(
                        (int) Math.max(1, Math.min(Math.round(wantedSide), s.longSide()))))
            .toList();
    return of(features, parent, content, styles, recipe.computation().tile());
  }

  /// Evaluates an image, 1×3×H×W, in 0..1. The gradient belongs to `iteration`.
  Evaluation evaluate(Scope iteration, Tensor image, Tuning now);

  @Override
  void close();
}
