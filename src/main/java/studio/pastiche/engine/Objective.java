package studio.pastiche.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;

/// The distances of an image from its targets, and the gradient of their weighted sum. The targets
/// are computed once.
sealed interface Objective extends AutoCloseable permits WholeObjective, TiledObjective {
  /// An objective for images of a size.
  ///
  /// @param parent the scope that the targets live in until [#close()]
  /// @param storage of the images
  /// @param content at any size
  /// @param size of the images
  /// @param styles at the sizes they are compared at
  /// @param tile the side in pixels of what is computed at once of a larger picture, or null to
  ///   compute pictures whole
  /// @param check is run before each tile, and may throw to end the work
  static Objective of(
      Features features,
      Scope parent,
      Storage storage,
      Picture content,
      Size size,
      List<Picture> styles,
      @Nullable Integer tile,
      Runnable check) {
    if (tile != null && storage.inFiles(size.width(), size.height())) {
      return TiledObjective.of(features, parent, storage, content, size, styles, tile, check);
    }
    int side = Tile.side(tile, size, features.layers().deepest());
    return side == 0
        ? WholeObjective.of(
            features, parent, content.resizedTo(size.width(), size.height()), styles)
        : TiledObjective.of(features, parent, storage, content, size, styles, side, check);
  }

  /// The objective of a stage of a recipe.
  ///
  /// @param check called between tiles
  static Objective of(
      Features features,
      Scope parent,
      Storage storage,
      Materials materials,
      Stage at,
      Recipe recipe,
      Runnable check) {
    double wantedSide = at.longSide() * recipe.schedule().styleScale();
    List<Picture> styles =
        materials.styles().stream()
            .map(
                s ->
                    s.scaledToLongSide(
                        (int) Math.max(1, Math.min(Math.round(wantedSide), s.longSide()))))
            .toList();
    return of(
        features,
        parent,
        storage,
        materials.content(),
        at.size(),
        styles,
        recipe.computation().tile(),
        check);
  }

  /// An objective for images of the content picture's size, computed whole.
  static Objective whole(Features features, Scope parent, Picture content, List<Picture> styles) {
    return WholeObjective.of(features, parent, content, styles);
  }

  /// Evaluates an image in 0..1. The gradient belongs to `iteration`, or to this where it is in a
  /// file.
  Evaluation evaluate(Scope iteration, Planes image, Tuning now);

  @Override
  void close();
}
