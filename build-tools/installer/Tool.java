import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

/// Runs tools of the JDK and programs of the system; what goes wrong ends the build with what they
/// said.
final class Tool {
  private Tool() {}

  /// One of the JDK that this runs on, such as `jlink`.
  ///
  /// @return what it printed
  static String jdk(String name, List<String> arguments) {
    ToolProvider tool =
        ToolProvider.findFirst(name)
            .orElseThrow(() -> new IllegalStateException("this JDK has no " + name));
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int failed = tool.run(out, out, arguments.toArray(String[]::new));
    if (failed != 0) {
      throw new IllegalStateException(name + " " + String.join(" ", arguments) + "\n" + said);
    }
    return said.toString();
  }

  /// A program on the PATH.
  static void run(Path folder, List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", command) + "\n" + said);
    }
  }
}
