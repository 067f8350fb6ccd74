package studio.pastiche.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import studio.pastiche.file.UserFolders;
import studio.pastiche.networks.gpu.GpuPack;

/// Computes with the GPU pack in a process of its own (`pastiche gpu try`): a library that does not
/// fit its driver may end the process that loads it, and a process can load only one PyTorch.
final class GpuTrial implements GpuAccess.Trial {
  private static final long MOST_MINUTES = 3;

  @Override
  public Optional<String> problem(Path folder) throws InterruptedException {
    try {
      Path said = Files.createTempFile("pastiche-gpu", ".txt");
      try {
        return problem(folder, said);
      } finally {
        Files.deleteIfExists(said);
      }
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static Optional<String> problem(Path folder, Path said)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Djava.awt.headless=true");
    command.add("-D" + GpuPack.PROPERTY + "=" + folder);
    for (String same : List.of(UserFolders.HOME_PROPERTY, Cli.LOG_FOLDER)) {
      String value = System.getProperty(same);
      if (value != null) {
        command.add("-D" + same + "=" + value);
      }
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("studio.pastiche.Main", "gpu", "try"));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      return Optional.of("it was not done after %d minutes".formatted(MOST_MINUTES));
    }
    if (process.exitValue() == ExitCode.OK) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(said, StandardCharsets.UTF_8);
    return Optional.of(
        lines.isEmpty() ? "it ended with %d".formatted(process.exitValue()) : lines.getLast());
  }
}
