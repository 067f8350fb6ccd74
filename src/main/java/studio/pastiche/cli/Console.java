package studio.pastiche.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;

/// Where the command line writes.
///
/// @param out for what was asked for
/// @param err for what went wrong, a line each
/// @param terminal whether somebody watches `out` on a terminal, so that a progress bar makes sense
/// @param charset that `out` is shown in
public record Console(PrintWriter out, PrintWriter err, boolean terminal, Charset charset) {

  /// The process's own.
  public static Console system() {
    java.io.Console console = System.console();
    return new Console(
        new PrintWriter(System.out, true),
        new PrintWriter(System.err, true),
        console != null && console.isTerminal(),
        System.out.charset());
  }

  /// Whether these characters can be shown.
  boolean shows(String characters) {
    return charset.newEncoder().canEncode(characters);
  }
}
