package studio.pastiche.cli;

/// What the process ends with.
final class ExitCode {
  static final int OK = 0;

  /// Something unforeseen, or a painting that could not be carried to its end.
  static final int FAILURE = 1;

  /// An option that is not allowed.
  static final int USAGE = 2;

  /// A file that cannot be used, or too little memory for it.
  static final int FILE = 3;

  /// Ctrl-C; what there was is saved.
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
