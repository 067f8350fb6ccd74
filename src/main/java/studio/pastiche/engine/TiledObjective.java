package studio.pastiche.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.engine.torch.Tensor;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;

/// An objective that computes the picture tile by tile, for pictures whose features do not fit in
/// memory at once. Its gradient is that of the whole: a first pass sums the moments over what each
/// tile owns, from which the style term's slopes follow; a second carries slopes and differences
/// back through each tile, and adds what comes of it (docs/objective.md).
///
/// It goes by rows of tiles, so that no more of the picture need be at hand than such a row.
final class TiledObjective implements Objective {
  private final TileFeatures features;
  private final Scope scope;
  private final Size size;
  private final List<Tile> tiles;
  private final TargetShelf content;
  private final double[] contentScales;
  private final StyleBlend style;
  private final Runnable check;
  private final @Nullable Planes gradient;

  private TiledObjective(
      TileFeatures features,
      Scope scope,
      Size size,
      TargetShelf content,
      double[] contentScales,
      StyleBlend style,
      Runnable check,
      @Nullable Planes gradient) {
    this.features = features;
    this.scope = scope;
    this.size = size;
    this.content = content;
    this.contentScales = contentScales;
    this.style = style;
    this.check = check;
    this.gradient = gradient;
    tiles = features.tiles(size);
  }

  /// @param storage of the picture's planes
  /// @param content at any size
  /// @param size of the images that are evaluated
  /// @param side of what a tile owns, a multiple of 16
  /// @param check is run before each tile, and may throw to end the work
  static TiledObjective of(
      Features whole,
      Scope parent,
      Storage storage,
      Picture content,
      Size size,
      List<Picture> styles,
      int side,
      Runnable check) {
    boolean inFiles = storage.inFiles(size.width(), size.height());
    Scope scope = parent.inner();
    TileFeatures features = new TileFeatures(whole, side);
    TargetShelf shelf = new TargetShelf(whole.program(), scope, inFiles ? storage.file() : null);
    double[] scales = contentScales(features, scope, new PictureRows(content, size), shelf, check);
    List<Tensor> statistics = new ArrayList<>();
    for (Picture each : styles) {
      statistics.addAll(features.statistics(scope, each, check));
    }
    return new TiledObjective(
        features,
        scope,
        size,
        shelf,
        scales,
        new StyleBlend(whole, scope, statistics),
        check,
        inFiles ? storage.planes(size.width(), size.height()) : null);
  }

  /// Fills the shelf; what the squared differences from each content layer's target are multiplied
  /// by.
  private static double[] contentScales(
      TileFeatures features, Scope scope, PictureRows content, TargetShelf shelf, Runnable check) {
    double[] numbers = features.contentNumbers(content.size());
    double[] squares = new double[numbers.length];
    for (List<Tile> row : Tile.inRows(features.tiles(content.size()))) {
      try (Scope passing = scope.inner()) {
        Band rows = content.rows(passing, row.getFirst().top(), row.getFirst().bottom());
        for (Tile tile : row) {
          check.run();
          List<Tensor> found = features.content(passing, rows, tile);
          List<Tensor> targets = new ArrayList<>();
          for (int i = 0; i < numbers.length; i++) {
            targets.add(found.get(2 * i));
            squares[i] += found.get(2 * i + 1).number();
          }
          shelf.add(targets);
        }
      }
    }
    double[] scales = new double[numbers.length];
    Arrays.setAll(
        scales, i -> 1 / (numbers[i] * Math.max(squares[i] / numbers[i], Features.LEAST_ENERGY)));
    return scales;
  }

  @Override
  public Evaluation evaluate(Scope iteration, Planes image, Tuning now) {
    Weighing weighing = new Weighing(features.layers(), now);
    double[] factors = weighing.factors();
    double[] values = new double[factors.length + 1];
    Planes sum = blankGradient(iteration);
    try (Scope passing = iteration.inner()) {
      List<Tensor> slopes = slopes(passing, image, now);
      for (int i = 0; i < slopes.size() / 3; i++) {
        values[contentScales.length + i] = slopes.get(3 * i).number();
      }
      int first = 0;
      for (List<Tile> row : Tile.inRows(tiles)) {
        addGradient(passing, image, row, first, slopes, factors, values, sum);
        first += row.size();
      }
      values[factors.length] = features.norm(passing, sum);
    }
    return weighing.evaluation(values, sum);
  }

  private Planes blankGradient(Scope iteration) {
    Planes blank =
        gradient != null ? gradient : new DevicePlanes(iteration, size.width(), size.height());
    blank.clear();
    return blank;
  }

  /// Adds the gradient of a row of tiles, and its share of the distances.
  ///
  /// @param first the number of the row's first tile
  private void addGradient(
      Scope scope,
      Planes image,
      List<Tile> row,
      int first,
      List<Tensor> slopes,
      double[] factors,
      double[] values,
      Planes sum) {
    Tile any = row.getFirst();
    int smoothness = factors.length - 1;
    try (Scope passing = scope.inner()) {
      Band rows = image.rows(passing, any.top(), any.bottom());
      Band slope = sum.rows(passing, any.top(), any.bottom());
      for (int i = 0; i < row.size(); i++) {
        check.run();
        try (Scope inTile = passing.inner()) {
          double[] squares =
              features.addGradient(
                  inTile,
                  rows,
                  row.get(i),
                  pulls(factors),
                  content.of(first + i, inTile),
                  slopes,
                  slope);
          for (int k = 0; k < squares.length; k++) {
            values[k] += contentScales[k] * squares[k];
          }
        }
      }
      values[smoothness] +=
          features.addSmoothness(passing, size, rows, any, factors[smoothness], slope);
      sum.put(slope);
    }
  }

  private List<Tensor> slopes(Scope passing, Rows image, Tuning now) {
    List<Tensor> moments = features.moments(passing, image, tiles, check);
    long[] positions = features.stylePositions(size);
    return features.slopes(passing, positions, moments, style.targets(now.normalisedMix()));
  }

  /// What the differences from the content targets, and the style slopes, are multiplied by.
  private double[] pulls(double[] factors) {
    double[] pulls = Arrays.copyOf(factors, factors.length - 1);
    for (int i = 0; i < contentScales.length; i++) {
      pulls[i] *= 2 * contentScales[i];
    }
    return pulls;
  }

  @Override
  public void close() {
    content.close();
    if (gradient != null) {
      gradient.close();
    }
    scope.close();
  }
}
