package studio.pastiche.networks.gpu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// NVIDIA's driver, as the system shows it without loading anything.
///
/// @param version such as 570.133.07, or empty where the system does not tell
public record NvidiaDriver(String version) {
  /// The first driver that runs programs of CUDA 12, by NVIDIA's table of minor-version
  /// compatibility.
  public static final int LEAST = 525;

  private static final Pattern LINUX = Pattern.compile("Kernel Module.*?\\s(\\d+(?:\\.\\d+)+)");

  /// The driver of this machine, if there is one.
  public static Optional<NvidiaDriver> ofThisMachine() {
    return in(Path.of("").toAbsolutePath().getRoot());
  }

  /// @param root of a file system: where Linux's and Windows' drivers show themselves
  static Optional<NvidiaDriver> in(Path root) {
    Path linux = root.resolve("proc/driver/nvidia/version");
    if (Files.isReadable(linux)) {
      try {
        Matcher version = LINUX.matcher(Files.readString(linux));
        return Optional.of(new NvidiaDriver(version.find() ? version.group(1) : ""));
      } catch (IOException e) {
        return Optional.of(new NvidiaDriver(""));
      }
    }
    return Files.exists(root.resolve("Windows/System32/nvcuda.dll"))
        ? Optional.of(new NvidiaDriver(""))
        : Optional.empty();
  }

  /// Whether it is known to be too old.
  public boolean tooOld() {
    return !version.isEmpty() && Integer.parseInt(version.split("\\.")[0]) < LEAST;
  }
}
