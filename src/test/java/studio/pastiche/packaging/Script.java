package studio.pastiche.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Runs a shell script of the project in a world of the test's own: nothing but a few tools on the
/// PATH, and only the variables it is given.
record Script(Path file, Path tools) {

  /// What a run printed, line by line, and its exit code.
  record Result(int exitCode, List<String> out, List<String> err) {}

  /// A script that sees these commands of the machine and no others; `tools` is made for them.
  static Script seeing(Path file, Path tools, String... commands) throws IOException {
    Files.createDirectories(tools);
    for (String command : commands) {
      write(tools.resolve(command), "exec '" + onPath(command) + "' \"$@\"");
    }
    return new Script(file, tools);
  }

  private static Path onPath(String command) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, command))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + command + " on the PATH"));
  }

  /// Writes an executable shell script.
  static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Result run(Map<String, String> variables, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(file.toString()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(tools, "out", ".txt");
    Path err = Files.createTempFile(tools, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", tools.toString());
    builder.environment().putAll(variables);
    int exitCode = builder.start().waitFor();
    return new Result(exitCode, lines(out), lines(err));
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.UTF_8);
  }
}
