package studio.pastiche.engine.weights;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.network.Convolution;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.InputSpec;

/// Reads a VGG-19 from any file that people have of it: safetensors, PyTorch's `.pth`, Keras'
/// `.h5`, MatConvNet's `.mat`. Only what is needed of a file is read, and outside Java's heap.
public final class NetworkReader {
  private NetworkReader() {}

  /// The network in a file.
  ///
  /// @param chosen the input it wants, where the user says it; null finds it out
  /// @throws InputInDoubtException where the user must say it
  /// @throws WeightsException naming the file, what is wrong and the remedy, where it can't be used
  public static ReadNetwork read(Path file, @Nullable InputSpec chosen) throws WeightsException {
    String name = String.valueOf(file.getFileName());
    try (FileChannel channel = open(file);
        TensorFile tensors = WeightFiles.open(name, file, channel)) {
      return read(name, tensors, chosen);
    } catch (WeightsException e) {
      throw e;
    } catch (IOException e) {
      throw explained(file, e);
    } catch (OutOfMemoryError e) {
      throw new WeightsException(name, "is too large for the memory there is", e);
    }
  }

  /// The names of the tensors that a network is read from, in the order of its layers.
  ///
  /// @param file its name, for the messages
  /// @param shapes of all tensors in the file, by name
  /// @throws WeightsException saying what the file is instead, or what it lacks
  public static List<String> needed(String file, Map<String, List<Integer>> shapes)
      throws WeightsException {
    return VggTensors.in(file, shapes).inOrder().stream()
        .flatMap(parameters -> Stream.of(parameters.weight(), parameters.bias()))
        .toList();
  }

  /// The network in a safetensors file whose bytes are at hand.
  static ReadNetwork read(String name, byte[] safetensors, @Nullable InputSpec chosen)
      throws WeightsException {
    try (TensorFile tensors = SafetensorsFile.of(name, safetensors)) {
      return read(name, tensors, chosen);
    }
  }

  private static ReadNetwork read(String name, TensorFile tensors, @Nullable InputSpec chosen)
      throws WeightsException {
    VggTensors vgg = VggTensors.in(name, tensors.shapes());
    List<Convolution> convolutions = new ArrayList<>();
    for (VggTensors.Parameters parameters : vgg.inOrder()) {
      convolutions.add(convolution(name, tensors, parameters));
    }
    FeatureNetwork network = network(name, convolutions);
    // the user is asked last: not of a file that can't be used anyway
    InputRecognition.Recognised recognised =
        new InputRecognition(name).input(chosen, tensors, vgg, convolutions.getFirst());
    return new ReadNetwork(network.withInput(recognised.input()), recognised.evidence());
  }

  private static FeatureNetwork network(String name, List<Convolution> convolutions)
      throws WeightsException {
    try {
      return FeatureNetwork.of(name, InputSpec.RGB_IMAGENET, convolutions);
    } catch (IllegalArgumentException e) {
      throw new WeightsException(name, String.valueOf(e.getMessage()), e);
    }
  }

  private static Convolution convolution(
      String name, TensorFile tensors, VggTensors.Parameters parameters) throws WeightsException {
    List<Integer> shape = tensors.shapes().getOrDefault(parameters.weight(), List.of());
    if (shape.size() != 4 || shape.get(2) != 3 || shape.get(3) != 3) {
      throw new WeightsException(
          name,
          "%s should be a 3×3 convolution for %s, but has the sizes %s"
              .formatted(parameters.weight(), parameters.layer(), shape));
    }
    try {
      return new Convolution(
          parameters.layer(),
          shape.get(1),
          shape.get(0),
          finite(name, tensors, parameters.weight()),
          finite(name, tensors, parameters.bias()));
    } catch (IllegalArgumentException e) {
      throw new WeightsException(name, String.valueOf(e.getMessage()), e);
    }
  }

  private static FloatBuffer finite(String name, TensorFile tensors, String tensor)
      throws WeightsException {
    FloatBuffer numbers = tensors.numbers(tensor);
    if (!DirectNumbers.finite(numbers)) {
      throw new WeightsException(
          name, "%s holds a number that is not finite; fetch the file again".formatted(tensor));
    }
    return numbers;
  }

  private static FileChannel open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new WeightsException(file.toString(), "is a folder; " + WeightFiles.REMEDY);
    }
    return FileChannel.open(file, StandardOpenOption.READ);
  }

  /// What went wrong with reading `file`, in words.
  static WeightsException explained(Path file, IOException e) {
    if (e instanceof WeightsException own) {
      return own;
    }
    String problem =
        switch (e) {
          case NoSuchFileException none -> "there is no such network; give 'compact' or a file";
          case AccessDeniedException denied ->
              "can't be read: permission denied; change its permissions, or copy it";
          default -> "can't be read: " + e.getMessage();
        };
    return new WeightsException(file.toString(), problem, e);
  }
}
