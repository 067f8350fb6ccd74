package studio.pastiche.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.engine.torch.Tensor;
import studio.pastiche.picture.Picture;

/// An objective that computes the picture at once.
final class WholeObjective implements Objective {
  private final Features features;
  private final Scope scope;
  private final List<Tensor> contentTargets;
  private final StyleBlend style;

  private WholeObjective(
      Features features, Scope scope, List<Tensor> contentTargets, StyleBlend style) {
    this.features = features;
    this.scope = scope;
    this.contentTargets = contentTargets;
    this.style = style;
  }

  static WholeObjective of(Features features, Scope parent, Picture content, List<Picture> styles) {
    Scope scope = parent.inner();
    List<Tensor> contentTargets = features.contentTargets(scope, content);
    List<Tensor> statistics = new ArrayList<>();
    for (Picture each : styles) {
      statistics.addAll(features.styleStatistics(scope, each));
    }
    return new WholeObjective(
        features, scope, contentTargets, new StyleBlend(features, scope, statistics));
  }

  @Override
  public Evaluation evaluate(Scope iteration, Planes image, Tuning now) {
    Weighing weighing = new Weighing(features.layers(), now);
    List<Tensor> found =
        features.evaluate(
            iteration,
            image.whole(),
            weighing.factors(),
            contentTargets,
            style.targets(now.normalisedMix()));
    float[] values = found.get(0).toFloats();
    double[] wide = new double[values.length];
    Arrays.setAll(wide, i -> values[i]);
    return weighing.evaluation(wide, DevicePlanes.of(iteration, found.get(1)));
  }

  @Override
  public void close() {
    scope.close();
  }
}
