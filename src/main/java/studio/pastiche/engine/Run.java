package studio.pastiche.engine;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.engine.torch.NativeMemory;
import studio.pastiche.engine.torch.Program;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.engine.torch.TorchException;
import studio.pastiche.picture.Picture;

/// One painting in progress. [#paint] works on the caller's thread; every other method may be
/// called from any thread and takes effect within one iteration.
public final class Run implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Run.class);
  private static final int MOST_RECOVERIES = 3;

  private final Program program;
  private final Materials materials;
  private final Scope scope;
  private final Storage storage;
  private final Features features;
  private final Controls controls = new Controls();
  private final Tunings tunings;

  private final PaintedImage image;
  private Optimizer optimizer;
  private final RunningAverage average;
  private Steps steps;
  private final Levelling levelling;
  private volatile Recipe recipe;
  private volatile Pyramid pyramid;
  private Stage stage;
  private int iteration;
  private int recoveries;

  private Run(
      Scope scope, Storage storage, Recipe recipe, Materials materials, @Nullable RunState from) {
    this.program = storage.program();
    this.scope = scope;
    this.storage = storage;
    this.recipe = recipe;
    this.materials = materials;
    Picture content = materials.content();
    pyramid =
        Pyramid.of(content.width(), content.height(), recipe.schedule())
            .after(from == null ? List.of() : from.changes());
    stage = pyramid.stages().get(from == null ? 0 : from.moment().stage());
    steps = stepsOf(stage);
    average = new RunningAverage(program, scope, steps.keep());
    levelling = new Levelling(from == null ? null : from.level());
    features =
        Features.load(
            program, scope, materials.network(), recipe.layers(), recipe.computation().precision());
    tunings = new Tunings(recipe, from);
    optimizer = optimizer(stage, from == null ? null : from.optimizer());
    if (from == null) {
      image = new PaintedImage(storage.planes(stage, start()));
    } else {
      iteration = from.moment().iteration();
      recoveries = from.recoveries();
      image = new PaintedImage(storage.planes(stage, from.image()));
      if (from.average() != null) {
        average.goOn(storage.planes(stage, from.average()), from.averaged());
      }
    }
  }

  private float[] start() {
    return InitialImage.of(recipe.init(), stage, materials.content(), materials.init()).rgb();
  }

  /// A run that the caller closes, and that keeps its pictures on the device.
  static Run open(Program program, Recipe recipe, Materials materials, @Nullable RunState from) {
    return open(program, recipe, materials, from, new Scratch(Path.of("")), Long.MAX_VALUE);
  }

  /// A run that the caller closes.
  ///
  /// @param recipe with its computation settled
  /// @param from the state to go on from, or null to start
  /// @param scratch for what is too large for the memory; this closes it
  /// @param held the pixels that a picture kept in memory may have
  static Run open(
      Program program,
      Recipe recipe,
      Materials materials,
      @Nullable RunState from,
      Scratch scratch,
      long held) {
    Scope scope = program.newScope();
    Storage storage = new Storage(program, scope, scratch, held);
    try {
      return new Run(scope, storage, recipe, materials, from);
    } catch (RuntimeException | Error e) {
      storage.close();
      scope.close();
      throw e;
    }
  }

  /// Paints until the end, or until [#stop()]; called again, it goes on from there.
  ///
  /// @throws studio.pastiche.engine.torch.TorchException where the device fails or lacks memory
  public RunResult paint(RunListener listener) throws InterruptedException {
    controls.started();
    try {
      RunResult.@Nullable End end = null;
      int stages = pyramid.stages().size();
      for (int number = stage.number(); end == null && number < stages; number++) {
        if (!controls.mayGoOn(listener, this::captured)) {
          end = RunResult.End.STOPPED;
          break;
        }
        enter(pyramid.stages().get(number));
        listener.stageStarted(stage, stages);
        end = paintStage(listener);
      }
      return result(end == null ? RunResult.End.FINISHED : end);
    } finally {
      controls.ended(this::captured);
    }
  }

  /// Where memory runs out, the stage goes on in smaller tiles.
  private RunResult.@Nullable End paintStage(RunListener listener) throws InterruptedException {
    while (true) {
      try (Objective objective = objectiveFor(stage, () -> waitInTile(listener))) {
        return paint(objective, listener);
      } catch (StoppedException e) {
        return RunResult.End.STOPPED;
      } catch (TorchException e) {
        if (!e.outOfMemory() || !takeSmallerTiles()) {
          throw e;
        }
        NativeMemory.giveBackAtOnce();
        LOG.warn("Memory ran out; going on in tiles of {} px", recipe.computation().tile(), e);
        listener.smallerTiles(recipe);
      }
    }
  }

  /// What [#stop()], [#pause()] and [#state()] ask for is done between tiles: the image stays as it
  /// is until all of them are done.
  private void waitInTile(RunListener listener) {
    try {
      if (!controls.mayGoOn(listener, this::captured)) {
        throw new StoppedException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoppedException();
    }
  }

  private boolean takeSmallerTiles() {
    @Nullable Integer smaller =
        Tile.smaller(recipe.computation().tile(), stage.size(), recipe.layers().deepest());
    if (smaller == null) {
      return false;
    }
    recipe = recipe.withComputation(recipe.computation().withTile(smaller));
    optimizer.objectiveChanged();
    return true;
  }

  /// What is painted so far, for a run whose [#paint] has thrown: the picture of its last good
  /// iteration, and the recipe that leads there.
  ///
  /// @throws studio.pastiche.engine.torch.TorchException where the device can't give it any more
  public RunResult soFar() {
    return result(RunResult.End.STOPPED);
  }

  /// Paints the present stage. Returns why the run ends here, or null where the stage is done.
  private RunResult.@Nullable End paint(Objective objective, RunListener listener)
      throws InterruptedException {
    while (iteration < stage.iterations() && !levelling.over()) {
      if (!controls.mayGoOn(listener, this::captured)) {
        return RunResult.End.STOPPED;
      }
      Tuning now = tuningForNext(listener);
      if (iteration >= stage.iterations()) {
        break; // fewer were asked for
      }
      try (Scope passing = scope.inner()) {
        Evaluation at =
            optimizer.step(
                passing, image, (s, x) -> objective.evaluate(s, x, now), learningRate(now));
        if (at.finite()) {
          average.add(image.now());
          iteration++;
          listener.painted(new Report(at, now, passing));
          lookHowFar(objective, passing, now, listener);
        } else if (goBack(now, listener)) {
          return RunResult.End.NOT_FINITE;
        }
      }
    }
    return null;
  }

  /// Ends the stage where the shown picture's distance has levelled off.
  private void lookHowFar(Objective objective, Scope passing, Tuning now, RunListener listener) {
    // a picture in files is too large to be looked at besides
    if (!image.now().inFile() && levelling.due(steps, stage, iteration)) {
      levelling.seen(objective.evaluate(passing, shownPlanes(passing), now).loss());
      if (levelling.over()) {
        listener.levelledOff(stage, iteration);
      }
    }
  }

  /// Waits before the next iteration, until [#resume()] or [#stop()].
  public void pause() {
    controls.pause();
  }

  /// Goes on after a pause.
  public void resume() {
    controls.resume();
  }

  /// Ends [#paint] before the next iteration.
  public void stop() {
    controls.stop();
  }

  /// Lets another tuning rule from the next iteration on. Throws IllegalArgumentException where its
  /// style mix does not fit the styles, or its layers' weights the layers.
  public void tune(Tuning next) {
    tunings.ask(next);
  }

  /// The tuning asked for last.
  public Tuning tuning() {
    return tunings.asked();
  }

  /// What the run needs to go on later, at the next iteration's start.
  public RunState state() {
    return controls.state(this::captured);
  }

  /// The plan as it is now: its stages and their iterations, which a tuning may change.
  public Pyramid pyramid() {
    return pyramid;
  }

  /// The recipe with its computation settled.
  public Recipe recipe() {
    return recipe;
  }

  /// Lets the device's memory go. Not while it paints.
  @Override
  public void close() {
    storage.close();
    scope.close();
  }

  private Steps stepsOf(Stage some) {
    return recipe.schedule().dial().steps(some.number(), pyramid.stages().size());
  }

  /// @param at the stage that it begins with
  /// @param state to go on from, or null to start
  private Optimizer optimizer(Stage at, @Nullable OptimizerState state) {
    GradientClip clip = new GradientClip(recipe.optimization().clipGradient());
    return switch (recipe.optimization().optimizer()) {
      case ADAM -> adam(at, clip, state);
      case LBFGS ->
          state instanceof OptimizerState.OfLbfgs lbfgs
              ? Lbfgs.goOn(program, scope, clip, at, lbfgs)
              : new Lbfgs(program, scope, clip);
    };
  }

  private Optimizer adam(Stage at, GradientClip clip, @Nullable OptimizerState state) {
    return scaledAt(at)
        ? new ScaledAdam(program, scope, clip, at, state)
        : new Adam(program, scope, storage, clip, at, state);
  }

  /// Whether Adam moves the stage's image as a sum of coarser ones. It must be in memory for that.
  private boolean scaledAt(Stage at) {
    return stepsOf(at).scaled() && !storage.inFiles(at.width(), at.height());
  }

  /// The optimiser goes over to a stage, or gives way to that of the stage's steps.
  private void optimizeAt(Stage next) {
    if (scaledAt(stage) == scaledAt(next)) {
      optimizer.enter(next);
    } else {
      Optimizer other = optimizer(next, null);
      optimizer.close();
      optimizer = other;
    }
  }

  private void enter(Stage next) {
    if (next.number() != stage.number()) {
      Planes resized = storage.resized(shown(), Storage.Kind.IMAGE, next);
      // first, as it may lack memory: the image must fit the stage even then
      optimizeAt(next);
      image.startAgain(resized);
      steps = stepsOf(next);
      average.restart(steps.keep());
      levelling.restart();
      stage = next;
      iteration = 0;
    }
  }

  private Objective objectiveFor(Stage at, Runnable check) {
    return Objective.of(features, scope, storage, materials, at, recipe, check);
  }

  /// The tuning that rules the iteration to come. Another aim lets the average and what L-BFGS has
  /// learnt go, so that it shows at once; another number of iterations does not.
  private Tuning tuningForNext(RunListener listener) {
    Tuning before = tunings.now();
    Moment moment = new Moment(stage.number(), iteration);
    Tuning now = tunings.at(moment, recoveries);
    if (!now.aimsLike(before)) {
      average.restart();
      levelling.restart();
      optimizer.objectiveChanged();
    }
    int wanted = now.iterationsOr(recipe.schedule().total());
    if (wanted != before.iterationsOr(recipe.schedule().total())) {
      pyramid = pyramid.replanned(moment, wanted);
      stage = pyramid.stages().get(stage.number());
      listener.replanned(pyramid);
    }
    return now;
  }

  private double learningRate(Tuning now) {
    // what L-BFGS takes of it is the first step's length only
    boolean adam = recipe.optimization().optimizer() == OptimizerKind.ADAM;
    return now.learningRate()
        * (adam ? steps.factor(iteration, stage.iterations()) : 1)
        * recipe.optimization().decayAt(stage.before() + iteration)
        * Math.pow(0.5, recoveries);
  }

  /// Back to the last good image, with half the learning rate. Returns whether it is time to give
  /// up.
  private boolean goBack(Tuning now, RunListener listener) {
    recoveries++;
    image.goBack();
    optimizer.goBack();
    average.restart();
    boolean gaveUp = recoveries >= MOST_RECOVERIES;
    Moment at = new Moment(stage.number(), iteration);
    LOG.warn(
        "The loss is not finite at {}; learning rate {}, giving up: {}",
        at,
        learningRate(now),
        gaveUp);
    listener.recovered(new RunListener.Recovery(at, learningRate(now), gaveUp));
    return gaveUp;
  }

  private RunState captured() {
    return new RunState(
        new Moment(stage.number(), iteration),
        numbers(image.now()),
        average.sum() == null || image.now().inFile() ? null : numbers(average.sum()),
        image.now().inFile() ? 0 : average.count(),
        optimizer.state(),
        tunings.now(),
        tunings.asked(),
        tunings.changes(),
        recoveries,
        tunings.replayed(),
        levelling.latest());
  }

  private Planes shownPlanes(Scope to) {
    return recipe.schedule().average() && average.sum() != null
        ? DevicePlanes.of(to, shown().rows(to, 0, stage.height()).tensor())
        : image.now();
  }

  private Rows shown() {
    return recipe.schedule().average() ? average.shown(image.now()) : image.now();
  }

  private Picture picture() {
    return Picture.of(stage.width(), stage.height(), numbers(shown()))
        .withAlphaOf(materials.content());
  }

  /// 3×H×W.
  private float[] numbers(Rows rows) {
    return new Readout(program, scope).numbers(rows, image.now().spans());
  }

  /// A run that gave up gives up again when it is repeated, so its recipe needs no end.
  private RunResult result(RunResult.End end) {
    Recipe made =
        end == RunResult.End.NOT_FINITE
            ? recipe.withHistory(tunings.changes(), null)
            : recipeSoFar();
    return new RunResult(picture(), made, end);
  }

  private Recipe recipeSoFar() {
    boolean stageEnds = iteration == stage.iterations() || levelling.over();
    boolean atEnd = stageEnds && stage.equals(pyramid.last());
    return recipe.withHistory(
        tunings.changes(), atEnd ? null : new Moment(stage.number(), iteration));
  }

  /// What a listener is told of an iteration, while it lasts.
  private final class Report implements Painted {
    private final Evaluation at;
    private final Tuning now;
    private final Scope passing;

    Report(Evaluation at, Tuning now, Scope passing) {
      this.at = at;
      this.now = now;
      this.passing = passing;
    }

    @Override
    public Stage stage() {
      return stage;
    }

    @Override
    public int stages() {
      return pyramid.stages().size();
    }

    @Override
    public int iteration() {
      return iteration;
    }

    @Override
    public int done() {
      return stage.before() + iteration;
    }

    @Override
    public int total() {
      return pyramid.iterations();
    }

    @Override
    public double loss() {
      return at.loss();
    }

    @Override
    public Distances distances() {
      return at.distances();
    }

    @Override
    public Tuning tuning() {
      return now;
    }

    @Override
    public Frame frame() {
      return new Readout(program, passing).frame(shown(), image.now().spans());
    }

    @Override
    public Picture picture() {
      return Run.this.picture();
    }

    @Override
    public Recipe recipe() {
      return recipeSoFar();
    }
  }

  /// Ends an evaluation between two tiles.
  private static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
