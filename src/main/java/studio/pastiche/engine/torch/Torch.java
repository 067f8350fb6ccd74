package studio.pastiche.engine.torch;

import ai.djl.engine.EngineException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What DJL must be told before its first use.
final class Torch {
  static final String ENGINE = "PyTorch";

  /// How long GNU OpenMP's threads wait for each other before they let the processor go. Its own
  /// 300,000 turns make a painting many times slower as soon as anything else wants a core, the
  /// window's drawing for one (docs/decisions/0007).
  private static final String SPINS = "2000";

  private Torch() {}

  /// No download and no telemetry, unless the user set these properties otherwise. DJL reads them
  /// when it first loads.
  static void configure() {
    setDefault("ai.djl.offline", "true");
    setDefault("OPT_OUT_TRACKING", "true");
    setDefault("ai.djl.pytorch.graph_optimizer", "false");
    List<Path> folders =
        Stream.of(TorchLibraries.GPU, TorchLibraries.INSTALLED)
            .map(name -> System.getProperty(name, ""))
            .filter(folder -> !folder.isEmpty())
            .map(Path::of)
            .toList();
    TorchLibraries.settings(System.getenv(), folders).forEach(Torch::setDefault);
    if (System.getenv("OMP_WAIT_POLICY") == null) {
      NativeEnvironment.setDefault("GOMP_SPINCOUNT", SPINS);
    }
  }

  /// Does something with DJL; what it throws comes as a [TorchException] that says `what`.
  static <T> T guarded(String what, Supplier<T> doing) {
    try {
      return doing.get();
    } catch (EngineException e) {
      throw new TorchException(what + ": " + reason(e), e);
    }
  }

  /// The line that says what happened: TorchScript's messages carry a trace of the program before
  /// it.
  static String reason(Throwable e) {
    List<String> lines =
        String.valueOf(e.getMessage())
            .lines()
            .map(String::strip)
            .filter(l -> !l.isEmpty())
            .toList();
    return lines.stream()
        .filter(line -> line.startsWith("RuntimeError:"))
        .findFirst()
        .or(() -> lines.stream().findFirst())
        .orElse(e.getClass().getSimpleName());
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
