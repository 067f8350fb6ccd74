package studio.pastiche.engine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The memory that this machine can still give.
final class FreeMemory {
  private static final Path LINUX = Path.of("/proc/meminfo");

  private FreeMemory() {}

  /// In bytes. Linux says itself what it could give, within a container's limit. Other systems
  /// count only what lies unused, which says little, so there it is all the memory they have.
  static long bytes() {
    long all =
        ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getTotalMemorySize();
    return Math.min(all, linux().orElse(all));
  }

  private static Optional<Long> linux() {
    if (!Files.isReadable(LINUX)) {
      return Optional.empty();
    }
    try {
      return Files.readAllLines(LINUX).stream()
          .filter(line -> line.startsWith("MemAvailable:"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
