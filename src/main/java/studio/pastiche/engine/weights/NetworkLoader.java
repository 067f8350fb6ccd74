package studio.pastiche.engine.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.pastiche.engine.network.Convolution;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.InputSpec;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.engine.network.NetworkCatalogue;
import studio.pastiche.file.Sha256;

/// Loads a feature network: one that the catalogue knows by name, or any safetensors file with
/// torchvision's names.
public final class NetworkLoader {
  private static final String REMEDY = "give 'compact' or a .safetensors file";

  private NetworkLoader() {}

  /// The network that `nameOrFile` stands for. Throws WeightsException, naming the file and the
  /// remedy, where it can't be used.
  public static FeatureNetwork load(String nameOrFile) throws WeightsException {
    Optional<NetworkCatalogue.Entry> known = NetworkCatalogue.find(nameOrFile);
    return known.isPresent() ? builtIn(known.get()) : read(named(nameOrFile));
  }

  /// The network in a weight file.
  public static FeatureNetwork read(Path file) throws WeightsException {
    return parse(file, bytes(file));
  }

  /// The network in a weight file whose bytes are at hand.
  public static FeatureNetwork parse(Path file, byte[] bytes) throws WeightsException {
    return parse(String.valueOf(file.getFileName()), bytes);
  }

  /// A weight file's bytes.
  public static byte[] bytes(Path file) throws WeightsException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw explained(file, e);
    } catch (OutOfMemoryError e) {
      throw new WeightsException(file.toString(), "is too large for the memory there is", e);
    }
  }

  /// What went wrong with reading `file`, in words.
  static WeightsException explained(Path file, IOException e) {
    String problem =
        switch (e) {
          case NoSuchFileException none -> "there is no such network; " + REMEDY;
          case AccessDeniedException denied ->
              "can't be read: permission denied; change its permissions, or copy it";
          default -> "can't be read: " + e.getMessage();
        };
    return new WeightsException(file.toString(), problem, e);
  }

  private static Path named(String file) throws WeightsException {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw new WeightsException(file, "is no file's name here; " + REMEDY, e);
    }
  }

  private static FeatureNetwork builtIn(NetworkCatalogue.Entry entry) throws WeightsException {
    try (InputStream in = NetworkLoader.class.getResourceAsStream(entry.resource())) {
      if (in == null) {
        throw new WeightsException(entry.name(), "is missing from this installation; reinstall it");
      }
      byte[] bytes = in.readAllBytes();
      if (!Sha256.of(bytes).equals(entry.sha256())) {
        throw new WeightsException(entry.name(), "is damaged in this installation; reinstall it");
      }
      return parse(entry.name(), bytes);
    } catch (WeightsException e) {
      throw e;
    } catch (IOException e) {
      throw new WeightsException(entry.name(), "can't be read: " + e.getMessage(), e);
    }
  }

  private static FeatureNetwork parse(String name, byte[] bytes) throws WeightsException {
    Safetensors file = Safetensors.parse(name, bytes);
    if (!file.has("features.0.weight")) {
      throw new WeightsException(
          name, "has no tensor 'features.0.weight', so it is no VGG-19 with torchvision's names");
    }
    List<Convolution> convolutions = new ArrayList<>();
    int index = 0;
    for (Layer layer : Layer.inOrder()) {
      if (!file.has("features." + index + ".weight")) {
        break;
      }
      convolutions.add(convolution(name, file, layer, index));
      index += layer.poolingFollows() ? 3 : 2;
    }
    try {
      InputSpec input = InputSpec.of(file.metadata("input").orElse("rgb-imagenet"));
      return new FeatureNetwork(name, Sha256.of(bytes), input, convolutions);
    } catch (IllegalArgumentException e) {
      throw new WeightsException(name, String.valueOf(e.getMessage()), e);
    }
  }

  private static Convolution convolution(String name, Safetensors file, Layer layer, int index)
      throws WeightsException {
    String weight = "features." + index + ".weight";
    int[] shape = file.shape(weight);
    if (shape.length != 4 || shape[2] != 3 || shape[3] != 3) {
      throw new WeightsException(
          name,
          "%s should be a 3×3 convolution for %s, but has the sizes %s"
              .formatted(weight, layer, Arrays.toString(shape)));
    }
    float[] bias = file.numbers("features." + index + ".bias");
    try {
      return new Convolution(layer, shape[1], shape[0], file.numbers(weight), bias);
    } catch (IllegalArgumentException e) {
      throw new WeightsException(name, String.valueOf(e.getMessage()), e);
    }
  }
}
