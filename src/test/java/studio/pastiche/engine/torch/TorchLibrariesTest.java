package studio.pastiche.engine.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which libraries DJL is pointed to.
class TorchLibrariesTest {
  @TempDir Path temp = Path.of("");

  @Test
  void withoutAnInstallationDjlDecides() {
    assertEquals(Map.of(), TorchLibraries.settings(Map.of(), List.of()));
    assertEquals(Map.of(), TorchLibraries.settings(Map.of(), List.of(temp.resolve("not there"))));
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
        TorchLibraries.settings(Map.of(), List.of(temp)));
  }

  @Test
  void theUsersOwnGoBeforeThem() throws IOException {
    Path own = Files.createDirectories(temp.resolve("own"));
    Files.createFile(own.resolve(System.mapLibraryName("torch_cuda")));
    Map<String, String> told =
        TorchLibraries.settings(
            Map.of("PYTORCH_LIBRARY_PATH", own.toString(), "PYTORCH_VERSION", "2.7.1-mine"),
            List.of(temp));
    assertEquals(Map.of("PYTORCH_FLAVOR", "cu128"), told);
  }

  @Test
  void theGpuPackGoesBeforeTheInstalledOnes() throws IOException {
    Path pack = Files.createDirectories(temp.resolve("pack"));
    Files.createFile(pack.resolve(System.mapLibraryName("torch_cuda")));
    Map<String, String> told = TorchLibraries.settings(Map.of(), List.of(pack, temp));
    assertEquals(pack.toString(), told.get("PYTORCH_LIBRARY_PATH"));
    assertEquals("cu128", told.get("PYTORCH_FLAVOR"));
  }
}
