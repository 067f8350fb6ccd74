package studio.pastiche.engine;

import java.util.Arrays;
import java.util.List;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.engine.torch.Tensor;

/// The statistics of some styles, and what the style distance is measured against for a mix of
/// them.
final class StyleBlend {
  private final Features features;
  private final Scope scope;
  private final List<Tensor> statistics;
  private List<Tensor> targets = List.of();
  private double[] mix = {};

  /// @param scope that the targets live in
  /// @param statistics mean and second moment of each style layer, style after style
  StyleBlend(Features features, Scope scope, List<Tensor> statistics) {
    this.features = features;
    this.scope = scope;
    this.statistics = statistics;
  }

  /// The targets for a mix whose sum is 1.
  List<Tensor> targets(double[] wanted) {
    if (!Arrays.equals(wanted, mix)) {
      targets.forEach(Tensor::close);
      targets = features.styleTargets(scope, wanted, statistics);
      mix = wanted;
    }
    return targets;
  }
}
