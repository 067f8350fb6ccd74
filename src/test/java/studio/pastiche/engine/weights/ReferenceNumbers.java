package studio.pastiche.engine.weights;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What PyTorch computed in float64, from `src/test/resources/reference`.
public final class ReferenceNumbers {
  /// The one small network in every format that people have.
  public static final List<String> NETWORKS =
      List.of(
          "timm.safetensors",
          "torchvision-zip.pth",
          "torchvision-legacy.pth",
          "caffe-bgr-features.pth",
          "caffe-bgr-conv-names.pth",
          "keras-notop.h5",
          "matconvnet.mat");

  private final SafetensorsFile expected = safetensors("expected.safetensors");
  private final SafetensorsFile input = safetensors("input.safetensors");
  private final JsonNode json = JsonMapper.shared().readTree(bytes("expected.json"));

  /// A tensor of `expected.safetensors`.
  public float[] expected(String name) throws WeightsException {
    return floats(expected, name);
  }

  /// A picture of `input.safetensors`, 3×H×W.
  public float[] input(String name) throws WeightsException {
    return floats(input, name);
  }

  public int[] inputShape(String name) {
    return Objects.requireNonNull(input.shapes().get(name)).stream()
        .mapToInt(size -> size)
        .toArray();
  }

  private static float[] floats(SafetensorsFile file, String name) throws WeightsException {
    FloatBuffer numbers = file.numbers(name);
    float[] floats = new float[numbers.remaining()];
    numbers.get(floats);
    return floats;
  }

  /// `expected.json`.
  public JsonNode json() {
    return json;
  }

  private static SafetensorsFile safetensors(String name) {
    try {
      return SafetensorsFile.of(name, bytes(name));
    } catch (WeightsException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String name) {
    try (InputStream in = ReferenceNumbers.class.getResourceAsStream("/reference/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
