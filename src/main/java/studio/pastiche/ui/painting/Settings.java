package studio.pastiche.ui.painting;

import java.util.List;
import studio.pastiche.engine.Computation;
import studio.pastiche.engine.Init;
import studio.pastiche.engine.Inputs;
import studio.pastiche.engine.Layers;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.Optimization;
import studio.pastiche.engine.OptimizerKind;
import studio.pastiche.engine.Pooling;
import studio.pastiche.engine.Precision;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.Schedule;
import studio.pastiche.engine.StagePlan;
import studio.pastiche.engine.Statistic;
import studio.pastiche.engine.Tuning;

/// Every setting of a painting to come, with the engine's own defaults.
public final class Settings {
  private static final Tuning TUNING = Tuning.defaults(1);
  private static final Schedule SCHEDULE = Schedule.defaults();
  private static final Layers LAYERS = Layers.defaults();
  private static final Optimization OPTIMIZATION = Optimization.defaults();
  private static final Computation COMPUTATION = Computation.AUTO;
  private static final Init INIT = Init.CONTENT;
  private static final Scale WEIGHT = new Scale.LogarithmicFromZero(0.01, 1000);

  private final Parameter size =
      new Parameter(
          new Parameter.Spec(
              "setting.size",
              SCHEDULE.size(),
              Schedule.MIN_SIZE,
              Schedule.MAX_SIZE,
              1,
              new Scale.Logarithmic(64, 4096),
              false));
  private final Parameter contentWeight = weight("setting.content-weight", TUNING.contentWeight());
  private final Parameter styleWeight = weight("setting.style-weight", TUNING.styleWeight());
  private final Parameter tvWeight = weight("setting.tv-weight", TUNING.tvWeight());
  private final Parameter learningRate =
      new Parameter(
          new Parameter.Spec(
              "setting.learning-rate",
              TUNING.learningRate(),
              0.0001,
              10,
              0,
              new Scale.Logarithmic(0.001, 0.2),
              true));
  private final Parameter iterations =
      count("setting.iterations", SCHEDULE.iterations(), 1_000_000, 10, 5000, false);
  private final Parameter snapshotEvery =
      count("setting.snapshot-every", 50, 1_000_000, 5, 1000, true);
  private final Parameter styleScale =
      new Parameter(
          new Parameter.Spec(
              "setting.style-scale",
              SCHEDULE.styleScale(),
              0.1,
              10,
              0,
              new Scale.Logarithmic(0.25, 4),
              false));
  private final Parameter noiseRatio =
      new Parameter(
          new Parameter.Spec(
              "setting.noise-ratio", INIT.noiseRatio(), 0, 1, 0.01, new Scale.Linear(0, 1), false));
  private final Parameter seed =
      new Parameter(
          new Parameter.Spec(
              "setting.seed", INIT.seed(), 0, 1_000_000_000, 1, new Scale.Linear(0, 100), false));

  private final Choice<OptimizerKind> optimizer =
      new Choice<>("setting.optimizer", List.of(OptimizerKind.values()), OPTIMIZATION.optimizer());
  private final Choice<Statistic> statistic =
      new Choice<>("setting.statistic", List.of(Statistic.values()), LAYERS.statistic());
  private final Choice<Pooling> pooling =
      new Choice<>("setting.pooling", List.of(Pooling.values()), LAYERS.pooling());
  private final Choice<StagePlan> stages =
      new Choice<>("setting.stages", List.of(StagePlan.values()), SCHEDULE.stages());
  private final Choice<Init.Kind> start =
      new Choice<>(
          "setting.start", List.of(Init.Kind.CONTENT, Init.Kind.NOISE, Init.Kind.MIX), INIT.kind());
  private final Choice<Precision> precision =
      new Choice<>("setting.precision", List.of(Precision.values()), COMPUTATION.precision());
  private final Choice<String> device =
      new Choice<>(
          "setting.device", List.of(COMPUTATION.device(), "cpu", "gpu"), COMPUTATION.device());

