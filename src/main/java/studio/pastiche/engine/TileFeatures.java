package studio.pastiche.engine;

import java.util.ArrayList;
import java.util.List;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.engine.torch.Program;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.engine.torch.Tensor;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;

/// What [Features] computes of a picture, computed tile by tile.
final class TileFeatures {
  private final Features features;
  private final int side;

  /// @param side of what a tile owns in pixels, a multiple of 16
  TileFeatures(Features features, int side) {
    this.features = features;
    this.side = side;
  }

  Layers layers() {
    return features.layers();
  }

  List<Tile> tiles(Size size) {
    return Tile.of(size.width(), size.height(), side, layers().deepest());
  }

  /// How many positions each style layer has of a picture of that size.
  long[] stylePositions(Size size) {
    return layers().style().keySet().stream().mapToLong(layer -> positions(layer, size)).toArray();
  }

  private static long positions(Layer layer, Size size) {
    int halved = layer.block() - 1;
    return (long) (size.width() >> halved) * (size.height() >> halved);
  }

  /// How many numbers each content layer has of a picture of that size.
  double[] contentNumbers(Size size) {
    return layers().content().keySet().stream()
        .mapToDouble(layer -> (double) positions(layer, size) * features.channels(layer))
        .toArray();
  }

  /// [features, sum of their squares] of what a tile owns of each content layer.
  List<Tensor> content(Scope scope, Band image, Tile tile) {
    return program()
        .call(
            scope,
            "tile_content",
            image.tensor(),
            tile.without(image.top()).numbers(),
            features.plan(),
            features.options(),
            features.input(),
            features.weights());
  }

  /// [mean, second moment] of each style layer of a style picture.
  List<Tensor> statistics(Scope scope, Picture picture, Runnable check) {
    if (Tile.side(side, picture.size(), layers().deepest()) == 0) {
      return features.styleStatistics(scope, picture);
    }
    Rows rows = new PictureRows(picture, picture.size());
    return moments(scope, rows, tiles(picture.size()), check);
  }

  /// [mean, second moment] of each style layer over all tiles of an image.
  ///
  /// @param check is run before each tile
  List<Tensor> moments(Scope scope, Rows image, List<Tile> tiles, Runnable check) {
    long[] positions = stylePositions(new Size(image.width(), image.height()));
    try (Scope passing = scope.inner()) {
      List<Tensor> sums = new ArrayList<>();
      for (Layer layer : layers().style().keySet()) {
        long channels = features.channels(layer);
        sums.add(passing.zeros(channels));
        sums.add(passing.zeros(channels, channels));
      }
      for (List<Tile> row : Tile.inRows(tiles)) {
        addSums(passing, image, row, sums, check);
      }
      List<Tensor> moments = new ArrayList<>();
      for (int i = 0; i < sums.size(); i++) {
        moments.add(program().callForOne(scope, "times", 1.0 / positions[i / 2], sums.get(i)));
      }
      return moments;
    }
  }

  private void addSums(Scope scope, Rows image, List<Tile> row, List<Tensor> sums, Runnable check) {
    try (Scope reading = scope.inner()) {
      Band rows = image.rows(reading, row.getFirst().top(), row.getFirst().bottom());
      for (Tile tile : row) {
        check.run();
        try (Scope passing = reading.inner()) {
          program()
              .call(
                  passing,
                  "tile_sums",
                  rows.tensor(),
                  tile.without(rows.top()).numbers(),
                  features.stylePlan(),
                  features.options(),
                  features.input(),
                  features.weights(),
                  sums);
        }
      }
    }
  }

  /// [distance, matrix, row] of each style layer: in its features F the slope is F·matrix + row.
  List<Tensor> slopes(
      Scope scope, long[] positions, List<Tensor> moments, List<Tensor> styleTargets) {
    return program()
        .call(scope, "style_slopes", features.options(), positions, moments, styleTargets);
  }

  /// Adds a tile's share of the gradient, but for the smoothness, to the same rows of `gradient`.
  ///
  /// @param pulls on the differences from each content layer's target, and on each style slope
  /// @param content what the tile owns of each content layer's target
  /// @return the sum of the squared differences of each content layer
  double[] addGradient(
      Scope scope,
      Band image,
      Tile tile,
      double[] pulls,
      List<Tensor> content,
      List<Tensor> slopes,
      Band gradient) {
    try (Scope passing = scope.inner()) {
      return program()
          .call(
              passing,
              "tile_gradient",
              image.tensor(),
              tile.without(image.top()).numbers(),
              features.plan(),
              features.options(),
              pulls,
              features.input(),
              features.weights(),
              content,
              slopes,
              gradient.tensor())
          .stream()
          .mapToDouble(Tensor::number)
          .toArray();
    }
  }

  /// Adds `weight` times the smoothness's gradient of a tile row's own rows to the same rows of
  /// `gradient`.
  ///
  /// @param picture of the whole
  /// @return the rows' share of the smoothness
  double addSmoothness(
      Scope scope, Size picture, Band image, Tile row, double weight, Band gradient) {
    long[] rows = {
      row.ownTop() - image.top(),
      row.ownBottom() - image.top(),
      row.ownBottom() == picture.height() ? 1 : 0
    };
    try (Scope passing = scope.inner()) {
      return program()
          .callForOne(
              passing,
              "rows_smoothness",
              image.tensor(),
              rows,
              3L * picture.pixels(),
              weight,
              gradient.tensor())
          .number();
    }
  }

  /// The Euclidean norm.
  double norm(Scope scope, Planes gradient) {
    double squares = 0;
    for (Planes.Span span : gradient.spans()) {
      try (Scope passing = scope.inner()) {
        Band rows = gradient.rows(passing, span.top(), span.bottom());
        double norm = program().callForOne(passing, "norm", rows.tensor()).number();
        squares += norm * norm;
      }
    }
    return Math.sqrt(squares);
  }

  private Program program() {
    return features.program();
  }
}
