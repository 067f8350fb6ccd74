package studio.pastiche.cli;

import java.io.IOException;
import java.nio.file.Path;

/// A file or folder that cannot be used; the message names it, the reason and the remedy in one
/// line.
final class UnusableFile extends IOException {
  private static final long serialVersionUID = 1;

  UnusableFile(Path file, String reasonAndRemedy) {
    super(file + ": " + reasonAndRemedy);
  }
}
