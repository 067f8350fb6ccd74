package studio.pastiche.engine.weights;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import studio.pastiche.engine.weights.StatePickle.Storage;
import studio.pastiche.engine.weights.StatePickle.Tensor;

/// What `torch.save` wrote of a state dict: a pickle of names and sizes, and storages that are read
/// only where they are asked for. There are two ways the storages may lie in the file.
final class TorchFile implements TensorFile {
  /// How deep a state dict may lie in what was saved, as in `{"model": {"state_dict": …}}`.
  private static final int MAX_DEPTH = 4;

  private final String file;
  private final Map<String, Tensor> tensors;
  private final Storages storages;

  private TorchFile(String file, Map<String, Tensor> tensors, Storages storages) {
    this.file = file;
    this.tensors = tensors;
    this.storages = storages;
  }

  /// Where the numbers lie.
  interface Storages extends AutoCloseable {
    /// Some of a storage's bytes, outside Java's heap.
    ///
    /// @throws WeightsException where the file does not have them
    MemorySegment bytes(Storage storage, long offset, long length) throws IOException;

    @Override
    void close() throws IOException;
  }

  /// A file as PyTorch writes it since version 1.6.
  static TorchFile zip(String name, Path path) throws IOException {
    TorchZip zip = TorchZip.open(name, path);
    try {
      return new TorchFile(name, flat(name, zip.state()), zip);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /// A file as PyTorch wrote it before, torchvision's VGG-19 for one.
  ///
  /// @param channel stays open for as long as this is used
  static TorchFile legacy(String name, FileChannel channel) throws IOException {
    TorchLegacy legacy = TorchLegacy.open(name, channel);
    return new TorchFile(name, flat(name, legacy.state()), legacy);
  }

  private static Map<String, Tensor> flat(String file, Object state) throws WeightsException {
    Map<String, Tensor> tensors = new TreeMap<>();
    collect("", state, MAX_DEPTH, Collections.newSetFromMap(new IdentityHashMap<>()), tensors);
    if (tensors.isEmpty()) {
      throw new WeightsException(
          file,
          "is a PyTorch file, but holds no tensors by name; a model's state_dict() is needed");
    }
    return tensors;
  }

  private static void collect(
      String prefix, Object state, int depth, Set<Object> seen, Map<String, Tensor> tensors) {
    if (!(state instanceof Map<?, ?> dictionary) || depth == 0 || !seen.add(state)) {
      return;
    }
    for (Map.Entry<?, ?> entry : dictionary.entrySet()) {
      if (entry.getValue() instanceof Tensor tensor) {
        tensors.put(prefix + entry.getKey(), tensor);
      } else if (entry.getKey() instanceof String name) {
        collect(prefix + name + ".", entry.getValue(), depth - 1, seen, tensors);
      }
    }
  }

  @Override
  public Map<String, List<Integer>> shapes() {
    return tensors.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().shape()));
  }

  @Override
  public FloatBuffer numbers(String name) throws WeightsException {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new WeightsException(file, "has no tensor '" + name + "'");
    }
    if (!contiguous(tensor)) {
      throw new WeightsException(
          file,
          "%s is a view with the strides %s; save the contiguous() tensor"
              .formatted(name, tensor.strides()));
    }
    Storage storage = tensor.storage();
    long bytes = DirectNumbers.bytes(tensor.shape(), storage.kind(), file, name);
    long count = bytes / storage.kind().bytes();
    if (storage.count() - count < tensor.offset()) {
      throw new WeightsException(
          file,
          "%s reaches beyond the numbers it is a part of; the file is damaged".formatted(name));
    }
    try {
      long offset = tensor.offset() * storage.kind().bytes();
      return DirectNumbers.of(storages.bytes(storage, offset, bytes), storage.kind(), file, name);
    } catch (WeightsException e) {
      throw e;
    } catch (IOException e) {
      throw new WeightsException(file, "can't be read: " + e.getMessage(), e);
    }
  }

  /// Whether the numbers lie one behind the other in the order of the sizes.
  private static boolean contiguous(Tensor tensor) {
    long expected = 1;
    for (int i = tensor.shape().size() - 1; i >= 0; i--) {
      int size = tensor.shape().get(i);
      if (size != 1 && (i >= tensor.strides().size() || tensor.strides().get(i) != expected)) {
        return false;
      }
      expected *= size;
    }
    return true;
  }

  @Override
  public void close() throws WeightsException {
    try {
      storages.close();
    } catch (IOException e) {
      throw new WeightsException(file, "can't be closed: " + e.getMessage(), e);
    }
  }
}
