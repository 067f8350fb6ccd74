package studio.pastiche.networks.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NvidiaDriverTest {
  @TempDir Path root = Path.of("");

  @Test
  void withoutOneThereIsNone() {
    assertEquals(Optional.empty(), NvidiaDriver.in(root));
  }

  @ParameterizedTest
  @CsvSource({
    "NVRM version: NVIDIA UNIX x86_64 Kernel Module  570.133.07  Fri Mar 14, 570.133.07",
    "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  580.65.06  Release, 580.65.06",
    "something else, ''"
  })
  void linuxTellsItsVersion(String line, String version) throws IOException {
    Path file = root.resolve("proc/driver/nvidia/version");
    Files.createDirectories(file.getParent());
    Files.writeString(file, line + "\nGCC version:  gcc 12.2.0\n");
    assertEquals(Optional.of(new NvidiaDriver(version)), NvidiaDriver.in(root));
  }

  @Test
  void windowsShowsThatThereIsOne() throws IOException {
    Files.createDirectories(root.resolve("Windows/System32"));
    Files.createFile(root.resolve("Windows/System32/nvcuda.dll"));
    assertEquals(Optional.of(new NvidiaDriver("")), NvidiaDriver.in(root));
  }

  @Test
  void anOldOneIsKnown() {
    assertTrue(new NvidiaDriver("470.256.02").tooOld());
    assertFalse(new NvidiaDriver("525.60.13").tooOld());
    assertFalse(new NvidiaDriver("").tooOld());
  }
}
