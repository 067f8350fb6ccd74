package studio.pastiche.engine.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.network.InputSpec;
import us.hebi.matlab.mat.types.Array;
import us.hebi.matlab.mat.types.Cell;
import us.hebi.matlab.mat.types.Char;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Source;
import us.hebi.matlab.mat.types.Sources;
import us.hebi.matlab.mat.types.Struct;

/// A MAT file of MatConvNet: a cell array `layers` of structs, each with its `name` and its
/// `weights` {filters, biases}, or in older files `filters` and `biases` by themselves. Tensors are
/// named as in `conv1_1.weight` and `conv1_1.bias`.
final class MatConvNetFile implements TensorFile {
  private final String file;
  private final Map<String, Matrix> tensors;

  private MatConvNetFile(String file, Map<String, Matrix> tensors) {
    this.file = file;
    this.tensors = tensors;
  }

  /// Reads a file whole, outside Java's heap.
  static MatConvNetFile read(String file, FileChannel channel) throws IOException {
    long size = channel.size();
    if (size > Integer.MAX_VALUE) {
      throw new WeightsException(file, "is larger than any MatConvNet file of a VGG (2 GiB)");
    }
    ByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
    try (Source source = Sources.wrap(mapped)) {
      MatFile mat = new BoundedMatReader(source, size).readMat();
      Map<String, Matrix> tensors = new TreeMap<>();
      for (Array layer : layers(file, mat)) {
        if (layer instanceof Struct struct) {
          collect(struct, tensors);
        }
      }
      return new MatConvNetFile(file, tensors);
    } catch (WeightsException e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new WeightsException(
          file, "is a MATLAB file that is cut short or damaged; fetch it again", e);
    }
  }

  private static List<Array> layers(String file, MatFile mat) throws WeightsException {
    Array found = null;
    for (MatFile.Entry entry : mat.getEntries()) {
      if (entry.getName().equals("layers")) {
        found = entry.getValue();
      } else if (entry.getName().equals("net") && entry.getValue() instanceof Struct net) {
        found = field(net, "layers");
      }
    }
    if (!(found instanceof Cell cells)) {
      throw new WeightsException(
          file, "has no cell array 'layers', so it is no VGG-19 of MatConvNet");
    }
    List<Array> layers = new ArrayList<>();
    for (int i = 0; i < cells.getNumElements(); i++) {
      layers.add(cells.get(i));
    }
    return layers;
  }

  private static void collect(Struct layer, Map<String, Matrix> tensors) {
    if (!(field(layer, "name") instanceof Char name)) {
      return;
    }
    Array weight = field(layer, "filters");
    Array bias = field(layer, "biases");
    if (field(layer, "weights") instanceof Cell both && both.getNumElements() >= 2) {
      weight = both.get(0);
      bias = both.get(1);
    }
    if (weight instanceof Matrix numbers) {
      tensors.put(name.getString() + ".weight", numbers);
    }
    if (bias instanceof Matrix numbers) {
      tensors.put(name.getString() + ".bias", numbers);
    }
  }

  private static @Nullable Array field(Struct struct, String name) {
    return struct.getFieldNames().contains(name) && struct.getNumElements() > 0
        ? struct.get(name, 0)
        : null;
  }

  @Override
  public Map<String, List<Integer>> shapes() {
    return tensors.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> shape(e.getKey(), e.getValue())));
  }

  /// MATLAB drops sizes of 1 at the end, and has no vectors, only matrices of one row or column.
  private static List<Integer> shape(String name, Matrix matrix) {
    if (name.endsWith(".bias")) {
      return List.of(matrix.getNumElements());
    }
    List<Integer> sizes = new ArrayList<>(Arrays.stream(matrix.getDimensions()).boxed().toList());
    while (sizes.size() < 4) {
      sizes.add(1);
    }
    return KernelOrder.shape(sizes);
  }

  @Override
  public FloatBuffer numbers(String name) throws WeightsException {
    Matrix matrix = tensors.get(name);
    if (matrix == null) {
      throw new WeightsException(file, "has no tensor '" + name + "'");
    }
    List<Integer> shape = shape(name, matrix);
    DirectNumbers.bytes(shape, NumberKind.F32, file, name);
    try {
      return KernelOrder.numbers(shape, true, matrix::getDouble);
    } catch (RuntimeException e) {
      throw new WeightsException(
          file, "is damaged: %s has too few numbers; fetch it again".formatted(name), e);
    }
  }

  @Override
  public Optional<InputSpec> usualInput() {
    return Optional.of(InputSpec.RGB_CAFFE);
  }

  @Override
  public void close() {}
}
