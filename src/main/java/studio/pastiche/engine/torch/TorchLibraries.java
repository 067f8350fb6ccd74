package studio.pastiche.engine.torch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which copy of PyTorch's native libraries DJL loads: the user's own, the one that was unpacked
/// when Pastiche was installed, or, where there is neither, that in DJL's jars, which DJL unpacks
/// into its cache.
final class TorchLibraries {
  /// The system property with the folder of the unpacked ones; the installed launchers set it.
  static final String INSTALLED = "pastiche.pytorch";

  private static final String PATH = "PYTORCH_LIBRARY_PATH";
  private static final String FLAVOR = "PYTORCH_FLAVOR";
  private static final String VERSION = "PYTORCH_VERSION";

  /// PyTorch's version that DJL's own library here was built for.
  private static final String BUILT_FOR = "2.7.1";

  private TorchLibraries() {}

  /// What DJL is to be told, as system properties; it takes the environment's word before them.
  ///
  /// @param environment of the process
  /// @param installed the folder of the unpacked libraries, or null
  static Map<String, String> settings(Map<String, String> environment, @Nullable Path installed) {
    Map<String, String> settings = new TreeMap<>();
    String own = environment.get(PATH);
    Optional<Path> folder =
        own == null || own.isBlank() ? Optional.ofNullable(installed) : Optional.of(Path.of(own));
    folder
        .filter(Files::isDirectory)
        .ifPresent(
            there -> {
              settings.put(PATH, there.toString());
              settings.put(FLAVOR, flavor(there));
              settings.put(VERSION, BUILT_FOR);
            });
    settings.keySet().removeIf(environment::containsKey);
    return settings;
  }

  /// DJL would take the libraries of a folder for those of an old compiler, for which it has none
  /// to go with them.
  private static String flavor(Path folder) {
    return Files.exists(folder.resolve(System.mapLibraryName("torch_cuda"))) ? "cu128" : "cpu";
  }
}
