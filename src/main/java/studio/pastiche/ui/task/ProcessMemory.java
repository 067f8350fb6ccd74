package studio.pastiche.ui.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much memory the process holds. PyTorch's memory is not Java's, so Java's own numbers miss
/// most of it; where the system does not tell, they have to do.
final class ProcessMemory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private ProcessMemory() {}

  static long bytes() {
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
        }
      }
    } catch (IOException | NumberFormatException e) {
      // Not Linux: fall through.
    }
    return Runtime.getRuntime().totalMemory();
  }
}