  private static Parameter weight(String key, double initial) {
    return new Parameter(new Parameter.Spec(key, initial, 0, 1_000_000, 0, WEIGHT, true));
  }

  private static Parameter count(
      String key, int initial, double most, double from, double to, boolean live) {
    return new Parameter(
        new Parameter.Spec(key, initial, 1, most, 1, new Scale.Logarithmic(from, to), live));
  }

  /// The weights and the learning rate with this style mix.
  public Tuning tuning(List<Double> mix) {
    boolean usable = mix.stream().anyMatch(share -> share > 0);
    return new Tuning(
        contentWeight.get(),
        styleWeight.get(),
        tvWeight.get(),
        learningRate.get(),
        usable ? mix : Tuning.defaults(mix.size()).styleMix());
  }

  /// The recipe for these inputs.
  public Recipe recipe(Inputs inputs, NetworkReference network, Tuning tuning) {
    Layers layers = LAYERS.withStatistic(statistic.get()).withPooling(pooling.get());
    Schedule schedule =
        SCHEDULE
            .withSize(size.getInt())
            .withIterations(iterations.getInt())
            .withStages(stages.get())
            .withStyleScale(styleScale.get());
    return Recipe.defaults(inputs, network)
        .withLayers(layers)
        .withSchedule(schedule)
        .withOptimization(OPTIMIZATION.withOptimizer(optimizer.get()))
        .withInit(new Init(start.get(), noiseRatio.get(), INIT.noise(), seed.getInt()))
        .withTuning(tuning)
        .withComputation(new Computation(device.get(), precision.get(), COMPUTATION.threads()));
  }

  /// Sets what a recipe says, as it was when that painting was left; the device stays the artist's.
  ///
  /// @return whether all of it could be set here; the command line can paint what could not
  public boolean restore(Recipe recipe) {
    Tuning last = recipe.lastTuning();
    contentWeight.set(last.contentWeight());
    styleWeight.set(last.styleWeight());
    tvWeight.set(last.tvWeight());
    learningRate.set(last.learningRate());
    size.set(recipe.schedule().size());
    iterations.set(recipe.schedule().iterations());
    stages.value().set(recipe.schedule().stages());
    styleScale.set(recipe.schedule().styleScale());
    optimizer.value().set(recipe.optimization().optimizer());
    statistic.value().set(recipe.layers().statistic());
    pooling.value().set(recipe.layers().pooling());
    if (start.options().contains(recipe.init().kind())) {
      start.value().set(recipe.init().kind());
    }
    noiseRatio.set(recipe.init().noiseRatio());
    seed.set(recipe.init().seed());
    precision.value().set(recipe.computation().precision());
    Inputs inputs = new Inputs(recipe.inputs().content(), recipe.inputs().styles(), null);
    Recipe again = recipe(inputs, recipe.network(), tuning(last.styleMix()));
    return again.schedule().equals(recipe.schedule())
        && again.layers().equals(recipe.layers())
        && again.optimization().equals(recipe.optimization())
        && again.init().equals(recipe.init())
        && again.tuning().equals(last);
  }

  /// What acts on a painting in progress, besides the style mix.
  public List<Parameter> tunable() {
    return List.of(contentWeight, styleWeight, tvWeight, learningRate);
  }

  public Parameter size() {
    return size;
  }

  public Parameter iterations() {
    return iterations;
  }

  public Parameter snapshotEvery() {
    return snapshotEvery;
  }

  public Parameter styleScale() {
    return styleScale;
  }

  public Parameter noiseRatio() {
    return noiseRatio;
  }

  public Parameter seed() {
    return seed;
  }

  public Choice<OptimizerKind> optimizer() {
    return optimizer;
  }

  public Choice<Statistic> statistic() {
    return statistic;
  }

  public Choice<Pooling> pooling() {
    return pooling;
  }

  public Choice<StagePlan> stages() {
    return stages;
  }

  public Choice<Init.Kind> start() {
    return start;
  }

  public Choice<Precision> precision() {
    return precision;
  }

  public Choice<String> device() {
    return device;
  }
}
