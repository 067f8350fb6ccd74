package studio.pastiche.engine.weights;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import studio.pastiche.engine.network.InputSpec;

/// An HDF5 file of Keras: a group a layer, and the parameters in it. Tensors are named by their
/// paths.
final class KerasFile implements TensorFile {
  private static final int MAX_DEPTH = 6;
  private static final int MAX_NODES = 10_000;

  /// What is compressed unpacks to no more than this many times the whole file.
  private static final int MAX_RATIO = 20;

  private final String file;
  private final long fileBytes;
  private final Map<String, Dataset> datasets;
  private final Map<String, List<Integer>> shapes;

  private KerasFile(String file, long fileBytes, Map<String, Dataset> datasets) {
    this.file = file;
    this.fileBytes = fileBytes;
    this.datasets = datasets;
    shapes =
        datasets.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> shape(e.getValue())));
  }

  /// Maps a file. In memory it is also cut off from the other files that its links may name.
  static KerasFile map(String file, FileChannel channel) throws IOException {
    long size = channel.size();
    if (size > Integer.MAX_VALUE) {
      throw new WeightsException(file, "is larger than any Keras file of a VGG (2 GiB)");
    }
    try {
      HdfFile hdf = HdfFile.fromByteBuffer(channel.map(FileChannel.MapMode.READ_ONLY, 0, size));
      Map<String, Dataset> datasets = new TreeMap<>();
      collect("", hdf, MAX_DEPTH, MAX_NODES, datasets);
      return new KerasFile(file, size, datasets);
    } catch (RuntimeException | StackOverflowError e) {
      throw new WeightsException(
          file, "is an HDF5 file that is cut short or damaged; fetch it again", e);
    }
  }

  /// @param left how many groups and datasets there may yet be
  /// @return how many there may be after these
  private static int collect(
      String prefix, Group group, int depth, int left, Map<String, Dataset> datasets) {
    for (Node node : group.getChildren().values()) {
      left--;
      if (left < 0) {
        throw new HdfException("more groups and datasets than a network has");
      } else if (node.isLink()) {
        continue;
      } else if (node instanceof Dataset dataset) {
        datasets.put(prefix + node.getName(), dataset);
      } else if (node instanceof Group inner && depth > 0) {
        left = collect(prefix + node.getName() + "/", inner, depth - 1, left, datasets);
      }
    }
    return left;
  }

  @Override
  public Map<String, List<Integer>> shapes() {
    return shapes;
  }

  private static List<Integer> shape(Dataset dataset) {
    return KernelOrder.shape(Arrays.stream(dataset.getDimensions()).boxed().toList());
  }

  @Override
  public FloatBuffer numbers(String name) throws WeightsException {
    Dataset dataset = datasets.get(name);
    if (dataset == null) {
      throw new WeightsException(file, "has no dataset '" + name + "'");
    }
    try {
      List<Integer> shape = shapes.getOrDefault(name, List.of());
      long bytes = DirectNumbers.bytes(shape, NumberKind.F32, file, name);
      long most = dataset instanceof ContiguousDataset ? fileBytes : MAX_RATIO * fileBytes;
      if (bytes > most) {
        throw new WeightsException(
            file,
            "is cut short: %s has more numbers than the file could hold; fetch it again"
                .formatted(name));
      }
      Object stored = dataset.getDataFlat();
      IntToDoubleFunction numbers =
          switch (stored) {
            case float[] floats -> i -> floats[i];
            case double[] doubles -> i -> doubles[i];
            default ->
                throw new WeightsException(
                    file,
                    "%s holds %s; floating-point numbers are needed"
                        .formatted(name, dataset.getJavaType().getSimpleName()));
          };
      return KernelOrder.numbers(shape, false, numbers);
    } catch (RuntimeException e) {
      throw new WeightsException(
          file, "is cut short or damaged at %s; fetch it again".formatted(name), e);
    }
  }

  @Override
  public Optional<InputSpec> usualInput() {
    return Optional.of(InputSpec.BGR_CAFFE);
  }

  @Override
  public void close() {}
}
