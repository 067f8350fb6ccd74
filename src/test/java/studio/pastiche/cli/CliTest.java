package studio.pastiche.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.pastiche.engine.Version;
import studio.pastiche.networks.Networks;

class CliTest {
  private final CommandLineRig rig = new CommandLineRig();

  @ParameterizedTest
  @ValueSource(
      strings = {"--help", "render -h", "measure --help", "recipe -h", "bench --help", "studio -h"})
  void helpIsEverywhere(String line) {
    CommandLineRig.Ran ran = rig.run(line.split(" "));
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().startsWith("Usage: pastiche"), ran.out());
    assertTrue(ran.out().lines().allMatch(l -> l.length() <= 100), ran.out());
    assertEquals(List.of(), rig.studioOpened());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--version", "render -V", "measure -V", "recipe -V", "bench -V", "studio -V"})
  void versionIsEverywhere(String line) {
    assertEquals("Pastiche " + Version.CURRENT, rig.run(line.split(" ")).out().strip());
  }

  @Test
  void helpShowsTheEnginesDefaults() {
    String help = rig.run("render", "--help").out();
    assertTrue(help.contains("(default: 0.02)"), help);
    assertTrue(help.contains("relu1_1=0.3,relu2_1=0.25"), help);
    assertTrue(help.contains("The optimizer"), help);
  }

  @Test
  void noCommandAndStudioOpenTheStudio() {
    assertEquals(0, rig.run().code());
    assertEquals(0, rig.run("studio").code());
    assertEquals(List.of(List.of(), List.of()), rig.studioOpened());
  }

  @Test
  void theStudioGetsItsFiles(@TempDir Path folder) throws IOException {
    Path project = Files.createFile(folder.resolve("lake.pastiche"));
    Path photo = Files.createFile(folder.resolve("photo.jpg"));
    assertEquals(0, rig.run("studio", project.toString(), photo.toString()).code());
    assertEquals(0, rig.run(project.toString()).code());
    assertEquals(List.of(List.of(project, photo), List.of(project)), rig.studioOpened());
  }

  @Test
  void aFileForTheStudioThatIsNotThereIsTold(@TempDir Path folder) {
    String missing = folder.resolve("missing.pastiche").toString();
    CommandLineRig.Ran ran = rig.run("studio", missing);
    assertEquals(3, ran.code());
    assertTrue(ran.onlyErrorLine().contains(missing), ran.err());
    assertEquals(List.of(), rig.studioOpened());
  }

  @Test
  void aCommandThatIsMisspeltIsNoFile() {
    CommandLineRig.Ran ran = rig.run("rendr");
    assertEquals(2, ran.code());
    assertTrue(ran.onlyErrorLine().contains("rendr"), ran.err());
    assertEquals(List.of(), rig.studioOpened());
  }

  @Test
  void theUnforeseenIsOneLineThatNamesTheLog() {
    StringWriter err = new StringWriter();
    PrintWriter writer = new PrintWriter(err, true);
    Console console = new Console(writer, writer, false, StandardCharsets.UTF_8);
    int code =
        new Cli(
                console,
                stop -> () -> {},
                _ -> {
                  throw new IllegalStateException("boo");
                },
                Networks.ofThisUser())
            .run("studio");
    assertEquals(1, code);
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertTrue(err.toString().contains("IllegalStateException: boo"), err.toString());
    assertTrue(err.toString().contains("log"), err.toString());
  }

  @Test
  void withoutTheWindowsLibraryTheLineSaysWhatToInstall() {
    StringWriter err = new StringWriter();
    PrintWriter writer = new PrintWriter(err, true);
    Console console = new Console(writer, writer, false, StandardCharsets.UTF_8);
    int code =
        new Cli(
                console,
                stop -> () -> {},
                _ -> {
                  // JavaFX's words
                  throw new UnsupportedOperationException("Unable to load glass GTK library.");
                },
                Networks.ofThisUser())
            .run("studio");
    assertEquals(1, code);
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertTrue(err.toString().contains("libgtk-3-0"), err.toString());
  }

  @Test
  void tooLittleMemoryIsOneLineWithTheRemedy() {
    StringWriter err = new StringWriter();
    PrintWriter writer = new PrintWriter(err, true);
    Console console = new Console(writer, writer, false, StandardCharsets.UTF_8);
    int code =
        new Cli(
                console,
                stop -> () -> {},
                _ -> {
                  throw new OutOfMemoryError("test");
                },
                Networks.ofThisUser())
            .run();
    assertEquals(3, code);
    assertTrue(err.toString().contains("--size"), err.toString());
  }
}
