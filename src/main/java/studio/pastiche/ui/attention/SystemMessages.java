package studio.pastiche.ui.attention;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The system's own messages, by the program that each system has for them: `notify-send` where a
/// Linux desktop has it, `osascript` on macOS. Java's own tray would start AWT beside JavaFX, which
/// on Linux and macOS share one native event loop badly; Windows has no such program, and there the
/// title's mark has to do.
public final class SystemMessages {
  private static final Logger LOG = LoggerFactory.getLogger(SystemMessages.class);

  private final List<String> command;

  /// @param command the program and what comes before title and detail; empty for none
  SystemMessages(List<String> command) {
    this.command = List.copyOf(command);
  }

  /// What this system has.
  public static SystemMessages ofThisSystem() {
    List<Path> folders =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .filter(folder -> !folder.isEmpty())
            .map(Path::of)
            .toList();
    return new SystemMessages(command(System.getProperty("os.name", ""), folders));
  }

  /// The program on a system whose programs lie in these folders.
  static List<String> command(String system, List<Path> folders) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.contains("linux")) {
      return found("notify-send", folders, "--app-name=Pastiche", "--");
    }
    if (name.contains("mac")) {
      return found(
          "osascript",
          folders,
          "-e",
          "on run argv",
          "-e",
          "display notification (item 2 of argv) with title (item 1 of argv)",
          "-e",
          "end run",
          "--");
    }
    return List.of();
  }

  /// Shows a message, if the system has a way to. Returns at once.
  void show(String title, String detail) {
    if (command.isEmpty()) {
      return;
    }
    List<String> words = new ArrayList<>(command);
    words.add(title);
    words.add(detail);
    ProcessBuilder program = new ProcessBuilder(words);
    program.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    program.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process started = program.start();
      LOG.info("{} (process {}) says: {}", command.getFirst(), started.pid(), title);
    } catch (IOException e) {
      LOG.warn("{} could not be started", command.getFirst(), e);
    }
  }

  private static List<String> found(String program, List<Path> folders, String... before) {
    return folders.stream()
        .map(folder -> folder.resolve(program))
        .filter(Files::isExecutable)
        .findFirst()
        .map(
            path -> {
              List<String> command = new ArrayList<>(List.of(path.toString()));
              command.addAll(List.of(before));
              return List.copyOf(command);
            })
        .orElse(List.of());
  }
}
