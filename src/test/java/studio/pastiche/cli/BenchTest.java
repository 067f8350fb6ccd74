package studio.pastiche.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
    CommandLineRig.Ran ran = rig.quickly("bench", "--size", "64", "--iterations", "3");
    assertEquals(0, ran.code(), ran.err());
    JsonNode found = rig.json(ran.out().lines().toList().getLast());
    assertEquals(
        "[ms, ms_quartiles, start_mb, peak_mb, load_ms, width, height, threads, precision, device]",
        found.propertyNames().toString());
    double median = found.path("ms").asDouble();
    assertTrue(found.path("ms_quartiles").get(0).asDouble() <= median, ran.out());
    assertTrue(found.path("ms_quartiles").get(1).asDouble() >= median, ran.out());
    assertEquals(64, found.path("width").asInt());
    assertEquals(48, found.path("height").asInt());
    assertEquals(1, found.path("threads").asInt());
    assertEquals("float32", found.path("precision").asString());
    assertEquals("cpu", found.path("device").asString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--aspect 3:4 --preview",
        "--statistic gram",
        "--optimizer lbfgs",
        "--widths 4,4,8,8,8"
      })
  void otherWorkCanBeTimed(String options) {
    CommandLineRig.Ran ran =
        rig.quickly(("bench --json --size 64 --iterations 1 " + options).split(" "));
    assertEquals(0, ran.code(), ran.err());
    JsonNode found = rig.json(ran.out().strip());
    assertEquals(options.contains("3:4") ? 48 : 64, found.path("width").asInt());
  }

  @Test
  void theDeviceProgramCanBeWrittenForPyTorch(@TempDir Path folder) throws IOException {
    Path module = folder.resolve("kernel.pt");
    assertEquals(0, rig.run("bench", "--write-module", module.toString()).code());
    assertArrayEquals(KernelModule.bytes(), Files.readAllBytes(module));
  }
}
