package studio.pastiche.engine.weights;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.network.InputSpec;
import studio.pastiche.file.Sha256;

/// The small network that comes with Pastiche, so that it works without fetching any.
public final class CompactNetwork {
  /// What people call it.
  public static final String NAME = "compact";

  /// The SHA-256 of its file. The first recipes name it by that.
  public static final String FILE_SHA256 =
      "bab818bd5abccaf49d19e3a45343e57bc0fa6e7fa5180f64b8a2d8ddeacb2309";

  private static final String RESOURCE = "/studio/pastiche/engine/network/compact.safetensors";

  private CompactNetwork() {}

  /// Reads it.
  ///
  /// @param chosen the input it wants, where the user says it; null for its own
  /// @throws WeightsException where this installation is damaged
  public static ReadNetwork load(@Nullable InputSpec chosen) throws WeightsException {
    try (InputStream in = CompactNetwork.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new WeightsException(NAME, "is missing from this installation; reinstall it");
      }
      byte[] bytes = in.readAllBytes();
      if (!Sha256.of(bytes).equals(FILE_SHA256)) {
        throw new WeightsException(NAME, "is damaged in this installation; reinstall it");
      }
      return NetworkReader.read(NAME, bytes, chosen);
    } catch (WeightsException e) {
      throw e;
    } catch (IOException e) {
      throw new WeightsException(NAME, "can't be read: " + e.getMessage(), e);
    }
  }
}
