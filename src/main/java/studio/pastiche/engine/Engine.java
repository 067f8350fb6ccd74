package studio.pastiche.engine;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.engine.torch.NativeMemory;
import studio.pastiche.engine.torch.Program;
import studio.pastiche.engine.torch.Scope;
import studio.pastiche.engine.torch.TorchDevice;
import studio.pastiche.file.UserFolders;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;

/// PyTorch on one device, with the device program loaded: makes runs and measures pictures. Safe to
/// call from any thread; runs that paint at the same time share the device and slow each other.
public final class Engine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  /// The memory that this machine can still give, in bytes.
  public static final LongSupplier FREE_MEMORY = FreeMemory::bytes;

  /// The share of the free memory beyond which it is used sparingly.
  private static final double TIGHT = 0.3;

  private final Program program;
  private final LongSupplier freeMemory;
  private final Path scratch;
  private final Map<PaceKey, Pace> paces = new ConcurrentHashMap<>();
  private @Nullable Precision faster;

  private Engine(Program program, LongSupplier freeMemory, Path scratch) {
    this.program = program;
    this.freeMemory = freeMemory;
    this.scratch = scratch;
  }

  /// What iterations take as long as each other with.
  private record PaceKey(
      NetworkReference network, Layers layers, OptimizerKind optimizer, Precision precision) {}

  /// Loads PyTorch and the program; takes a second or two the first time.
  ///
  /// @param device `cpu`, `gpu`, `gpu:N` or `auto`
  /// @param threads of the processor, 0 for PyTorch's own choice
  /// @throws IllegalArgumentException for a device that is not there
  /// @throws studio.pastiche.engine.torch.TorchException where PyTorch can't be loaded
  public static Engine open(String device, int threads) {
    return open(device, threads, FREE_MEMORY);
  }

  /// As [#open(String, int)], with another measure of the memory that is free, in bytes.
  public static Engine open(String device, int threads, LongSupplier freeMemory) {
    Path scratch = UserFolders.ofThisUser().cache().resolve("pictures");
    return new Engine(Program.open(TorchDevice.of(device), threads), freeMemory, scratch);
  }

  /// The device, such as `cpu` or `gpu:0`.
  public String device() {
    return program.device().toString();
  }

  /// How many of the processor's threads are used.
  public int threads() {
    return program.threads();
  }

  /// What a wish for a precision comes to on this device. `auto` is tried out once.
  public synchronized Precision settle(Precision wish) {
    if (wish != Precision.AUTO) {
      return wish;
    }
    if (faster == null) {
      faster = new PrecisionTrial(program).faster();
      LOG.info("{} computes in {}", device(), faster);
    }
    return faster;
  }

  /// Copies all of a network to the device, as a run does at its start, and lets it go again.
  public void tryOut(FeatureNetwork network, Precision precision) {
    SortedMap<Layer, Double> deepest = Layers.weights(network.deepest().toString());
    Layers all = Layers.defaults().withStyle(deepest).withContent(deepest);
    try (Scope scope = program.newScope()) {
      Features.load(program, scope, network, all, settle(precision));
    }
  }

  /// A run of this recipe on this engine's device; the caller closes it.
  ///
  /// @throws NotEnoughMemoryException where the picture would not fit
  /// @throws IllegalArgumentException where the network lacks a layer of the recipe
  public Run start(Recipe recipe, Materials materials) {
    return goOn(recipe, materials, null);
  }

  /// A run that goes on from a state of a run of the same recipe.
  ///
  /// @param state null to start
  public Run goOn(Recipe recipe, Materials materials, @Nullable RunState state) {
    Size content = materials.content().size();
    long free = free();
    MemoryPlan plan = plan(recipe, content, materials.network(), free);
    plan.need()
        .check(
            recipe.schedule().size(),
            free,
            needs(settled(recipe), content, materials.network(), free));
    if (plan.need().bytes() > TIGHT * free) {
      NativeMemory.giveBackAtOnce();
    }
    Scratch files = new Scratch(scratch);
    if (plan.files() > 0) {
      files.requireRoom(plan.files());
      LOG.info("The pictures are kept in files: {} bytes in {}", plan.files(), scratch);
    }
    return Run.open(program, plan.recipe(), materials, state, files, plan.held());
  }

  /// What a recipe will take here. The first one for a network, layers, optimizer and precision
  /// times a few small iterations, a second or so; so ask for it elsewhere than on a window's
  /// thread, and not while something is painted.
  ///
  /// @param content the content image's size
  public Forecast forecast(Recipe recipe, Size content, FeatureNetwork network) {
    long free = free();
    MemoryPlan plan = plan(recipe, content, network, free);
    Recipe planned = plan.recipe();
    Pyramid pyramid = Pyramid.of(content.width(), content.height(), planned.schedule());
    return new Forecast(
        planned.schedule().size(),
        plan.need().bytes(),
        free,
        MemoryNeed.fitting(
            planned.schedule().size(), free, needs(settled(recipe), content, network, free)),
        pace(planned, network)
            .seconds(
                pyramid,
                planned.inputs().styles().size(),
                planned.computation().tile(),
                planned.layers().deepest()));
  }

  /// The multiplications and additions that this device can do in a second, in a product of two
  /// square matrices.
  public double productRate(Precision precision) {
    return Arithmetic.productRate(program, settle(precision));
  }

  /// The multiplications and additions of one evaluation of a picture of that size, computed whole.
  public static double arithmetic(FeatureNetwork network, Layers layers, Size size) {
    return Arithmetic.ofEvaluation(network, layers, size);
  }

  private Pace pace(Recipe settled, FeatureNetwork network) {
    PaceKey key =
        new PaceKey(
            NetworkReference.of(network),
            settled.layers(),
            settled.optimization().optimizer(),
            settled.computation().precision());
    return paces.computeIfAbsent(
        key,
        _ -> {
          Pace pace = new PaceTrial(program, settled, network).pace();
          NativeMemory.trim();
          return pace;
        });
  }

  /// Every distance of an image from a content and a style picture, all at their own sizes, in
  /// float32.
  ///
  /// @param layers which layers, and the pooling; each statistic is measured
  /// @throws IllegalArgumentException where the image is not of the content picture's size, or the
  ///   network lacks a layer
  public Map<Statistic, Distances> measure(
      Picture content, Picture style, Picture image, FeatureNetwork network, Layers layers) {
    if (content.width() != image.width() || content.height() != image.height()) {
      throw new IllegalArgumentException(
          "the image is %d×%d, but the content image %d×%d; they must be of one size"
              .formatted(image.width(), image.height(), content.width(), content.height()));
    }
    Map<Statistic, Distances> found = new EnumMap<>(Statistic.class);
    for (Statistic statistic : Statistic.values()) {
      try (Scope scope = program.newScope()) {
        Layers measured = layers.withStatistic(statistic);
        Features features = Features.load(program, scope, network, measured, Precision.FLOAT32);
        Objective objective = Objective.whole(features, scope, content, List.of(style));
        Evaluation at =
            objective.evaluate(
                scope, DevicePlanes.of(scope, Features.tensor(scope, image)), Tuning.defaults(1));
        found.put(statistic, at.distances());
      }
    }
    return found;
  }

  /// What tells how far pictures are from what a recipe wants; the caller closes it.
  ///
  /// @throws IllegalArgumentException where the network lacks a layer
  public Yardstick yardstick(Recipe recipe, Materials materials) {
    Recipe planned = plan(recipe, materials.content().size(), materials.network(), free()).recipe();
    return Yardstick.of(program, planned, materials);
  }

  /// What a layer sees in a picture.
  ///
  /// @param pooling how the network pools
  /// @throws NotEnoughMemoryException where it would not fit
  /// @throws IllegalArgumentException where the network lacks the layer
  public FeatureMaps featureMaps(
      Picture picture, FeatureNetwork network, Layer layer, Pooling pooling) {
    Size size = picture.size();
    MemoryNeed.ofFeatureMaps(network, layer, size.pixels())
        .check(
            size.longSide(),
            free(),
            side ->
                MemoryNeed.ofFeatureMaps(network, layer, size.withLongSide(side).pixels()).bytes());
    return FeatureMaps.of(program, network, layer, pooling, picture);
  }

  /// What each size needs as it would be planned.
  private static IntToLongFunction needs(
      Recipe settled, Size content, FeatureNetwork network, long free) {
    return size ->
        MemoryPlan.of(
                settled.withSchedule(settled.schedule().withSize(size)), content, network, free)
            .need()
            .bytes();
  }

  /// A GPU says itself when its memory is full; a computer rather kills the program.
  private long free() {
    return program.device().equals(TorchDevice.CPU) ? freeMemory.getAsLong() : Long.MAX_VALUE;
  }

  private MemoryPlan plan(Recipe recipe, Size content, FeatureNetwork network, long free) {
    return MemoryPlan.of(settled(recipe), content, network, free);
  }

  /// With what `auto` comes to here.
  private Recipe settled(Recipe recipe) {
    Computation wish = recipe.computation();
    return recipe.withComputation(
        new Computation(device(), settle(wish.precision()), threads(), wish.tile()));
  }

  /// Lets the device go; no run may be in use any more.
  @Override
  public void close() {
    program.close();
  }
}
