package studio.pastiche.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pastiche.engine.torch.KernelModule;
import tools.jackson.databind.JsonNode;

class BenchTest {
  private final CommandLineRig rig = new CommandLineRig();

  @Test
  void theLastLineSaysEverything() {
    CommandLineRig.Ran ran =
        rig.quickly("bench", "--device", "cpu", "--size", "64", "--iterations", "3");
    assertEquals(0, ran.code(), ran.err());
    JsonNode found = rig.json(ran.out().lines().toList().getLast());
    assertEquals(
        "[ms, ms_quartiles, start_mb, peak_mb, forecast_ms, forecast_mb, gflops, product_gflops,"
            + " machine, load_ms, tile, width, height, threads, precision, device, loss]",
        found.propertyNames().toString());
    double median = found.path("ms").asDouble();
    assertTrue(found.path("ms_quartiles").get(0).asDouble() <= median, ran.out());
    assertTrue(found.path("ms_quartiles").get(1).asDouble() >= median, ran.out());
    assertEquals(64, found.path("width").asInt());
    assertEquals(48, found.path("height").asInt());
    assertEquals(1, found.path("threads").asInt());
    assertEquals("float32", found.path("precision").asString());
    assertEquals("cpu", found.path("device").asString());
    assertTrue(found.path("gflops").asDouble() > 0, ran.out());
    assertTrue(found.path("product_gflops").asDouble() > 0, ran.out());
    assertFalse(found.path("machine").asString().isBlank(), ran.out());
  }

  /// The loss tells what was timed: other work has another, the same work the same.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--aspect 3:4",
        "--statistic gram",
        "--optimizer lbfgs",
        "--pooling average",
        "--widths 4,4,8,8,8"
      })
  void otherWorkCanBeTimed(String options) {
    JsonNode usual = timed("");
    JsonNode other = timed(options);
    assertTrue(Double.isFinite(other.path("loss").asDouble()), other::toString);
    assertNotEquals(usual.path("loss").asDouble(), other.path("loss").asDouble(), options);
    assertEquals(options.contains("3:4") ? 48 : 64, other.path("width").asInt());
    assertEquals(options.contains("3:4") ? 64 : 48, other.path("height").asInt());
  }

  @Test
  void aPreviewChangesNothingOfWhatIsTimed() {
    assertEquals(timed("").path("loss").asDouble(), timed("--preview").path("loss").asDouble());
  }

  private JsonNode timed(String options) {
    CommandLineRig.Ran ran =
        rig.quickly(
            ("bench --json --device cpu --size 64 --iterations 1 " + options).strip().split(" "));
    assertEquals(0, ran.code(), ran.err());
    return rig.json(ran.out().strip());
  }

  @Test
  void loadingAFileIsTimed(@TempDir Path folder) throws IOException {
    Path file = CommandLineRig.copy("/reference/torchvision-legacy.pth", folder);
    CommandLineRig.Ran ran = rig.quickly("bench", "--device=cpu", "--load=" + file);
    assertEquals(0, ran.code(), ran.err());
    assertEquals(
        "[first_ms, second_ms, read_ms, file_mb, heap_mb, device]",
        rig.json(ran.out()).propertyNames().toString());
  }

  @Test
  void importingAFileIsTimed(@TempDir Path folder) throws IOException {
    Path file = CommandLineRig.copy("/reference/torchvision-zip.pth", folder);
    CommandLineRig.Ran ran = rig.run("bench", "--import=" + file);
    assertEquals(0, ran.code(), ran.err());
    assertEquals(
        "[seconds, file_mb, heap_mb, peak_mb]", rig.json(ran.out()).propertyNames().toString());
  }

  /// A real .pth has 575 MB, most of them the classifier's, which nobody needs. In a process of its
  /// own, as what other tests left in this one would count too.
  @Test
  void importingAFullSizePthTakesLittleHeap(@TempDir Path folder)
      throws IOException, InterruptedException {
    Process bench =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx300m",
                "-Djava.io.tmpdir=" + folder,
                "-Dpastiche.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "studio.pastiche.Main",
                "bench",
                "--import")
            .redirectError(folder.resolve("err.txt").toFile())
            .start();
    String out = new String(bench.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, bench.waitFor(), () -> out + folder.resolve("err.txt"));
    JsonNode found = rig.json(out);
    assertEquals(548, found.path("file_mb").asInt());
    assertTrue(found.path("heap_mb").asInt() < 300, out);
  }

  @Test
  void theDeviceProgramCanBeWrittenForPyTorch(@TempDir Path folder) throws IOException {
    Path module = folder.resolve("kernel.pt");
    assertEquals(0, rig.run("bench", "--write-module", module.toString()).code());
    assertArrayEquals(KernelModule.bytes(), Files.readAllBytes(module));
  }
}
