package studio.pastiche.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The studio as the command line sees it.
///
/// @param opening opens the window with files, and returns when it is closed
record StudioWindow(Consumer<List<Path>> opening) {
  /// Returns the exit code.
  ///
  /// @param files a project, or pictures
  int open(List<Path> files) throws UnusableFile {
    for (Path each : files) {
      if (!Files.exists(each)) {
        throw new UnusableFile(each, "there is no such file; check the name and the folder");
      }
    }
    try {
      opening.accept(files);
      return ExitCode.OK;
    } catch (UnsupportedOperationException e) {
      // what JavaFX throws where there is no display, or no library to draw on it
      throw new NoWindow(e);
    }
  }

  /// The studio can't open a window here.
  static final class NoWindow extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoWindow(UnsupportedOperationException cause) {
      super(
          "the studio can't open its window here (%s)%s; 'pastiche render' paints without one"
              .formatted(cause.getMessage(), remedy(String.valueOf(cause.getMessage()))),
          cause);
    }

    private static String remedy(String why) {
      return why.contains("GTK")
          ? ": install GTK 3, which is called libgtk-3-0 on Debian and Ubuntu and gtk3 on Fedora"
          : "";
    }
  }
}
