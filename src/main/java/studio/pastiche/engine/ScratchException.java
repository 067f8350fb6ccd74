package studio.pastiche.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// The disk does not hold what a run has no memory for. The message names the place and the remedy.
public final class ScratchException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ScratchException(Path path, String what, IOException cause) {
    super(
        path
            + " "
            + what
            + " ("
            + cause.getMessage()
            + "); a picture too large for the memory is kept there while it is painted: make room,"
            + " or choose a smaller size",
        cause);
  }

  ScratchException(Path folder, long needed, long room) {
    super(
        String.format(
            Locale.ROOT,
            "%s has room for %.1f GB, but a picture too large for the memory needs %.1f GB there"
                + " while it is painted; make room, or choose a smaller size",
            folder,
            room / 1e9,
            needed / 1e9));
  }
}
