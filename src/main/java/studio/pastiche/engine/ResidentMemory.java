package studio.pastiche.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The memory that this process holds, as Linux counts it. Other systems have no file that says so;
/// there the answer is null rather than a guess, as most of the memory is PyTorch's, outside Java's
/// heap.
public final class ResidentMemory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private ResidentMemory() {}

  public static @Nullable Long bytes() {
    return bytes("VmRSS:");
  }

  /// The most there ever was.
  public static @Nullable Long peakBytes() {
    return bytes("VmHWM:");
  }

  /// Java's own number where the system does not tell: it misses most, but has to do.
  public static long bytesOrHeap() {
    Long resident = bytes();
    return resident == null ? Runtime.getRuntime().totalMemory() : resident;
  }

  private static @Nullable Long bytes(String field) {
    if (!Files.isReadable(STATUS)) {
      return null;
    }
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith(field)) {
          return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
        }
      }
      return null;
    } catch (IOException | NumberFormatException e) {
      return null;
    }
  }
}
