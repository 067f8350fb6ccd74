package studio.pastiche.cli;

/// Tells when the user wants to stop: by Ctrl-C, by a signal, or as a test likes.
public interface Interrupts {
  /// Calls `stop` at most once, on any thread, when the user wants to stop. The process stays until
  /// the watch is closed.
  Watch watch(Runnable stop);

  /// What is to be saved before the process may end.
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }
}
