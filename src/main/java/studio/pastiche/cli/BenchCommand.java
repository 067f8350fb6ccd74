package studio.pastiche.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.pastiche.engine.Computation;
import studio.pastiche.engine.Engine;
import studio.pastiche.engine.Forecast;
import studio.pastiche.engine.Inputs;
import studio.pastiche.engine.Layers;
import studio.pastiche.engine.Materials;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.Optimization;
import studio.pastiche.engine.OptimizerKind;
import studio.pastiche.engine.PictureReference;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.Run;
import studio.pastiche.engine.Schedule;
import studio.pastiche.engine.Stage;
import studio.pastiche.engine.StagePlan;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.torch.KernelModule;
import studio.pastiche.networks.Networks;
import studio.pastiche.picture.Size;

/// `bench`: times the painting itself.
@Command(
    name = "bench",
    description = {
      "Times iterations at one size, on synthetic pictures, in the same run as render's.",
      "The last line is JSON: milliseconds an iteration (median and quartiles), resident memory",
      "in MiB before the first iteration and at its peak, what loading took, and the last loss."
    })
final class BenchCommand implements Callable<Integer> {
  /// Stands for a file that was not named.
  private static final String ANY = "";

  private final Console console;

  @Mixin private StandardOptions standard = new StandardOptions();

  @Option(
      names = "--size",
      paramLabel = "PIXELS",
      description = "The picture's long side (default: ${bundle:default.size}).")
  private int size = Schedule.DEFAULT_SIZE;

  @Option(
      names = "--aspect",
      paramLabel = "W:H",
      description = "The picture's shape (default: 4:3).")
  private String aspect = "4:3";

  @Option(
      names = "--iterations",
      paramLabel = "N",
      description = "How many are timed, after 2 that are not (default: 20).")
  private int iterations = 20;

  @Option(
      names = "--optimizer",
      paramLabel = "adam|lbfgs",
      description = "What moves the pixels (default: ${bundle:default.optimizer}).")
  private OptimizerKind optimizer = Optimization.defaults().optimizer();

  @Option(
      names = "--preview",
      description = "Make the picture for the screen after every iteration, as the studio does.")
  private boolean preview;

  @Mixin private UntilOptions until = new UntilOptions();
  @Mixin private NetworkOption network;
  @Mixin private LayerOptions layers = new LayerOptions();
  @Mixin private StatisticOption statistic = new StatisticOption();
  @Mixin private ComputationOptions computation = new ComputationOptions();

  @Option(names = "--json", description = "Print nothing but the JSON.")
  private boolean json;

  @Option(
      names = "--load",
      paramLabel = "FILE",
      arity = "0..1",
      fallbackValue = ANY,
      description =
          "Time instead how long a network file takes to load, twice; without FILE, one as large as"
              + " VGG-19 is made.")
  private @Nullable String load;

  @Option(
      names = "--import",
      paramLabel = "FILE",
      arity = "0..1",
      fallbackValue = ANY,
      description =
          "Time instead how long a weight file takes to import; without FILE, a .pth as large as"
              + " torchvision's (575 MB) is made.")
  private @Nullable String imported;

  @Option(
      names = "--widths",
      paramLabel = "N",
      split = ",",
      hidden = true,
      description = "Time a random network with these channels in its five blocks.")
  private @Nullable List<Integer> widths;

  @Option(
      names = "--write-module",
      paramLabel = "FILE",
      hidden = true,
      description = "Write the device program as PyTorch loads it, and do nothing else.")
  private @Nullable Path module;

