package studio.pastiche.engine.torch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Which copy of PyTorch's native libraries DJL loads: the user's own, the GPU pack, the one that
/// was unpacked when Pastiche was installed, or, where there is none, that in DJL's jars, which DJL
/// unpacks into its cache.
final class TorchLibraries {
  /// The system property with the folder of the unpacked ones; the installed launchers set it.
  static final String INSTALLED = "pastiche.pytorch";

  /// The system property with the folder of those for NVIDIA's GPUs, where they were fetched and
  /// have worked.
  static final String GPU = "pastiche.gpu";

  private static final String PATH = "PYTORCH_LIBRARY_PATH";
  private static final String FLAVOR = "PYTORCH_FLAVOR";
  private static final String VERSION = "PYTORCH_VERSION";

  /// PyTorch's version that DJL's own library here was built for.
  private static final String BUILT_FOR = "2.7.1";

  private TorchLibraries() {}

  /// What DJL is to be told, as system properties; it takes the environment's word before them.
  ///
  /// @param environment of the process
  /// @param folders of unpacked libraries, the best first; those that are not there don't matter
  static Map<String, String> settings(Map<String, String> environment, List<Path> folders) {
    Map<String, String> settings = new TreeMap<>();
    String own = environment.get(PATH);
    Optional<Path> folder =
        (own == null || own.isBlank() ? folders : List.of(Path.of(own)))
            .stream().filter(Files::isDirectory).findFirst();
    folder.ifPresent(
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
