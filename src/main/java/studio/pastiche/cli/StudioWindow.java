package studio.pastiche.cli;

/// The studio as the command line sees it.
///
/// @param opening opens the window, and returns when it is closed
record StudioWindow(Runnable opening) {
  /// Returns the exit code.
  int open() {
    try {
      opening.run();
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
          "the studio can't open its window here (%s); 'pastiche render' paints without one"
              .formatted(cause.getMessage()),
          cause);
    }
  }
}
