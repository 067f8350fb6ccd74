package studio.pastiche.cli;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.pastiche.engine.Computation;
import studio.pastiche.engine.Engine;
import studio.pastiche.engine.NotEnoughMemoryException;
import studio.pastiche.engine.Precision;
import studio.pastiche.engine.ResidentMemory;
import studio.pastiche.engine.Run;

/// The options of a [Computation].
final class ComputationOptions {
  /// What is planned of the memory that was given: a plan may take somewhat more than was counted.
  private static final double SURE = 0.85;

  @Option(
      names = "--device",
      paramLabel = "auto|cpu|gpu[:N]",
      description = "Where it is computed (default: ${bundle:default.device}).")
  private @Nullable String device;

  @Option(
      names = "--precision",
      paramLabel = "auto|float32|bfloat16",
      description =
          "The network's numbers; auto takes bfloat16 where that is faster (default:"
              + " ${bundle:default.precision}).")
  private @Nullable Precision precision;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Of the processor; 0 lets PyTorch choose (default: 0).")
  private @Nullable Integer threads;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      converter = MemorySize.class,
      description =
          "What the whole program may take, such as 2G or 700M; a larger picture is computed in"
              + " tiles, to the same result (default: what is free).")
  private @Nullable Long memory;

  @Option(
      names = "--tile",
      paramLabel = "PX",
      description =
          "The side of what is computed at once of a larger picture, a multiple of 16 (default:"
              + " whole where it fits, else the largest tiles that do).")
  private @Nullable Integer tile;

  Computation appliedTo(Computation computation) {
    return new Setting<>(computation)
        .with(
            "--device", device, (c, d) -> new Computation(d, c.precision(), c.threads(), c.tile()))
        .with(
            "--precision",
            precision,
            (c, p) -> new Computation(c.device(), p, c.threads(), c.tile()))
        .with(
            "--threads", threads, (c, t) -> new Computation(c.device(), c.precision(), t, c.tile()))
        .with("--tile", tile, Computation::withTile)
        .value();
  }

  /// The engine for a computation, within the memory that was given.
  ///
  /// @throws WrongOption for a device that is not there
  Engine open(Computation computation) {
    try {
      return Engine.open(computation.device(), computation.threads(), this::free);
    } catch (IllegalArgumentException e) {
      throw new WrongOption("--device", String.valueOf(e.getMessage()));
    }
  }

  /// Starts a run within the memory that was given.
  ///
  /// @throws WrongOption with the least that works, where the picture does not fit
  Run start(Supplier<Run> starting) {
    try {
      return starting.get();
    } catch (NotEnoughMemoryException e) {
      if (memory == null || e.needed() > Engine.FREE_MEMORY.getAsLong()) {
        throw e;
      }
      long least =
          Math.ceilDiv(ResidentMemory.bytesOrHeap() + (long) (e.needed() / SURE), 1L << 20);
      throw new WrongOption(
          "--memory",
          "%dM is too little for a picture of %d px; the least that works is about %dM"
              .formatted(memory >> 20, e.size(), least));
    }
  }

  /// What the machine can still give, and no more than the bound leaves.
  private long free() {
    long free = Engine.FREE_MEMORY.getAsLong();
    return memory == null
        ? free
        : Math.min(free, (long) (SURE * (memory - ResidentMemory.bytesOrHeap())));
  }
}
