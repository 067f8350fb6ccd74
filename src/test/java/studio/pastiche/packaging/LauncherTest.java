package studio.pastiche.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/// `packaging/bin/pastiche`, run from a folder like `target/pastiche` with JDKs that only print
/// their name and what they were started with.
@DisabledOnOs(
    value = OS.WINDOWS,
    disabledReason = "it is a shell script; Windows has pastiche.bat, which these tests cannot run")
class LauncherTest {
  private static final String MAIN = "studio.pastiche.Main";

  @TempDir Path temp = Path.of("");
  private Path home = temp;
  private Script launcher = new Script(temp, temp);

  @BeforeEach
  void copyTheLauncher() throws IOException {
    temp = temp.toRealPath();
    home = temp.resolve("a folder (of ours)");
    Path script = home.resolve("bin/pastiche");
    Files.createDirectories(script.getParent());
    Files.copy(Path.of("packaging/bin/pastiche"), script);
    launcher = Script.seeing(script, temp.resolve("tools"), "cat", "dirname", "readlink", "sed");
  }

  @Test
  void theJdkOfTheBuildComesFirst() throws Exception {
    builtWith(jdk("built", "25.0.3"));
    Script.Result result =
        launcher.run(Map.of("JAVA_HOME", jdk("named", "25").toString()), "render");
    assertEquals("built", result.out().getFirst());
    assertEquals(0, result.exitCode());
  }

  @Test
  void javaHomeComesNext() throws Exception {
    builtWith(temp.resolve("removed since"));
    onThePath(jdk("path", "26"));
    Script.Result result =
        launcher.run(Map.of("JAVA_HOME", jdk("named", "25").toString()), "render");
    assertEquals("named", result.out().getFirst());
  }

  @Test
  void aJavaOnThePathComesLast() throws Exception {
    onThePath(jdk("path", "26-ea"));
    Script.Result result =
        launcher.run(Map.of("JAVA_HOME", jdk("old", "17.0.15").toString()), "render");
    assertEquals("path", result.out().getFirst());
  }

  @Test
  void aJavaWithoutAReleaseFileIsAsked() throws Exception {
    Path jdk = jdk("asked", "25.0.3");
    Files.delete(jdk.resolve("release"));
    assertEquals(
        "asked", launcher.run(Map.of("JAVA_HOME", jdk.toString()), "render").out().getFirst());
  }

  @Test
  void withoutJava25ItSaysSoInOneLine() throws Exception {
    onThePath(jdk("path", "21.0.2"));
    Script.Result result =
        launcher.run(Map.of("JAVA_HOME", jdk("old", "1.8.0_402").toString()), "render");
    assertEquals(1, result.exitCode());
    assertEquals(1, result.err().size());
    assertTrue(result.err().getFirst().startsWith("pastiche: needs Java 25 or later"));
  }

  @Test
  void argumentsArriveAsTheyWere() throws Exception {
    builtWith(jdk("built", "25"));
    String[] arguments = {
      "render", "two words", "", "*", "$HOME", "\"quoted\"", "@file", "Größe 图"
    };
    List<String> out = launcher.run(Map.of(), arguments).out();
    assertEquals(List.of(arguments), out.subList(out.indexOf(MAIN) + 1, out.size()));
  }

  @Test
  void theExitCodeIsPassedOn() throws Exception {
    Path jdk = jdk("built", "25");
    Script.write(jdk.resolve("bin/java"), "exit 3");
    builtWith(jdk);
    assertEquals(3, launcher.run(Map.of(), "render").exitCode());
  }

  @Test
  void itIsFoundThroughLinks() throws Exception {
    builtWith(jdk("built", "25"));
    Path first = Files.createSymbolicLink(temp.resolve("first"), launcher.file());
    Path second =
        Files.createSymbolicLink(temp.resolve("second"), temp.relativize(first)); // relative
    List<String> out = new Script(second, launcher.tools()).run(Map.of(), "render").out();
    assertTrue(out.contains(home.resolve("lib/pastiche.jar").toString()), out::toString);
  }

  @Test
  void onlyTheWindowLoadsJavaFx() throws Exception {
    builtWith(jdk("built", "25"));
    assertTrue(launcher.run(Map.of(), "studio").out().contains("@" + home + "/studio.args"));
    assertTrue(launcher.run(Map.of()).out().contains("--module-path"));
    List<String> commandLine = launcher.run(Map.of(), "render").out();
    assertTrue(commandLine.contains("@" + home + "/command.args"));
    assertFalse(commandLine.contains("--module-path"));
  }

  private Path jdk(String name, String version) throws IOException {
    Path jdk = temp.resolve("jdks").resolve(name);
    Script.write(
        jdk.resolve("bin/java"),
        "[ \"$1\" != -version ] || { echo 'openjdk version \"%s\"' >&2; exit; }\n"
                .formatted(version)
            + "printf '%s\\n' "
            + name
            + " \"$@\"");
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return jdk;
  }

  private void builtWith(Path jdk) throws IOException {
    Files.writeString(home.resolve("jdk.path"), jdk + "\n");
  }

  private void onThePath(Path jdk) throws IOException {
    Files.createSymbolicLink(launcher.tools().resolve("java"), jdk.resolve("bin/java"));
  }
}