  BenchCommand(Console console, Networks networks) {
    network = new NetworkOption(networks);
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (module != null) {
      OutputOptions.requirePlace(module);
      Files.write(module, KernelModule.bytes());
      return ExitCode.OK;
    }
    if (imported != null) {
      console.out().println(new Json().line(FileBench.importing(file(imported), network.input())));
      return ExitCode.OK;
    }
    if (until.asked()) {
      until.check();
    }
    if (iterations < 1) {
      throw new WrongOption("--iterations", "1 or more is needed, not " + iterations);
    }
    Layers compared = statistic.appliedTo(layers.appliedTo(Layers.defaults()));
    Computation wanted = computation.appliedTo(Computation.AUTO);
    Schedule schedule = schedule();
    Size shape = Aspect.parse(aspect).withLongSide(size);
    long start = System.nanoTime();
    try (Engine engine = computation.open(wanted)) {
      if (load != null) {
        FileBench.Loaded found =
            FileBench.load(file(load), network.input(), engine, wanted.precision());
        console.out().println(new Json().line(found));
        return ExitCode.OK;
      }
      FeatureNetwork loaded = network();
      double loadMs = (System.nanoTime() - start) / 1e6;
      Ingredients.requireLayers(loaded, compared);
      if (until.asked()) {
        Recipe settings =
            recipe(loaded).withLayers(compared).withComputation(wanted).withSchedule(schedule);
        print(until.run(engine, loaded, settings));
        return ExitCode.OK;
      }
      Materials materials =
          new Materials(Noise.picture(shape, 1), List.of(Noise.picture(shape, 2)), null, loaded);
      Recipe recipe =
          recipe(loaded).withLayers(compared).withComputation(wanted).withSchedule(schedule);
      Forecast forecast = engine.forecast(recipe, shape, loaded);
      try (Run run = computation.start(() -> engine.start(recipe, materials))) {
        double arithmetic = Engine.arithmetic(loaded, compared, shape);
        measure(run, loadMs, forecast, arithmetic, engine.productRate(wanted.precision()));
      }
    }
    return ExitCode.OK;
  }

  private void print(UntilBench.Result found) {
    if (!json) {
      if (found.against() != null) {
        console.out().println(found.against().words());
      }
      console.out().println(found.schedule().words());
      if (found.ratio() != null) {
        console.out().println("%s of the time".formatted(found.ratio()));
      }
    }
    console.out().println(new Json().line(found));
  }

  private static @Nullable Path file(String named) {
    return named.equals(ANY) ? null : PathConverter.path(named);
  }

  private void measure(
      Run run, double loadMs, Forecast forecast, double arithmetic, double productRate)
      throws InterruptedException {
    Stopwatch watch = new Stopwatch(preview);
    run.paint(watch);
    Stage stage = run.pyramid().last();
    Computation computed = run.recipe().computation();
    if (!json) {
      console
          .out()
          .println(
              "%d iterations at %s with %s on %s in %s, %d threads%s"
                  .formatted(
                      iterations,
                      Words.size(stage),
                      run.recipe().network().name(),
                      computed.device(),
                      computed.precision(),
                      computed.threads(),
                      computed.tile() == null
                          ? ""
                          : ", in tiles of %d px".formatted(computed.tile())));
    }
    Stopwatch.Result result =
        watch.result(stage, computed, loadMs, forecast, arithmetic, productRate);
    if (!json) {
      console.out().println(result.inWords());
    }
    console.out().println(new Json().line(result));
  }

  private Schedule schedule() {
    return new Setting<>(Schedule.defaults().withStages(StagePlan.SINGLE))
        .with("--size", size, Schedule::withSize)
        .with("--iterations", iterations, (s, n) -> s.withIterations(Stopwatch.WARM_UP + n))
        .value();
  }

  private Recipe recipe(FeatureNetwork loaded) {
    PictureReference noise = new PictureReference("noise", "");
    return Recipe.defaults(new Inputs(noise, List.of(noise), null), NetworkReference.of(loaded))
        .withOptimization(Optimization.defaults().withOptimizer(optimizer));
  }

  private FeatureNetwork network() throws IOException {
    return widths == null ? network.load(console.err()::println) : Noise.network(widths);
  }
}
