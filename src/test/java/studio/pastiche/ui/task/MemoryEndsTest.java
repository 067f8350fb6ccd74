package studio.pastiche.ui.task;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// Paints in a process whose memory is limited by the system while it paints.
class MemoryEndsTest {
  private static final int CRASHED = 134;
  private static final int ATTEMPTS = 8;

  @TempDir Path folder = Path.of("");

  @Test
  @Timeout(240)
  @EnabledIf("memoryCanBeLimited")
  void aPaintingWhoseMemoryEndsGoesOnInTilesOrKeepsWhatWasPainted() throws Exception {
    Path said = folder.resolve("said.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    command.addAll(
        List.of(
            "--module-path",
            System.getProperty("jdk.module.path", ""),
            "--add-modules",
            "javafx.controls",
            "--enable-native-access=javafx.graphics,ALL-UNNAMED",
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-Xms192m",
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path", ""),
            MemoryEndsMain.class.getName(),
            folder.toString()));
    int code = CRASHED;
    // oneDNN crashes where its own small share is refused; autosave is for that. PyTorch's
    // refusals, which Pastiche can answer, come as often.
    for (int attempt = 0; attempt < ATTEMPTS && code == CRASHED; attempt++) {
      code =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start()
              .waitFor();
    }
    int last = code;
    String words = Files.readString(said);
    assertTrue(last == 0, () -> last + "\n" + words);
    assertTrue(words.contains("Memory ran out; going on in tiles of "), words);
    assertTrue(
        words.contains("memory ended: true, kept a picture of ") || words.contains("end=FINISHED"),
        words);
    assertTrue(words.contains("phase IDLE"), words);
  }

  static boolean memoryCanBeLimited() {
    return Files.isReadable(Path.of("/proc/self/status"))
        && List.of("/usr/bin/prlimit", "/bin/prlimit").stream()
            .map(Path::of)
            .anyMatch(Files::isExecutable);
  }
}
