package studio.pastiche.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The memory that this process holds, as Linux counts it. Other systems have no file that says so;
/// there the answer is null rather than a guess, as most of the memory is PyTorch's, outside Java's
/// heap.
final class ResidentMemory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private ResidentMemory() {}

  /// In MiB.
  static @Nullable Long nowMb() {
    return mb("VmRSS:");
  }

  /// The most there ever was, in MiB.
  static @Nullable Long peakMb() {
    return mb("VmHWM:");
  }

  private static @Nullable Long mb(String field) {
    if (!Files.isReadable(STATUS)) {
      return null;
    }
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith(field)) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
      }
      return null;
    } catch (IOException e) {
      return null;
    }
  }
}
