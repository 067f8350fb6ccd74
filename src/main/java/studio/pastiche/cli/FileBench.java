package studio.pastiche.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Engine;
import studio.pastiche.engine.Precision;
import studio.pastiche.engine.ResidentMemory;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.InputSpec;
import studio.pastiche.engine.weights.NetworkFile;
import studio.pastiche.engine.weights.NetworkReader;
import studio.pastiche.engine.weights.RandomVgg;

/// Times what is done with weight files.
final class FileBench {
  private static final long SEED = 1;

  private FileBench() {}

  /// What `bench --load` prints.
  ///
  /// @param firstMs for reading the file and copying all its convolutions to the device
  /// @param secondMs for doing so again
  /// @param readMs the second time's share of reading
  /// @param heapMb the most that Java's heap held meanwhile, in MiB
  record Loaded(
      double firstMs, double secondMs, double readMs, long fileMb, long heapMb, String device) {}

  /// What `bench --import` prints.
  ///
  /// @param seconds for reading the file and writing a copy of our own
  /// @param heapMb the most that Java's heap held meanwhile, in MiB
  /// @param peakMb the most that was resident, with what making the file took; null where the
  ///   system does not say
  record Imported(double seconds, long fileMb, long heapMb, @Nullable Long peakMb) {}

  /// Something done with a file in a folder that is there only meanwhile.
  private interface Work<T> {
    T doneWith(Path file, Path folder) throws IOException;
  }

  /// Something that makes a file.
  private interface Maker {
    void make(RandomVgg network, Path file) throws IOException;
  }

  /// Loads a network file twice.
  ///
  /// @param file null for a full-size random one in our own format
  static Loaded load(
      @Nullable Path file, @Nullable InputSpec input, Engine engine, Precision precision)
      throws IOException {
    Precision settled = engine.settle(precision);
    return with(
        file,
        "random.safetensors",
        (random, to) -> NetworkFile.write(random.network(), Map.of(), to),
        (network, folder) -> {
          forgetPeaks();
          double[] first = loadMs(network, input, engine, settled);
          double[] second = loadMs(network, input, engine, settled);
          return new Loaded(
              Json.rounded(first[0] + first[1], 0),
              Json.rounded(second[0] + second[1], 0),
              Json.rounded(second[0], 0),
              Files.size(network) >> 20,
              peakHeap() >> 20,
              engine.device());
        });
  }

  /// Reading, and copying to the device.
  private static double[] loadMs(
      Path file, @Nullable InputSpec input, Engine engine, Precision precision) throws IOException {
    long start = System.nanoTime();
    FeatureNetwork network = NetworkReader.read(file, input).network();
    long read = System.nanoTime();
    engine.tryOut(network, precision);
    return new double[] {(read - start) / 1e6, (System.nanoTime() - read) / 1e6};
  }

  /// Imports a network file.
  ///
  /// @param file null for a full-size random one as torchvision publishes it
  static Imported importing(@Nullable Path file, @Nullable InputSpec input) throws IOException {
    return with(
        file,
        "random.pth",
        RandomVgg::writePth,
        (network, folder) -> {
          forgetPeaks();
          long start = System.nanoTime();
          FeatureNetwork read = NetworkReader.read(network, input).network();
          NetworkFile.write(read, Map.of(), folder.resolve("imported.safetensors"));
          double seconds = (System.nanoTime() - start) / 1e9;
          Long resident = ResidentMemory.peakBytes();
          return new Imported(
              Json.rounded(seconds, 2),
              Files.size(network) >> 20,
              peakHeap() >> 20,
              resident == null ? null : Long.valueOf(resident >> 20));
        });
  }

  private static <T> T with(@Nullable Path file, String name, Maker maker, Work<T> work)
      throws IOException {
    Path folder = Files.createTempDirectory("pastiche-bench");
    try {
      Path network = file;
      if (network == null) {
        network = folder.resolve(name);
        maker.make(RandomVgg.fullSize(SEED), network);
      }
      return work.doneWith(network, folder);
    } finally {
      try (var left = Files.list(folder)) {
        for (Path made : left.toList()) {
          Files.delete(made);
        }
      }
      Files.delete(folder);
    }
  }

  @SuppressWarnings("SystemGc")
  private static void forgetPeaks() {
    System.gc(); // or what was done before would count as what is done now
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  private static long peakHeap() {
    return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}
