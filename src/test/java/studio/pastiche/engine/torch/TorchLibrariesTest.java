package studio.pastiche.engine.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which libraries DJL is pointed to.
class TorchLibrariesTest {
  @TempDir Path temp = Path.of("");

  @Test
  void withoutAnInstallationDjlDecides() {
    assertEquals(Map.of(), TorchLibraries.settings(Map.of(), null));
    assertEquals(Map.of(), TorchLibraries.settings(Map.of(), temp.resolve("not there")));
  }

  @Test
  void theInstalledLibrariesAreLoaded() {
    assertEquals(
        Map.of(
            "PYTORCH_LIBRARY_PATH",
            temp.toString(),
            "PYTORCH_FLAVOR",
            "cpu",
            "PYTORCH_VERSION",
            "2.7.1"),
        TorchLibraries.settings(Map.of(), temp));
  }

  @Test
  void theUsersOwnGoBeforeThem() throws IOException {
    Path own = Files.createDirectories(temp.resolve("own"));
    Files.createFile(own.resolve(System.mapLibraryName("torch_cuda")));
    Map<String, String> told =
        TorchLibraries.settings(
            Map.of("PYTORCH_LIBRARY_PATH", own.toString(), "PYTORCH_VERSION", "2.7.1-mine"), temp);
    assertEquals(Map.of("PYTORCH_FLAVOR", "cu128"), told);
  }
}
