package studio.pastiche.engine;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.Layer;
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
    Recipe settled = settled(recipe, materials.content().size(), materials.network());
    checkMemory(settled, materials);
    return Run.open(program, settled, materials, state, new Scratch(scratch), Long.MAX_VALUE);
  }

  /// What a recipe will take here. The first one for a network, layers, optimizer and precision
  /// times a few small iterations, a second or so; so ask for it elsewhere than on a window's
  /// thread, and not while something is painted.
  ///
  /// @param content the content image's size
  public Forecast forecast(Recipe recipe, Size content, FeatureNetwork network) {
    Recipe settled = settled(recipe, content, network);
    Pyramid pyramid = Pyramid.of(content.width(), content.height(), settled.schedule());
    MemoryNeed need = memoryNeed(settled, content, network);
    long free = free();
    int size = settled.schedule().size();
    return new Forecast(
        size,
        need.bytes(),
        free,
        MemoryNeed.fitting(size, free, side -> leastNeed(settled, side, content, network)),
        pace(settled, network)
            .seconds(
                pyramid,
                settled.inputs().styles().size(),
                settled.computation().tile(),
                settled.layers().deepest()));
  }

  private Pace pace(Recipe settled, FeatureNetwork network) {
    PaceKey key =
        new PaceKey(
            NetworkReference.of(network),
            settled.layers(),
            settled.optimization().optimizer(),
            settled.computation().precision());
    return paces.computeIfAbsent(key, _ -> new PaceTrial(program, settled, network).pace());
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

  private void checkMemory(Recipe recipe, Materials materials) {
    Size content = materials.content().size();
    FeatureNetwork network = materials.network();
    memoryNeed(recipe, content, network)
        .check(recipe.schedule().size(), free(), size -> leastNeed(recipe, size, content, network));
  }

  /// What a size needs in the smallest tiles, or whole where that is less.
  private static long leastNeed(Recipe settled, int size, Size content, FeatureNetwork network) {
    Recipe other = settled.withSchedule(settled.schedule().withSize(size));
    Recipe whole = other.withComputation(other.computation().withTile(null));
    Recipe tiled = other.withComputation(other.computation().withTile(Tile.SIDES.getLast()));
    return Math.min(
        memoryNeed(whole, content, network).bytes(), memoryNeed(tiled, content, network).bytes());
  }

  /// A GPU says itself when its memory is full; a computer rather kills the program.
  private long free() {
    return program.device().equals(TorchDevice.CPU) ? freeMemory.getAsLong() : Long.MAX_VALUE;
  }

  /// What the stage takes that takes most: an earlier one may be whole where the last is in tiles.
  private static MemoryNeed memoryNeed(Recipe recipe, Size content, FeatureNetwork network) {
    long most = 0;
    for (Stage stage : Pyramid.of(content.width(), content.height(), recipe.schedule())) {
      MemoryNeed need =
          MemoryNeed.of(
              stage,
              network,
              recipe.layers(),
              recipe.optimization().optimizer(),
              recipe.computation().precision(),
              recipe.computation().tile());
      most = Math.max(most, need.bytes());
    }
    return new MemoryNeed(most);
  }

  /// With what `auto` comes to here, and in tiles where the picture does not fit otherwise: the
  /// largest that do, for their surroundings cost the less. A recipe's own tiles are taken as they
  /// are where they fit, so that it paints the very same picture.
  private Recipe settled(Recipe recipe, Size content, FeatureNetwork network) {
    Precision precision = settle(recipe.computation().precision());
    @Nullable Integer wish = recipe.computation().tile();
    Recipe settled = recipe.withComputation(new Computation(device(), precision, threads(), wish));
    long free = free();
    for (int side : Tile.SIDES) {
      if (memoryNeed(settled, content, network).bytes() <= free) {
        break;
      }
      if (wish == null || side < wish) {
        settled = settled.withComputation(settled.computation().withTile(side));
      }
    }
    return settled;
  }

  /// Lets the device go; no run may be in use any more.
  @Override
  public void close() {
    program.close();
  }
}
