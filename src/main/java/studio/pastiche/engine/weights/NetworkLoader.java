package studio.pastiche.engine.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.network.InputSpec;
import studio.pastiche.engine.network.NetworkCatalogue;
import studio.pastiche.file.Sha256;

/// Loads a feature network by name: one that the catalogue knows, or any file that [NetworkReader]
/// reads.
public final class NetworkLoader {
  private NetworkLoader() {}

  /// The network that `nameOrFile` stands for. Throws WeightsException, naming the file and the
  /// remedy, where it can't be used.
  public static FeatureNetwork load(String nameOrFile) throws WeightsException {
    return load(nameOrFile, null).network();
  }

  /// The network that `nameOrFile` stands for.
  ///
  /// @param chosen the input it wants, where the user says it; null finds it out
  /// @throws InputInDoubtException where the user must say it
  /// @throws WeightsException naming the file and the remedy, where it can't be used
  public static ReadNetwork load(String nameOrFile, @Nullable InputSpec chosen)
      throws WeightsException {
    Optional<NetworkCatalogue.Entry> known = NetworkCatalogue.find(nameOrFile);
    return known.isPresent()
        ? builtIn(known.get(), chosen)
        : NetworkReader.read(named(nameOrFile), chosen);
  }

  private static Path named(String file) throws WeightsException {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw new WeightsException(file, "is no file's name here; " + WeightFiles.REMEDY, e);
    }
  }

  private static ReadNetwork builtIn(NetworkCatalogue.Entry entry, @Nullable InputSpec chosen)
      throws WeightsException {
    try (InputStream in = NetworkLoader.class.getResourceAsStream(entry.resource())) {
      if (in == null) {
        throw new WeightsException(entry.name(), "is missing from this installation; reinstall it");
      }
      byte[] bytes = in.readAllBytes();
      if (!Sha256.of(bytes).equals(entry.sha256())) {
        throw new WeightsException(entry.name(), "is damaged in this installation; reinstall it");
      }
      return NetworkReader.read(entry.name(), bytes, chosen);
    } catch (WeightsException e) {
      throw e;
    } catch (IOException e) {
      throw new WeightsException(entry.name(), "can't be read: " + e.getMessage(), e);
    }
  }
}
