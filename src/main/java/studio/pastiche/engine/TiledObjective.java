package studio.pastiche.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.engine.torch.Tensor;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;

/// An objective that computes the picture tile by tile, for pictures whose features do not fit in
/// memory at once. Its gradient is that of the whole: a first pass sums the moments over what each
/// tile owns, from which the style term's slopes follow; a second carries slopes and differences
/// back through each tile, and adds what comes of it (docs/objective.md).
final class TiledObjective implements Objective {
  /// What the content distance is measured against in one tile, a tensor a content layer.
  private record Target(Tile tile, List<Tensor> features) {}

  private final TileFeatures features;
  private final Scope scope;
  private final List<Target> content;
  private final double[] contentScales;
  private final StyleBlend style;

  private TiledObjective(
      TileFeatures features,
      Scope scope,
      List<Target> content,
      double[] contentScales,
      StyleBlend style) {
    this.features = features;
    this.scope = scope;
    this.content = content;
    this.contentScales = contentScales;
    this.style = style;
  }

  /// @param side of what a tile owns, a multiple of 16
  static TiledObjective of(
      Features whole, Scope parent, Picture content, List<Picture> styles, int side) {
    Scope scope = parent.inner();
    TileFeatures features = new TileFeatures(whole, side);
    double[] numbers = features.contentNumbers(content.size());
    double[] squares = new double[numbers.length];
    List<Target> targets = new ArrayList<>();
    try (Scope passing = scope.inner()) {
      Tensor image = Features.tensor(passing, content);
      for (Tile tile : features.tiles(content.size())) {
        List<Tensor> found = features.content(scope, image, tile);
        List<Tensor> kept = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
          kept.add(found.get(2 * i));
          squares[i] += found.get(2 * i + 1).number();
        }
        targets.add(new Target(tile, kept));
      }
    }
    double[] scales = new double[numbers.length];
    Arrays.setAll(
        scales, i -> 1 / (numbers[i] * Math.max(squares[i] / numbers[i], Features.LEAST_ENERGY)));
    List<Tensor> statistics = new ArrayList<>();
    for (Picture each : styles) {
      statistics.addAll(features.statistics(scope, each));
    }
    StyleBlend blend = new StyleBlend(whole, scope, statistics);
    return new TiledObjective(features, scope, targets, scales, blend);
  }

  @Override
  public Evaluation evaluate(Scope iteration, Tensor image, Tuning now) {
    Weighing weighing = new Weighing(features.layers(), now);
    double[] factors = weighing.factors();
    double[] values = new double[factors.length + 1];
    Tensor gradient = iteration.zeros(image.shape());
    try (Scope passing = iteration.inner()) {
      List<Tensor> slopes = slopes(passing, image, now);
      for (int i = 0; i < slopes.size() / 3; i++) {
        values[contentScales.length + i] = slopes.get(3 * i).number();
      }
      double[] pulls = pulls(factors);
      for (Target target : content) {
        double[] squares =
            features.addGradient(
                passing, image, target.tile(), pulls, target.features(), slopes, gradient);
        for (int i = 0; i < squares.length; i++) {
          values[i] += contentScales[i] * squares[i];
        }
      }
      int smoothness = factors.length - 1;
      values[smoothness] = features.addSmoothness(passing, image, factors[smoothness], gradient);
      values[factors.length] = features.norm(passing, gradient);
    }
    return weighing.evaluation(values, gradient);
  }

  private List<Tensor> slopes(Scope passing, Tensor image, Tuning now) {
    List<Tile> tiles = content.stream().map(Target::tile).toList();
    List<Tensor> moments = features.moments(passing, image, tiles);
    long[] shape = image.shape();
    long[] positions = features.stylePositions(new Size((int) shape[3], (int) shape[2]));
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
    scope.close();
  }
}
