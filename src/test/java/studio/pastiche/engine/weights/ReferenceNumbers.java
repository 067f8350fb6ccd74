package studio.pastiche.engine.weights;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What PyTorch computed in float64, from `src/test/resources/reference`.
public final class ReferenceNumbers {
  private final Safetensors expected = safetensors("expected.safetensors");
  private final Safetensors input = safetensors("input.safetensors");
  private final JsonNode json = JsonMapper.shared().readTree(bytes("expected.json"));

  /// A tensor of `expected.safetensors`.
  public float[] expected(String name) throws WeightsException {
    return expected.numbers(name);
  }

  /// A picture of `input.safetensors`, 3×H×W.
  public float[] input(String name) throws WeightsException {
    return input.numbers(name);
  }

  public int[] inputShape(String name) throws WeightsException {
    return input.shape(name);
  }

  /// `expected.json`.
  public JsonNode json() {
    return json;
  }

  private static Safetensors safetensors(String name) {
    try {
      return Safetensors.parse(name, bytes(name));
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
