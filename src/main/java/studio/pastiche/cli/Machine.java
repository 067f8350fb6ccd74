package studio.pastiche.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// The machine that a measurement was made on.
final class Machine {
  private static final Path LINUX = Path.of("/proc/cpuinfo");

  private Machine() {}

  /// The processor's name where the system tells it, else its architecture.
  static String processor() {
    String architecture = Objects.requireNonNullElse(System.getProperty("os.arch"), "unknown");
    if (!Files.isReadable(LINUX)) {
      return Objects.requireNonNullElse(System.getenv("PROCESSOR_IDENTIFIER"), architecture);
    }
    try {
      return Files.readAllLines(LINUX).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(architecture);
    } catch (IOException e) {
      return architecture;
    }
  }
}
