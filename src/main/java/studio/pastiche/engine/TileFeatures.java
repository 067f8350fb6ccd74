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
  List<Tensor> content(Scope scope, Tensor image, Tile tile) {
    return program()
        .call(
            scope,
            "tile_content",
            image,
            tile.numbers(),
            features.plan(),
            features.options(),
            features.input(),
            features.weights());
  }

  /// [mean, second moment] of each style layer of a style picture.
  List<Tensor> statistics(Scope scope, Picture picture) {
    if (Tile.side(side, picture.size(), layers().deepest()) == 0) {
      return features.styleStatistics(scope, picture);
    }
    try (Scope passing = scope.inner()) {
      return moments(scope, Features.tensor(passing, picture), tiles(picture.size()));
    }
  }

  /// [mean, second moment] of each style layer over all tiles of an image.
  List<Tensor> moments(Scope scope, Tensor image, List<Tile> tiles) {
    long[] shape = image.shape();
    long[] positions = stylePositions(new Size((int) shape[3], (int) shape[2]));
    try (Scope passing = scope.inner()) {
      List<Tensor> sums = new ArrayList<>();
      for (Layer layer : layers().style().keySet()) {
        long channels = features.channels(layer);
        sums.add(passing.zeros(channels));
        sums.add(passing.zeros(channels, channels));
      }
      for (Tile tile : tiles) {
        addSums(passing, image, tile, sums);
      }
      List<Tensor> moments = new ArrayList<>();
      for (int i = 0; i < sums.size(); i++) {
        moments.add(program().callForOne(scope, "times", 1.0 / positions[i / 2], sums.get(i)));
      }
      return moments;
    }
  }

  private void addSums(Scope scope, Tensor image, Tile tile, List<Tensor> sums) {
    try (Scope passing = scope.inner()) {
      program()
          .call(
              passing,
              "tile_sums",
              image,
              tile.numbers(),
              features.stylePlan(),
              features.options(),
              features.input(),
              features.weights(),
              sums);
    }
  }

  /// [distance, matrix, row] of each style layer: in its features F the slope is F·matrix + row.
  List<Tensor> slopes(
      Scope scope, long[] positions, List<Tensor> moments, List<Tensor> styleTargets) {
    return program()
        .call(scope, "style_slopes", features.options(), positions, moments, styleTargets);
  }

  /// Adds a tile's share of the gradient, but for the smoothness, to `gradient`.
  ///
  /// @param pulls on the differences from each content layer's target, and on each style slope
  /// @param content what the tile owns of each content layer's target
  /// @return the sum of the squared differences of each content layer
  double[] addGradient(
      Scope scope,
      Tensor image,
      Tile tile,
      double[] pulls,
      List<Tensor> content,
      List<Tensor> slopes,
      Tensor gradient) {
    try (Scope passing = scope.inner()) {
      return program()
          .call(
              passing,
              "tile_gradient",
              image,
              tile.numbers(),
              features.plan(),
              features.options(),
              pulls,
              features.input(),
              features.weights(),
              content,
              slopes,
              gradient)
          .stream()
          .mapToDouble(Tensor::number)
          .toArray();
    }
  }

  /// Adds `weight` times the smoothness's gradient to `gradient`, some rows at a time.
  ///
  /// @return the smoothness
  double addSmoothness(Scope scope, Tensor image, double weight, Tensor gradient) {
    int height = (int) image.shape()[2];
    double value = 0;
    for (int top = 0; top < height; top += side) {
      long bottom = Math.min(height, top + side);
      try (Scope passing = scope.inner()) {
        value +=
            program()
                .callForOne(passing, "rows_smoothness", image, (long) top, bottom, weight, gradient)
                .number();
      }
    }
    return value;
  }

  /// The Euclidean norm.
  double norm(Scope scope, Tensor gradient) {
    try (Scope passing = scope.inner()) {
      return program().callForOne(passing, "norm", gradient).number();
    }
  }

  private Program program() {
    return features.program();
  }
}
