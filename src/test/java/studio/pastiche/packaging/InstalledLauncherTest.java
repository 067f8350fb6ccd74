package studio.pastiche.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `packaging/linux/pastiche`, in a folder like the installed one, whose Java and whose studio only
/// print what they were started with.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it is a shell script of the Linux packages")
class InstalledLauncherTest {
  @TempDir Path temp = Path.of("");
  private Path home = temp;
  private Script launcher = new Script(temp, temp);

  @BeforeEach
  void copyTheLauncher() throws IOException {
    home = temp.toRealPath().resolve("an image");
    Path script = home.resolve("bin/pastiche");
    Files.createDirectories(script.getParent());
    Files.copy(Path.of("packaging/linux/pastiche"), script);
    Script.write(home.resolve("bin/pastiche-studio"), "printf '%s\\n' studio \"$LC_ALL\" \"$@\"");
    Script.write(
        home.resolve("lib/runtime/bin/java"), "printf '%s\\n' java \"$LC_ALL\" \"$@\"; exit 3");
    launcher = Script.seeing(script, temp.resolve("tools"), "dirname", "readlink");
  }

  @Test
  void theCommandLineRunsOnTheJavaOfTheImage() throws Exception {
    Script.Result result = launcher.run(Map.of(), "render", "two words", "图");
    List<String> out = result.out();
    assertEquals("java", out.getFirst());
    assertTrue(out.contains("-Dpastiche.pytorch=" + home + "/lib/app/pytorch"), out::toString);
    assertEquals(List.of("render", "two words", "图"), out.subList(out.size() - 3, out.size()));
    assertEquals(3, result.exitCode());
  }

  @Test
  void theWindowIsTheStudios() throws Exception {
    assertEquals(List.of("studio", "C.UTF-8", "studio"), launcher.run(Map.of()).out());
    assertEquals(
        List.of("studio", "C.UTF-8", "studio", "a b.jpg"),
        launcher.run(Map.of(), "studio", "a b.jpg").out());
    assertEquals(
        List.of("studio", "C.UTF-8", "my.pastiche"), launcher.run(Map.of(), "my.pastiche").out());
  }

  @Test
  void anEncodingThatHasAllLettersStays() throws Exception {
    Script.write(launcher.tools().resolve("locale"), "echo UTF-8");
    assertEquals(
        "de_DE.UTF-8", launcher.run(Map.of("LC_ALL", "de_DE.UTF-8"), "render").out().get(1));
  }

  @Test
  void itIsFoundThroughTheLinkOnThePath() throws Exception {
    Path link = Files.createSymbolicLink(temp.resolve("pastiche"), launcher.file());
    List<String> out = new Script(link, launcher.tools()).run(Map.of(), "render").out();
    assertTrue(out.contains("@" + home + "/lib/app/command.args"), out::toString);
  }
}
