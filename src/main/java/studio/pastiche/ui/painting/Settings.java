package studio.pastiche.ui.painting;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Computation;
import studio.pastiche.engine.Dial;
import studio.pastiche.engine.Init;
import studio.pastiche.engine.Layers;
import studio.pastiche.engine.Optimization;
import studio.pastiche.engine.OptimizerKind;
import studio.pastiche.engine.Pooling;
import studio.pastiche.engine.Precision;
import studio.pastiche.engine.Schedule;
import studio.pastiche.engine.StagePlan;
import studio.pastiche.engine.Statistic;
import studio.pastiche.engine.Tuning;
import studio.pastiche.engine.weights.CompactNetwork;
import studio.pastiche.session.RecipeSettings;

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

  /// Its default is what the dial has at this size; where it is another, it is set by hand.
  private final Parameter iterations =
      count("setting.iterations", SCHEDULE.total(), Schedule.MAX_ITERATIONS, 10, 5000, true);

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
              "setting.noise-ratio", INIT.noiseRatio(), 0, 1, 0, new Scale.Linear(0, 1), false));
  private final Parameter seed =
      new Parameter(
          new Parameter.Spec(
              "setting.seed", INIT.seed(), 0, 1_000_000_000, 1, new Scale.Linear(0, 100), false));

  /// 1 stands for no decay.
  private final Parameter decay =
      new Parameter(
          new Parameter.Spec("setting.decay", 1, 0.000001, 1, 0, new Scale.Linear(0.1, 1), false));

  private final Parameter decaySteps =
      count("setting.decay-steps", 100, Schedule.MAX_ITERATIONS, 10, 1000, false);

  /// 0 stands for no clipping.
  private final Parameter clipGradient =
      new Parameter(
          new Parameter.Spec(
              "setting.clip-gradient",
              0,
              0,
              1_000_000,
              0,
              new Scale.LogarithmicFromZero(0.0001, 10),
              false));

  private final LayerTable styleLayers = new LayerTable("setting.style-layers", LAYERS.style());
  private final LayerTable contentLayers =
      new LayerTable("setting.content-layers", LAYERS.content());

  private final Choice<String> network =
      new Choice<>("setting.network", List.of(CompactNetwork.NAME), CompactNetwork.NAME);
  private final Choice<Init.Noise> noise =
      new Choice<>("setting.noise", List.of(Init.Noise.values()), INIT.noise());
  private final Choice<Boolean> average =
      new Choice<>("setting.average", List.of(true, false), SCHEDULE.average());
  private final Choice<OptimizerKind> optimizer =
      new Choice<>("setting.optimizer", List.of(OptimizerKind.values()), OPTIMIZATION.optimizer());
  private final Choice<Statistic> statistic =
      new Choice<>("setting.statistic", List.of(Statistic.values()), LAYERS.statistic());
  private final Choice<Pooling> pooling =
      new Choice<>("setting.pooling", List.of(Pooling.values()), LAYERS.pooling());
  private final Choice<Dial> dial =
      new Choice<>("setting.schedule", List.of(Dial.values()), SCHEDULE.dial(), true);
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

  /// What the number of iterations follows just now.
  private @Nullable Setting leading;

  public Settings() {
    Stream.<Setting>of(size, stages, dial)
        .forEach(each -> each.value().addListener((_, _, _) -> lead(each)));
  }

  /// As many iterations as the dial has now, unless they are set by hand.
  private void lead(Setting by) {
    leading = by;
    try {
      iterations.setDefault(ofDial().total());
    } finally {
      leading = null;
    }
  }

  /// What the artist has set where this setting changes just now: itself, or what it follows.
  Setting causeOf(Setting changed) {
    Setting by = leading;
    return by != null && changed == iterations ? by : changed;
  }

  private static Parameter weight(String key, double initial) {
    return new Parameter(new Parameter.Spec(key, initial, 0, 1_000_000, 0, WEIGHT, true));
  }

  private static Parameter count(
      String key, int initial, double most, double from, double to, boolean live) {
    return new Parameter(
        new Parameter.Spec(key, initial, 1, most, 1, new Scale.Logarithmic(from, to), live));
  }

  /// The weights and the learning rate with this style mix, as a run starts with them. A mix of
  /// nothing is one of equal shares, and that of no style image one for a single one.
  public Tuning tuning(List<Double> mix) {
    boolean usable = mix.stream().anyMatch(share -> share > 0);
    return new Tuning(
        contentWeight.get(),
        styleWeight.get(),
        tvWeight.get(),
        learningRate.get(),
        usable ? mix : Tuning.defaults(Math.max(1, mix.size())).styleMix());
  }

  /// All of it that goes into a recipe.
  public RecipeSettings recipeSettings(List<Double> mix) {
    return new RecipeSettings(
        layers(), schedule(), optimization(), init(), tuning(mix), computation());
  }

  public Layers layers() {
    return new Layers(styleLayers.get(), contentLayers.get(), statistic.get(), pooling.get());
  }

  public Schedule schedule() {
    Schedule asked = ofDial();
    return byHand() ? asked.withIterations(iterations.getInt()) : asked;
  }

  /// The schedule with as many iterations as the dial has.
  private Schedule ofDial() {
    return new Schedule(
        size.getInt(), null, stages.get(), average.get(), styleScale.get(), null, dial.get());
  }

  /// Whether the number of iterations is the artist's own, and not the dial's.
  public boolean byHand() {
    return iterations.getInt() != ofDial().total();
  }

  /// Sets the dial, and as many iterations as it has.
  public void turnTo(Dial to) {
    dial.value().set(to);
    iterations.reset();
  }

  public Optimization optimization() {
    Optimization.@Nullable Decay slower =
        decay.get() < 1 ? new Optimization.Decay(decay.get(), decaySteps.getInt()) : null;
    @Nullable Double clip = clipGradient.get() > 0 ? clipGradient.get() : null;
    return new Optimization(optimizer.get(), slower, clip);
  }

  public Init init() {
    return new Init(start.get(), noiseRatio.get(), noise.get(), seed.getInt());
  }

  public Computation computation() {
    return new Computation(device.get(), precision.get(), COMPUTATION.threads());
  }

  /// Everything that can be set.
  public List<Setting> all() {
    return Stream.concat(
            tunable().stream(),
            Stream.of(
                size,
                dial,
                iterations,
                snapshotEvery,
                styleScale,
                noiseRatio,
                seed,
                decay,
                decaySteps,
                clipGradient,
                styleLayers,
                contentLayers,
                network,
                optimizer,
                statistic,
                pooling,
                stages,
                start,
                noise,
                average,
                precision,
                device))
        .toList();
  }

  /// What acts on a painting in progress, besides the style mix.
  public List<Parameter> tunable() {
    return List.of(contentWeight, styleWeight, tvWeight, learningRate);
  }

  public Parameter contentWeight() {
    return contentWeight;
  }

  public Parameter styleWeight() {
    return styleWeight;
  }

  public Parameter tvWeight() {
    return tvWeight;
  }

  public Parameter learningRate() {
    return learningRate;
  }

  public Parameter decay() {
    return decay;
  }

  public Parameter decaySteps() {
    return decaySteps;
  }

  public Parameter clipGradient() {
    return clipGradient;
  }

  public LayerTable styleLayers() {
    return styleLayers;
  }

  public LayerTable contentLayers() {
    return contentLayers;
  }

  /// The feature network's name.
  public Choice<String> network() {
    return network;
  }

  public Choice<Init.Noise> noise() {
    return noise;
  }

  /// Whether the running average is shown and saved.
  public Choice<Boolean> average() {
    return average;
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

  public Choice<Dial> dial() {
    return dial;
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
